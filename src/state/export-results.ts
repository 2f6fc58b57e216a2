import type { JobSummary, MarkerEvidence, SampleRow } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import type { ReviewEntry } from '../core/review/entry';
import type { EvidenceReader } from '../io/exports/evidence-reader';
import { exportFileName, MEDIA_TYPES, type ExportFormat } from '../io/exports/file-name';
import type { Decimal, ExportedJob } from '../io/exports/types';
import type { KtyperDatabase } from '../storage/database';
import { EvidencePages } from '../storage/evidence';
import { ByteArena } from '../core/byte-arena';
import { EvidenceThread, startEvidenceWorker } from '../../workers/evidence/client';
import { LostWorkbook } from '../../workers/workbook/client';
import { openDiskFile } from './export-disk';
import { type DiskFile, ExportFile } from './export-file';
import type * as Writers from './export-writers';
import type { Control } from '../core/controls/control';
import type { JobSession } from './jobs/job-session.svelte';
import { sentence } from '../words/told/sentence';

/** What a person asked for. */
export interface ExportRequest {
  readonly format: ExportFormat;
  /** The samples of the file, in its order; null for all, by spot. */
  readonly shown: readonly SampleRow[] | null;
  /** Decimal sign of the formats in CSV; a point where it is absent. */
  readonly decimal?: Decimal;
  /** The review of the job; absent where the file has none. */
  readonly reviews?: readonly ReviewEntry[];
  /** What is declared as a control on this computer. */
  readonly controls?: readonly Control[];
}

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array<ArrayBuffer>>;

/** Makes a file of a job. Null where the job has no model. */
export async function exportResults(
  db: KtyperDatabase,
  session: JobSession,
  { format, decimal = 'point', ...asked }: ExportRequest,
  appVersion: string,
  startThread = startEvidenceWorker,
): Promise<Result<File, Problem> | null> {
  const { shown } = asked;
  const exported = exportedJob(session, asked, appVersion);
  if (exported === null) return null;
  // The writers are fetched here, so that the page need not wait for them.
  const writers = await fetchWriters();
  if (writers === null) return err(writersAbsent());
  const hasEvidence = format === 'json' || format === 'jsonl' || format === 'xlsx';
  const part = shown === null ? null : { written: shown.length, of: session.samples.length };
  const name = exportFileName(session.record.name, format, part);
  const pieces = (thread: EvidenceThread) => {
    const evidence = hasEvidence ? { evidence: evidenceOf(db, session, thread) } : {};
    return writers.exportWriters[format]({ ...exported, ...evidence, decimal });
  };
  return writeToFile(pieces, name, MEDIA_TYPES[format], startThread);
}

/**
 * Makes a file of pieces, which are asked for once more where the disk does not take them.
 *
 * @param pieces are given a thread that reads evidence, which ends with the file
 */
export async function writeToFile(
  pieces: (thread: EvidenceThread) => Pieces,
  name: string,
  type: string,
  startThread = startEvidenceWorker,
): Promise<Result<File, Problem>> {
  const thread = new EvidenceThread(startThread);
  const write = (openDisk: () => Promise<DiskFile | null>) =>
    gather(pieces(thread), openDisk, (file) => file.finish(name, type));
  try {
    return await write(openDiskFile);
  } catch (error) {
    // What the disk says: the quota is used up, or the folder was cleared. The memory is left.
    if (!(error instanceof DOMException)) throw error;
    return await write(NO_DISK);
  } finally {
    thread.end();
  }
}

/** Writes the short table as text to paste into a spreadsheet. Null where the job has no model. */
export async function copyableRows(
  session: JobSession,
  asked: Omit<ExportRequest, 'format' | 'decimal'>,
  appVersion: string,
): Promise<Result<string, Problem> | null> {
  const exported = exportedJob(session, asked, appVersion);
  if (exported === null) return null;
  const writer = await import('../io/exports/short-table').catch(() => null);
  if (writer === null) return err(writersAbsent());
  return gather(writer.copiedRows(exported), NO_DISK, async (file) =>
    (await file.finish('', '')).text(),
  );
}

