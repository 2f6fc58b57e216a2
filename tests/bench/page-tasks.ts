import { ENDED, scrollUntil, until, withJob } from './growth-run';

/** A task of the page's thread, in milliseconds. */
export interface PageTask {
  readonly duration: number;
  /** For how long the thread had a processor. In the rest it waited, since other threads had them all. */
  readonly processor: number;
  /** How much of `processor` the browser's garbage collector had. */
  readonly collecting: number;
}

/** An event of the browser's record; its times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  /** `M` tells about a process or a thread. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds from which on a task is long, as browsers have it. */
const LONG = 50;

/**
 * Runs a file in a browser of its own, and meanwhile scrolls the table, as `growthRun` does. The browser's record costs
 * memory and time of its own, so nothing else is measured.
 *
 * @returns the long tasks of the page's thread, the longest first
 */
export function longTasks(
  executable: string,
  url: string,
  path: string,
  folder: string,
): Promise<readonly PageTask[]> {
  return withJob(executable, url, path, folder, async (page, browser) => {
    const renderer = await browser.busiestRenderer();
    const stop = await browser.trace(['toplevel', 'v8'], (event) =>
      isWanted(event as unknown as TraceEvent, renderer),
    );
    await scrollUntil(page, until(page, ENDED));
    return longAmong((await stop()) as unknown as readonly TraceEvent[]);
  });
}

/** Returns whether an event belongs to the process, and is a long task or a collection, or names a thread. */
function isWanted({ name, pid, ph, dur = 0 }: TraceEvent, process: number | null): boolean {
  if (pid !== process) return false;
  if (ph === 'M') return name === 'thread_name';
  return dur > 1_000 * LONG || COLLECTIONS.has(name);
}

/**
 * Finds the long tasks of a page's thread among the events of its process.
 *
 * @throws when the thread is not among them
 */
export function longAmong(events: readonly TraceEvent[]): readonly PageTask[] {
  const page = events.find(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain');
  if (page === undefined) throw new Error("The browser's record does not name the page's thread.");
  const own = events.filter(({ ph, tid }) => ph === 'X' && tid === page.tid);
  const collections = own.filter(({ name }) => COLLECTIONS.has(name));
  return own
    .filter(({ name, dur = 0 }) => name === TASK && dur > 1_000 * LONG)
    .map((task) => ({
      duration: (task.dur ?? 0) / 1_000,
      processor: (task.tdur ?? 0) / 1_000,
      collecting: collections
        .filter((one) => isWithin(one, task))
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0),
    }))
    .sort((one, other) => other.duration - one.duration);
}

function isWithin(one: TraceEvent, { ts = 0, dur = 0 }: TraceEvent): boolean {
  const { ts: start = 0, dur: length = 0 } = one;
  return start >= ts && start + length <= ts + dur;
}

/** One of these does not lie within another. */
const COLLECTIONS: ReadonlySet<string> = new Set(['MajorGC', 'MinorGC']);
const TASK = 'ThreadControllerImpl::RunTask';
