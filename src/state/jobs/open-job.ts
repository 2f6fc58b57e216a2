import { Dexie, liveQuery } from 'dexie';
import { ok, type Result } from '../../core/result';
import type { Problem } from '../../core/problem';
import type { KtyperDatabase } from '../../storage/database';
import { isActive, readJob } from '../../storage/jobs';
import { JOB_GONE, ROWS_GONE } from '../../storage/storage-problem';
import type { JobRecord } from '../../storage/records';
import { readManifest } from '../../storage/manifests';
import { readAllEvidence, readEvidence } from '../../storage/evidence';
import { hasRows, readRows } from '../../storage/rows';
import { idle } from '../idle';
import { MAX_COPIED_SAMPLES } from './evidence-copies';
import { JobSession } from './job-session.svelte';
import type { Progress } from './progress';
import type { JobQueue } from './job-queue.svelte';

/** Least milliseconds between two reads of the rows of a job that another page works on. */
const ROWS_INTERVAL_MS = 1_500;
/** Milliseconds between two looks whether the storage still has the shown job. */
const CHECK_INTERVAL_MS = 5_000;
/** Least pause after reading the rows, as a multiple of the time that the reading took. */
const REST_RATIO = 10;

/**
 * Opens the job of a token, from the page's own work or from the storage; null when it does not exist here.
 */
export async function openJob(
  db: KtyperDatabase,
  queue: JobQueue,
  token: string,
): Promise<Result<JobSession | null, Problem>> {
  const running = queue.session(token);
  if (running !== undefined) return ok(running);
  const record = await readJob(db, token);
  if (!record.ok || record.value === null) return record as Result<null, Problem>;
  // The job is deleted, and stored only so that this can be undone.
  if (record.value.deletedAt !== null) return ok(null);

  const session = new JobSession(record.value, (sample) => readEvidence(db, token, sample));
  const loaded = await load(db, session);
  return loaded.ok ? ok(session) : loaded;
}

/**
 * Updates a session from the storage: a new name, a deletion, rows that another page of this browser
 * writes. A job of this page is ahead of the storage and not updated.
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
    if (!read.ok || session.unsaved) return;
    if (queue.isActive(token)) {
      // This page is ahead of the storage, except for a name that was typed on another page.
      const { name, nameTyped } = read.value ?? session.record;
      if (nameTyped) session.change({ name, nameTyped });
      return;
    }
    if (read.value === null) {
      session.unsaved = JOB_GONE;
      return;
    }
    const before = session.record;
    session.progress = progressOf(read.value);
    if (isActive(before.status) && !isActive(read.value.status)) {
      // An end is shown with its rows, so that nobody takes those so far for all.
      void load(db, session, read.value);
      return;
    }
    session.record = read.value;
    if (!isActive(read.value.status)) return;
    isBehind = true;
    if (timer === undefined) catchUp();
  });
  // Queries are not repeated when the database itself is deleted or its connection is closed.
  // The old connection, which still has the job, is closed after these events.
  const verify = () => void setTimeout(() => void checkStored(db, session));
  db.on('versionchange', verify);
  db.on('close', verify);
  // Nor when something else than this app removes records: a browser's own tools, say.
  const checking = setInterval(() => {
    if (!queue.isActive(token)) void checkStored(db, session);
  }, CHECK_INTERVAL_MS);
  if (!queue.isActive(token)) void holdEvidence(db, session);
  return () => {
    db.on.versionchange.unsubscribe(verify);
    db.on.close.unsubscribe(verify);
    subscription.unsubscribe();
    clearTimeout(timer);
    clearInterval(checking);
    isBehind = false;
  };
}

/**
 * Returns the progress of another page; null when none works on the job. Only that page knows its speed.
 */
function progressOf({ status, counts }: JobRecord): Progress | null {
  if (status !== 'running') return null;
  const { done, found, complete = false } = counts;
  return { done, found, complete, elapsed: 0 };
}

async function load(
  db: KtyperDatabase,
  session: JobSession,
  ended: JobRecord | null = null,
): Promise<Result<void, Problem>> {
  const { token, model } = ended ?? session.record;
  const rows = await readRows(db, token);
  if (!rows.ok) return rows;
  // Rows that vanished with their job stay on the screen.
  if (session.unsaved !== null) return ok(undefined);
  if (ended !== null) session.record = ended;
  session.show(rows.value);
  if (model !== null && session.manifest === null) {
    const manifest = await readManifest(db, model.manifestSha256);
    if (!manifest.ok) return manifest;
    session.manifest = manifest.value;
  }
  return ok(undefined);
}

/**
 * Tells the session when the storage no longer has its job, or none of its rows. What is on the screen stays
 * there.
 */
async function checkStored(db: KtyperDatabase, session: JobSession): Promise<void> {
  const { token } = session.record;
  const read = await readJob(db, token);
  if (read.ok && read.value !== null && !(await isListed(db))) {
    session.unsaved ??= JOB_GONE;
    // What follows goes to a database that will be there at the next visit.
    db.close({ disableAutoOpen: false });
    return;
  }
  if (!read.ok) session.unsaved ??= read.error;
  else if (read.value === null) session.unsaved ??= JOB_GONE;
  else if (session.samples.length > 0 && !isActive(read.value.status)) {
    const rows = await hasRows(db, token);
    if (rows.ok && !rows.value) session.unsaved ??= ROWS_GONE;
  }
}

/**
 * Whether the browser lists the database. A connection that was opened while site data was cleared reads and
 * writes as any other, though what it writes is already deleted.
 */
async function isListed(db: KtyperDatabase): Promise<boolean> {
  const names = await Dexie.getDatabaseNames().catch(() => null);
  return names === null || names.includes(db.name);
}

/** Holds the evidence of a shown job, so that it can be exported when the storage is cleared. */
async function holdEvidence(db: KtyperDatabase, session: JobSession): Promise<void> {
  if (session.samples.length > MAX_COPIED_SAMPLES) return;
  await idle();
  const read = await readAllEvidence(db, session.record.token);
  if (read.ok) session.holdStored(read.value);
}