/** Returns all of a job that its exports and its report read. Null where it has no model. */
export function exportedJob(
  session: JobSession,
  { shown, reviews, controls }: Omit<ExportRequest, 'format' | 'decimal'>,
  appVersion: string,
): ExportedJob | null {
  const { record, manifest, samples, spectra } = session;
  // A damaged record may have no time.
  if (manifest === null || record.model === null || Number.isNaN(record.createdAt)) return null;
  return {
    app: { name: 'ktyper', version: appVersion, commit: __APP_COMMIT__ },
    job: {
      name: record.name,
      token: record.token,
      createdAt: new Date(record.createdAt).toISOString(),
      computedBy: { version: record.appVersion, commit: record.appCommit ?? null },
      summary: withMissing(record.summary, session.missing),
      guard: record.guard ?? null,
    },
    model: { manifest, ref: record.model },
    samples,
    spectra,
    ...(shown === null ? {} : { shown }),
    ...(record.watch === undefined ? {} : { watch: record.watch }),
    ...(reviews === undefined ? {} : { reviews }),
    ...(controls === undefined ? {} : { controls }),
  };
}

/** Adds the problem of missing results to the job's problems, so that its file says what the page says. */
function withMissing(summary: JobSummary | null, missing: Problem | null): JobSummary | null {
  if (summary === null || missing === null) return summary;
  return { ...summary, problems: [...summary.problems, missing] };
}

/** Evidence that can be read no more. */
class UnreadEvidence extends Error {
  readonly problem: Problem;

  constructor(reason: Problem) {
    super(reason.kind);
    this.problem = reason;
  }
}

/** Reads evidence from the storage, some samples at a time, and what is not stored from the session. */
export function evidenceOf(
  db: KtyperDatabase,
  session: JobSession,
  thread: EvidenceThread,
): EvidenceReader {
  // This is read first, so that evidence that is stored meanwhile is in at least one of the two.
  const unsaved = session.unsavedEvidence();
  const arena = new ByteArena();
  const room = (length: number) => {
    const { buffer, byteOffset } = arena.take(4 * length);
    return new Float32Array(buffer, byteOffset, length);
  };
  const pages = new EvidencePages(db, session.record.token, room, thread);
  return async (samples) => {
    arena.clear();
    const stored = await pages.read(samples);
    if (!stored.ok && session.unsaved === null && !session.holdsEvidence) {
      throw new UnreadEvidence(stored.error);
    }
    const evidence = new Map<number, MarkerEvidence>();
    for (const sample of samples) {
      const known = unsaved.get(sample) ?? (stored.ok ? stored.value.get(sample) : undefined);
      // The storage may have been cleared since, also without a word to this page.
      const kept = known ?? session.heldEvidence(sample);
      if (kept !== null) evidence.set(sample, kept);
    }
    return evidence;
  };
}

/** Milliseconds of work between two pauses for the page. */
const SLICE = 8;
const NO_DISK = () => Promise.resolve(null);

/** Gathers pieces into a file, with pauses for the page. @throws when the disk does not take it */
async function gather<T>(
  pieces: Pieces,
  openDisk: () => Promise<DiskFile | null>,
  finish: (file: ExportFile) => Promise<T>,
): Promise<Result<T, Problem>> {
  const file = new ExportFile(openDisk);
  try {
    let pauseAt = performance.now() + SLICE;
    for await (const piece of pieces) {
      if (typeof piece !== 'string') await file.addBytes(piece);
      else if (file.add(piece)) await file.flush();
      if (performance.now() < pauseAt) continue;
      await new Promise((resolve) => setTimeout(resolve));
      pauseAt = performance.now() + SLICE;
    }
    return ok(await finish(file));
  } catch (error) {
    await file.abandon();
    if (error instanceof UnreadEvidence || error instanceof LostWorkbook) return err(error.problem);
    throw error;
  }
}

function fetchWriters(): Promise<typeof Writers | null> {
  return import('./export-writers').catch(() => null);
}

function writersAbsent(): Problem<'engine-unreachable'> {
  return problem(
    'engine-unreachable',
    sentence('job.exportPartAbsent'),
    sentence('job.partAbsentCure'),
  );
}
