import { Dexie } from 'dexie';
import {
  jobRecord,
  markerEvidence,
  sampleRow,
  spectrumRow,
  tokens,
} from '../../unit/storage/records';
import { asciiText } from '../../../src/core/ascii';
import { freshDatabase } from '../../unit/storage/fresh-database';
import { tinyPackFiles } from '../../builders/tiny-pack';
import { listActiveJobs, listJobs, readJob, removeDeletedJobs } from '../../../src/storage/jobs';
import { createDatabase, type KtyperDatabase } from '../../../src/storage/database';
import { encodePages } from '../../../src/storage/evidence-pages';
import { migrations } from '../../../src/storage/migrations';
import { encodeChunks } from '../../../src/storage/row-chunks';
import { KnownRows } from '../../../src/storage/known-rows';
import { readManifest } from '../../../src/storage/manifests';
import { readAllEvidence, readEvidence } from '../../../src/storage/evidence';
import { readRows } from '../../../src/storage/rows';
import { applyRetention } from '../../../src/storage/retention';
import { readSettings } from '../../../src/storage/settings';
import { checkResult, invariant } from '../check';
import { jsonMutators } from '../mutate/json';
import { textMutators } from '../mutate/text';
import { oneOf } from '../parts';
import { bytesOf, type Target } from '../target';

const DAY_MS = 86_400_000;
const TABLES = ['jobs', 'rowChunks', 'evidencePages', 'manifests', 'settings'] as const;
/** Of the database's version 4, from which rows are brought into chunks. */
const OLD_TABLES = ['jobs', 'spectra', 'samples', 'evidence', 'manifests', 'settings'] as const;

/** What a browser has stored, by an older version, a newer one or nobody knows whom. */
type Stored = Partial<Record<(typeof TABLES | typeof OLD_TABLES)[number], unknown[]>>;

async function seed(isOld: boolean): Promise<Stored> {
  const manifest: unknown = JSON.parse(new TextDecoder().decode((await tinyPackFiles()).manifest));
  const model = { id: 'tiny', version: '1.0.0', sha256: 'a', manifestSha256: 'b' };
  return {
    jobs: [
      jobRecord({ model }),
      jobRecord({ token: tokens[1], status: 'completed', deletedAt: 5 }),
    ],
    ...(isOld ? oldRows() : chunks()),
    manifests: [{ sha256: 'b', manifest }],
    settings: [
      { key: 'purgeDays', value: 30 },
      { key: 'model', value: 'tiny' },
    ],
  };
}

function chunks(): Stored {
  const [job] = tokens;
  const evidence = [{ sample: 0, evidence: markerEvidence() }];
  const rows = {
    spectra: [0, 1].map((index) => spectrumRow(index)),
    samples: [0, 1].map((index) => sampleRow(index)),
    evidence,
    withdrawn: [7],
  };
  const pages = [...encodePages(evidence, [7])].map(([page, { heads, numbers, withdrawn }]) => {
    return { job, page, number: 0, heads: [...heads], numbers: [...numbers], withdrawn };
  });
  return {
    rowChunks: encodeChunks(rows, { spectra: 2, samples: new Set([0, 1]) }).map((chunk, number) => {
      return { job, number, rows: chunk instanceof Uint8Array ? asciiText(chunk) : chunk };
    }),
    evidencePages: pages,
  };
}

function oldRows(): Stored {
  const [job] = tokens;
  return {
    spectra: [0, 1].map((index) => ({ job, index, row: spectrumRow(index) })),
    samples: [0, 1].map((index) => ({ job, index, row: sampleRow(index) })),
    evidence: [{ job, sample: 0, evidence: markerEvidence() }],
  };
}

function isNumbers(list: unknown): list is number[] {
  return Array.isArray(list) && list.every((one) => typeof one === 'number');
}

/** JSON has no typed arrays: the text of a chunk and lists of numbers of an evidence page become such. */
function withArrays(record: unknown): unknown {
  const { heads, numbers, rows } = (record ?? {}) as Record<string, unknown>;
  if (typeof rows === 'string') {
    return { ...(record as object), rows: new TextEncoder().encode(rows) };
  }
  if (!isNumbers(heads) || !isNumbers(numbers)) return record;
  return {
    ...(record as object),
    heads: Float64Array.from(heads),
    numbers: Float32Array.from(numbers),
  };
}

/** Opens a database that has the records; those of version 4 are upgraded. */
async function databaseOf(records: Stored): Promise<KtyperDatabase> {
  const isOld = Array.isArray(records?.spectra);
  const names = isOld ? OLD_TABLES : TABLES;
  const fresh = freshDatabase();
  const old = new Dexie('ktyper');
  for (const { version, stores } of migrations.slice(0, 4)) old.version(version).stores(stores);
  const db = isOld ? old : fresh;
  for (const name of names) {
    const rows = Array.isArray(records?.[name]) ? records[name].slice(0, 200) : [];
    // A record without a valid key cannot be in a database.
    for (const row of rows)
      await db
        .table(name)
        .put(withArrays(row))
        .catch(() => undefined);
  }
  if (!isOld) return fresh;
  old.close();
  return createDatabase();
}

export const stored: Target = {
  name: 'stored',
  seeds: async () =>
    Promise.all([false, true].map(async (isOld) => bytesOf(JSON.stringify(await seed(isOld))))),
  mutators: [...jsonMutators, ...jsonMutators, oneOf(textMutators(['null', 'job', 'row', 'key']))],
  share: 0.3,
  async run(input) {
    let records: Stored;
    try {
      records = JSON.parse(new TextDecoder().decode(input)) as Stored;
    } catch {
      return ['no records'];
    }
    const db = await databaseOf(records);
    const [token] = tokens;
    const known = await KnownRows.read(db, token);
    const read = [
      await listJobs(db),
      await readJob(db, token),
      await readRows(db, token),
      await readEvidence(db, token, 0),
      await readAllEvidence(db, token),
      await readManifest(db, 'b'),
      await listActiveJobs(db),
      known,
      known.ok ? await known.value.take([0, 1]) : known,
      await removeDeletedJobs(db, 10),
      await applyRetention(db, { days: 1, now: DAY_MS + 2_000 }),
    ];
    const settings = await readSettings(db);
    if (settings.ok) {
      const { purgeDays, model } = settings.value;
      invariant(purgeDays === null || purgeDays >= 1, `purged after ${purgeDays} days`);
      invariant(model === null || typeof model === 'string', 'a model that is no text');
    }
    db.close();
    return [...read, settings].map(checkResult);
  },
};
