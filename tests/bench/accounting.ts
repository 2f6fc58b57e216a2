import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { BarePage } from './bare-browser';
import { processKind, readSchedstat, readStat } from './proc-text';
import { isWorker, type Snapshot, type ThreadTime, type WorkerNames } from './thread-roles';

/** The processor time that a piece of work took, before it is known which worker each thread was. */
export interface Account<T> {
  readonly result: T;
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly ended: readonly ThreadTime[];
}

/** Milliseconds. What a browser still does after the table is complete belongs to the job. */
const SETTLE = 2_000;
/**
 * Milliseconds between two readings. Workers may end at any time, and their threads' accounts end with them.
 */
const LOOK = 200;
/** Milliseconds for which a worker is kept busy, so that its thread can be recognised. */
const PROBE = 40;

/**
 * Measures the processor time of the browser's processes while something is done and shortly after, from the
 * system's own accounting in /proc.
 *
 * @param browser the browser's main process, from which all others descend
 * @param begin whether the browser is first given time to finish other work
 */
export async function accountFor<T>(
  browser: number,
  work: () => Promise<T>,
  begin: 'at rest' | 'at once' = 'at rest',
): Promise<Account<T>> {
  if (begin === 'at rest') await setTimeout(SETTLE);
  const before = await takeSnapshot(browser);
  const pages = before.threads.filter(
    ({ kind, process, thread }) => kind === 'page' && process === thread,
  );
  const ended = new Map<number, ThreadTime>();
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      for (const { process } of pages) {
        for (const time of await workerTimes(process)) ended.set(time.thread, time);
      }
      await setTimeout(LOOK);
    }
  })();
  try {
    const result = await work();
    await setTimeout(SETTLE);
    const after = await takeSnapshot(browser);
    return { result, before, after, ended: [...ended.values()] };
  } finally {
    isRunning = false;
    await watching;
  }
}

/**
 * Finds the thread of each living worker of the page: each worker is kept busy in turn, and the thread that
 * then works is its own. From then on the page's workers are watched, so nothing may be measured afterwards.
 */
export async function nameWorkers(browser: number, page: BarePage): Promise<WorkerNames> {
  const living = new Map<number, string>();
  for (const worker of await page.workers()) {
    const before = (await takeSnapshot(browser)).threads;
    await worker.evaluate(
      `{ const end = performance.now() + ${PROBE}; while (performance.now() < end); }`,
    );
    const begun = new Map(before.map(({ thread, milliseconds }) => [thread, milliseconds]));
    const worked = (await takeSnapshot(browser)).threads
      .filter(({ kind, ...time }) => kind === 'page' && isWorker(time))
      .map(({ thread, milliseconds }) => ({
        thread,
        work: milliseconds - (begun.get(thread) ?? 0),
      }))
      .toSorted((a, b) => b.work - a.work)[0];
    if (worked !== undefined) living.set(worked.thread, worker.name);
  }
  const started = (await page.evaluate('ktyperBench.workers')) as readonly string[];
  return { living, started };
}

/** Whether this system has the accounts that are read here. */
export async function hasAccounting(): Promise<boolean> {
  return (await textOf('/proc/self/schedstat')) !== null;
}

async function takeSnapshot(browser: number): Promise<Snapshot> {
  const threads: ThreadTime[] = [];
  const processes = new Map<number, number>();
  for (const { process, milliseconds } of await descendants(browser)) {
    processes.set(process, milliseconds);
    threads.push(...(await threadTimes(process, () => true)));
  }
  return { threads, processes };
}

function workerTimes(process: number): Promise<readonly ThreadTime[]> {
  return threadTimes(process, (name) => isWorker({ name }));
}

async function threadTimes(
  process: number,
  wanted: (name: string) => boolean,
): Promise<readonly ThreadTime[]> {
  const commandLine = await textOf(`/proc/${process}/cmdline`);
  if (commandLine === null) return [];
  const kind = processKind(commandLine);
  const times = (await numbersIn(`/proc/${process}/task`)).map(async (thread) => {
    const folder = `/proc/${process}/task/${thread}`;
    const name = (await textOf(`${folder}/comm`))?.trimEnd();
    if (name === undefined || !wanted(name)) return null;
    const text = await textOf(`${folder}/schedstat`);
    return text === null
      ? null
      : { process, thread, kind, name, milliseconds: readSchedstat(text) };
  });
  return (await Promise.all(times)).filter((time) => time !== null);
}

/** Lists a process, all its descendants, and the given ones. */
async function descendants(root: number) {
  const stats = new Map<number, { readonly parent: number; readonly milliseconds: number }>();
  for (const process of await numbersIn('/proc')) {
    const text = await textOf(`/proc/${process}/stat`);
    if (text !== null) stats.set(process, readStat(text));
  }
  const isOfRoot = (process: number): boolean => {
    const parent = stats.get(process)?.parent;
    return process === root || (parent !== undefined && isOfRoot(parent));
  };
  return [...stats]
    .filter(([process]) => isOfRoot(process))
    .map(([process, { milliseconds }]) => ({ process, milliseconds }));
}

async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

/** Reads a file of the system. Returns null when its process or thread has ended. */
function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').then(
    (text) => (text === '' ? null : text),
    () => null,
  );
}
