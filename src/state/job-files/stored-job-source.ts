import type { MarkerEvidence } from '../../core/job/types';
import type { Problem } from '../../core/problem';
import { ok, type Result } from '../../core/result';
import type { EvidenceReader } from '../../io/exports/evidence-reader';
import type { JobToWrite } from '../../io/job-file/job-lines';
import type { KtyperDatabase } from '../../storage/database';
import { EvidencePages, type PageReader } from '../../storage/evidence';
import { ownRoom } from '../../storage/evidence-pages';
import { readManifest } from '../../storage/manifests';
import type { JobRecord } from '../../storage/records';
import { readReviews } from '../../storage/reviews';
import { readRows } from '../../storage/rows';

/** What the storage says in the middle of a file. */
export class UnreadJob extends Error {
  readonly problem: Problem;

  constructor(reason: Problem) {
    super(reason.kind);
    this.problem = reason;
  }
}

/** Reads what is written of a stored job, but for its files; its evidence when that is asked for, on a thread where one is given. */
export async function readJobToWrite(
  db: KtyperDatabase,
  record: JobRecord,
  thread?: PageReader,
): Promise<Result<JobToWrite, Problem>> {
  const rows = await readRows(db, record.token);
  if (!rows.ok) return rows;
  const manifest =
    record.model === null ? ok(null) : await readManifest(db, record.model.manifestSha256);
  if (!manifest.ok) return manifest;
  const reviews = await readReviews(db, record.token);
  if (!reviews.ok) return reviews;
  return ok({
    record,
    manifest: manifest.value,
    ...rows.value,
    reviews: reviews.value,
    evidence: evidenceOf(db, record.token, thread),
    input: null,
  });
}

function evidenceOf(
  db: KtyperDatabase,
  token: string,
  thread: PageReader | undefined,
): EvidenceReader {
  const pages = new EvidencePages(db, token, ownRoom, thread);
  return async (samples): Promise<ReadonlyMap<number, MarkerEvidence>> => {
    const read = await pages.read(samples);
    if (!read.ok) throw new UnreadJob(read.error);
    return read.value;
  };
}
