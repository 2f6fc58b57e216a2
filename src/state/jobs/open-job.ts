import { liveQuery } from 'dexie';
import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { isActive, readJob } from '../../storage/jobs';
import type { JobRecord } from '../../storage/records';
import { readManifest } from '../../storage/manifests';
import { readEvidence, readRows } from '../../storage/rows';
import { JobSession } from './job-session.svelte';
import type { Progress } from './progress';
import type { JobQueue } from './job-queue.svelte';

/** Milliseconds between two looks at the rows of a job that another page works on, at least. */
const ROWS_INTERVAL_MS = 1_500;
/** How many times as long as reading the rows took the page has for other things. */
const REST_RATIO = 10;

/** The job of a token, from the page's own work or from storage; null when it is not here. */
export async function openJob(
  db: KtyperDatabase,
  queue: JobQueue,
  token: string,
): Promise<Result<JobSession | null, Problem>> {
  const running = queue.session(token);
  if (running !== undefined) return ok(running);
  const record = await readJob(db, token);
  if (!record.ok || record.value === null) return record as Result<null, Problem>;
  // Deleted, and only still there in case that is undone.
  if (record.value.deletedAt !== null) return ok(null);

  const session = new JobSession(record.value, (sample) => readEvidence(db, token, sample));
  const loaded = await load(db, session);
  return loaded.ok ? ok(session) : loaded;
}

/**
 * Keeps a session at what the storage says: a new name, a deletion, rows that another page of this
 * browser writes. What this page works on itself is ahead of the storage and left alone.
 */
export function followJob(db: KtyperDatabase, queue: JobQueue, session: JobSession): () => void {
  const { token } = session.record;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = ROWS_INTERVAL_MS;
  let isBehind = false;
  const catchUp = () => {
    isBehind = false;
    timer = setTimeout(() => {
      const start = performance.now();
      void load(db, session).then(() => {
        pause = Math.max(ROWS_INTERVAL_MS, REST_RATIO * (performance.now() - start));
        timer = undefined;
        if (isBehind) catchUp();
      });
    }, pause);
  };
  const subscription = liveQuery(() => readJob(db, token)).subscribe((read) => {
    if (!read.ok || read.value === null || queue.isActive(token) || session.unsaved) return;
    const before = session.record;
    session.record = read.value;
    session.progress = progressOf(read.value);
    if (!isActive(before.status) && !isActive(read.value.status)) return;
    isBehind = true;
    if (timer === undefined) catchUp();
  });
  return () => {
    subscription.unsubscribe();
    clearTimeout(timer);
    isBehind = false;
  };
}

/** How far another page has come; null when none works on it. How fast it is, only that page knows. */
function progressOf({ status, counts }: JobRecord): Progress | null {
  if (status !== 'running') return null;
  const { done, found, complete = false } = counts;
  return { done, found, complete, elapsed: 0 };
}

async function load(db: KtyperDatabase, session: JobSession): Promise<Result<void, Problem>> {
  const { token, model } = session.record;
  const rows = await readRows(db, token);
  if (!rows.ok) return rows;
  session.show(rows.value);
  if (model !== null && session.manifest === null) {
    const manifest = await readManifest(db, model.manifestSha256);
    if (!manifest.ok) return manifest;
    session.manifest = manifest.value;
  }
  return ok(undefined);
}
