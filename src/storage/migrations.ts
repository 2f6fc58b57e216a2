import type { Transaction } from 'dexie';
import { upgradeRows } from './upgrade-rows';

export interface Migration {
  readonly version: number;
  /** Tables with their keys and indices, in Dexie's notation; a table that is not named stays. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Brings records of the version before into this one's shape. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * The database's history, one entry a version, oldest first. A released entry is never edited:
 * what changes is a new entry.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    stores: {
      jobs: '&token, createdAt, status',
      spectra: '&[job+index]',
      samples: '&[job+index]',
      evidence: '&[job+sample]',
      manifests: '&sha256',
      settings: '&key',
    },
  },
  {
    version: 2,
    stores: { files: '&job' },
  },
  {
    version: 3,
    stores: { models: '&[id+version]' },
  },
  {
    version: 4,
    stores: { watchLists: '&sha256' },
  },
  {
    version: 5,
    stores: { rowChunks: '&[job+number]', evidencePages: '&[job+page+number]' },
    upgrade: upgradeRows,
  },
  {
    version: 6,
    stores: { spectra: null, samples: null, evidence: null },
  },
  {
    // Rows and jobs tell sentences as keys and values since then, which a page of an older version cannot read: it
    // says that the jobs are of a newer one.
    version: 7,
    stores: {},
  },
  {
    version: 8,
    stores: { reviews: '&[job+number]' },
  },
  {
    // Summaries of jobs that are here already are made when they are first wanted.
    version: 9,
    stores: { runSummaries: '&job' },
  },
  {
    // Rows are bytes since then, which a page of an older version would take for none.
    version: 10,
    stores: {},
  },
];
