import type { JobSummary } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { exportFileName, MEDIA_TYPES, type ExportFormat } from '../io/exports/file-name';
import type { ExportedJob } from '../io/exports/types';
import type { KtyperDatabase } from '../storage/database';
import { readAllEvidence } from '../storage/evidence';
import type { JobSession } from './jobs/job-session.svelte';

export interface ExportChoice {
  readonly format: ExportFormat;
  readonly label: string;
  readonly hint: string;
}

export const exportChoices: readonly ExportChoice[] = [
  { format: 'tsv', label: 'TSV', hint: 'A table with a header, for programs' },
  { format: 'csv', label: 'CSV', hint: 'The same for spreadsheets' },
  { format: 'json', label: 'JSON', hint: 'Everything, with all probabilities and evidence' },
  {
    format: 'spectracl',
    label: 'Original three columns',
    hint: 'Name, species and score as ktyper 0.0.1 had them, without a header',
  },
  {
    format: 'sheet',
    label: 'Sample sheet to fill in',
    hint: 'A row a spectrum, to say which are replicates of one sample',
  },
];

/** Makes a file of a job with all of its samples, by spot. */
export async function exportResults(
  db: KtyperDatabase,
  session: JobSession,
  format: ExportFormat,
  appVersion: string,
): Promise<Result<File, Problem> | null> {
  const { record, manifest, samples, spectra } = session;
  if (manifest === null || record.model === null) return null;
  const evidence = format === 'json' ? await allEvidence(db, session) : ok(undefined);
  if (!evidence.ok) return evidence;
  const exported: ExportedJob = {
    app: { name: 'ktyper', version: appVersion },
    job: {
      name: record.name,
      token: record.token,
      createdAt: new Date(record.createdAt).toISOString(),
      summary: withMissing(record.summary, session.missing),
      guard: record.guard ?? null,
    },
    model: { manifest, ref: record.model },
    samples,
    spectra,
    ...(evidence.value === undefined ? {} : { evidence: evidence.value }),
    ...(record.watch === undefined ? {} : { watch: record.watch }),
  };
  // The writers are fetched here, so that the page need not wait for them.
  const writers = await import('./export-writers').catch(() => null);
  if (writers === null) return err(WRITERS_ABSENT);
  const pieces = await gather(writers.exportWriters[format](exported));
  const type = MEDIA_TYPES[format];
  return ok(new File(pieces, exportFileName(record.name, format), { type }));
}

/** Adds the problem of missing results to the job's problems, so that its file says what the page says. */
function withMissing(summary: JobSummary | null, missing: Problem | null): JobSummary | null {
  if (summary === null || missing === null) return summary;
  return { ...summary, problems: [...summary.problems, missing] };
}

async function allEvidence(db: KtyperDatabase, session: JobSession) {
  // This is read first, so that evidence that is stored meanwhile is in at least one of the two.
  const unsaved = session.unsavedEvidence();
  const stored = await readAllEvidence(db, session.record.token);
  if (!stored.ok && session.unsaved === null) return stored;
  // The storage may have accepted some of it before it was full.
  return ok(new Map([...(stored.ok ? stored.value : []), ...unsaved]));
}

/** Milliseconds of work between two pauses for the page. */
const slice = 8;

async function gather(pieces: Iterable<string>): Promise<string[]> {
  const gathered: string[] = [];
  let pauseAt = performance.now() + slice;
  for (const piece of pieces) {
    gathered.push(piece);
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pauseAt = performance.now() + slice;
  }
  return gathered;
}

const WRITERS_ABSENT = problem(
  'engine-unreachable',
  'A part of ktyper could not be fetched, so that nothing was written.',
  'Check the network, reload the page, and try again.',
);
