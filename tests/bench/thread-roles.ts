import { type ProcessKind, TICK } from './proc-text';

/** A thread of the browser at a moment. */
export interface ThreadTime {
  readonly process: number;
  readonly thread: number;
  readonly kind: ProcessKind;
  readonly name: string;
  /** Processor time since it started, in milliseconds. */
  readonly milliseconds: number;
}

/** The processor time of all the browser's processes up to a moment. */
export interface Snapshot {
  readonly threads: readonly ThreadTime[];
  /** Milliseconds by process, including ended threads, in whole ticks. */
  readonly processes: ReadonlyMap<number, number>;
}

export const ROLES = {
  compute: 'Compute threads',
  rows: 'Threads that write rows',
  archive: "Archive's thread",
  page: "Page's main thread",
  engine: "The engine's compilers and collector",
  storage: "Browser's database and files",
  browser: "Browser's other threads",
  ended: 'Threads that came and went',
} as const;
export type Role = keyof typeof ROLES;

const WORKER = 'DedicatedWorker';
const ROLE_OF_WORKER: readonly (readonly [RegExp, Role])[] = [
  [/spectrum/, 'compute'],
  [/rows/, 'rows'],
  [/archive/, 'archive'],
];

/** Which worker of the page each thread is, since the system calls all of them `DedicatedWorker`. */
export interface WorkerNames {
  /** The living workers by thread. */
  readonly living: ReadonlyMap<number, string>;
  /** All workers that the page ever started, in any order. */
  readonly started: readonly string[];
}

/**
 * Computes the work of each thread between two moments.
 *
 * @param ended threads as they were last seen, some of which are in neither snapshot: those that started and
 * ended in between, or ended
 */
function workBetween(
  before: Snapshot,
  after: Snapshot,
  ended: readonly ThreadTime[],
): readonly ThreadTime[] {
  const begun = new Map(before.threads.map(({ thread, milliseconds }) => [thread, milliseconds]));
  const there = new Set(after.threads.map(({ thread }) => thread));
  const gone = ended.filter(({ thread }) => !there.has(thread));
  return [...after.threads, ...gone].map((time) => ({
    ...time,
    milliseconds: Math.max(0, time.milliseconds - (begun.get(time.thread) ?? 0)),
  }));
}

/** Sums processor time by role, in milliseconds. Time of no known thread belongs to threads that ended. */
export function timeByRole(
  before: Snapshot,
  after: Snapshot,
  ended: readonly ThreadTime[],
  workers: WorkerNames,
): Readonly<Record<Role, number>> {
  const sums: Record<Role, number> = Object.fromEntries(
    Object.keys(ROLES).map((role) => [role, 0]),
  ) as Record<Role, number>;
  const seen = new Map<number, number>();
  const ofEnded = nameOfEnded(workers);
  for (const time of workBetween(before, after, ended)) {
    const name = workers.living.get(time.thread) ?? ofEnded;
    sums[roleOf(time, name)] += time.milliseconds;
    seen.set(time.process, (seen.get(time.process) ?? 0) + time.milliseconds);
  }
  for (const [process, total] of after.processes) {
    const left = total - (before.processes.get(process) ?? 0) - (seen.get(process) ?? 0);
    // Ticks are rounded down at both moments, so a difference below two ticks is no thread.
    if (left > 2 * TICK) sums.ended += left;
  }
  return sums;
}

/** @param worker name of the page's worker, if the thread is one */
export function roleOf({ process, thread, kind, name }: ThreadTime, worker: string | null): Role {
  if (kind === 'storage') return 'storage';
  if (kind === 'browser') return name.startsWith('ThreadPool') ? 'storage' : 'browser';
  if (kind === 'other') return 'browser';
  if (process === thread) return 'page';
  // Chromium runs the engine's compilers and collector in its thread pool.
  if (name.startsWith('ThreadPool')) return 'engine';
  if (name !== WORKER) return 'browser';
  return ROLE_OF_WORKER.find(([pattern]) => pattern.test(worker ?? ''))?.[1] ?? 'ended';
}

export function isWorker({ name }: { readonly name: string }): boolean {
  return name === WORKER;
}

/** Returns the name that all ended workers of the page had; null where they had several, or none ended. */
export function nameOfEnded({ living, started }: WorkerNames): string | null {
  const left = [...started];
  for (const name of living.values()) {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
  }
  const names = new Set(left);
  return names.size === 1 ? [...names][0]! : null;
}
