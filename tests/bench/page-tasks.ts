import { duration } from '../../scripts/say';
import { median } from './figures';
import { ENDED, scrollUntil, until, withJob } from './growth-run';
import { inBoth, type Span, watchStandstills } from './standstill';

/** A task of the page's thread, in milliseconds. */
export interface PageTask {
  /** From the record's first event to the task's start. */
  readonly at: number;
  readonly duration: number;
  /** For how long the thread had a processor. In the rest it waited, since other threads had them all. */
  readonly processor: number;
  /** How much of `processor` the browser's garbage collector had. */
  readonly collecting: number;
  /** How much of `duration` no core of this machine ran, though the system counts a processor; null where not known. */
  readonly standing: number | null;
  /** The browser's own name for what began it, such as `TimerFire`; null where its record names nothing. */
  readonly cause: string | null;
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

/** A slow or busy machine has many long tasks, of which the shorter ones tell nothing more. */
const MOST_TASKS = 10;

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
    const stop = await browser.trace(['toplevel', 'v8', 'devtools.timeline'], (event) =>
      isWanted(event as unknown as TraceEvent, renderer),
    );
    const endWatch = watchStandstills();
    let standstills: readonly Span[] | null;
    try {
      await scrollUntil(page, until(page, ENDED));
    } finally {
      standstills = await endWatch();
    }
    return longAmong((await stop()) as unknown as readonly TraceEvent[], standstills);
  });
}

/**
 * Returns whether an event belongs to the process, and is a long task, what began one, or a collection, or names a
 * thread.
 */
function isWanted({ name, pid, ph, dur = 0 }: TraceEvent, process: number | null): boolean {
  if (pid !== process) return false;
  if (ph === 'M') return name === 'thread_name';
  return dur > 1_000 * LONG || COLLECTIONS.has(name) || CAUSES.has(name);
}

/**
 * Finds the long tasks of a page's thread among the events of its process.
 *
 * @param standstills when no core ran; null where not known
 * @throws when the thread is not among them
 */
export function longAmong(
  events: readonly TraceEvent[],
  standstills: readonly Span[] | null,
): readonly PageTask[] {
  const page = events.find(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain');
  if (page === undefined) throw new Error("The browser's record does not name the page's thread.");
  const own = events.filter(({ ph, tid }) => ph === 'X' && tid === page.tid);
  const begin = own.reduce((least, { ts = 0 }) => Math.min(least, ts), Infinity);
  const collections = own.filter(({ name }) => COLLECTIONS.has(name));
  const causes = own.filter(({ name }) => CAUSES.has(name));
  return own
    .filter(({ name, dur = 0 }) => name === TASK && dur > 1_000 * LONG)
    .map((task) => ({
      at: ((task.ts ?? 0) - begin) / 1_000,
      duration: (task.dur ?? 0) / 1_000,
      processor: (task.tdur ?? 0) / 1_000,
      collecting: collections
        .filter((one) => isWithin(one, task))
        .reduce((sum, { tdur = 0 }) => sum + tdur / 1_000, 0),
      standing: standstills === null ? null : sharedBy(task, standstills),
      cause: causes.find((one) => isWithin(one, task))?.name ?? null,
    }))
    .sort((one, other) => other.duration - one.duration);
}

function isWithin(one: TraceEvent, { ts = 0, dur = 0 }: TraceEvent): boolean {
  const { ts: start = 0, dur: length = 0 } = one;
  return start >= ts && start + length <= ts + dur;
}

function sharedBy({ ts = 0, dur = 0 }: TraceEvent, spans: readonly Span[]): number {
  const task: Span = [ts / 1_000, (ts + dur) / 1_000];
  return inBoth([task], spans).reduce((sum, [from, to]) => sum + to - from, 0);
}

/** One of these does not lie within another. */
const COLLECTIONS: ReadonlySet<string> = new Set(['MajorGC', 'MinorGC']);
/** A timer, a frame, a message of another thread, and idle time. */
const CAUSES: ReadonlySet<string> = new Set([
  'TimerFire',
  'FireAnimationFrame',
  'HandlePostMessage',
  'FireIdleCallback',
]);
const TASK = 'ThreadControllerImpl::RunTask';

/** The longest of the times that a function gives for some tasks, in milliseconds; 0 for no task. */
function most(tasks: readonly PageTask[], time: (task: PageTask) => number): number {
  return Math.max(0, ...tasks.map(time));
}

function withoutCollector({ processor, collecting }: PageTask): number {
  return processor - collecting;
}

function ofThePage(task: PageTask): number {
  return Math.max(0, withoutCollector(task) - (task.standing ?? 0));
}

/**
 * Tells of the longest tasks how long each lasted, for how long of it the thread had a processor and the collector of
 * garbage, for how long the machine stood still, and when it began and what began it.
 */
export function tasksOf(tasks: readonly PageTask[]): string {
  const texts = tasks.slice(0, MOST_TASKS).map(textOf);
  const more = tasks.length - texts.length;
  if (more > 0) texts.push(`and ${more} more`);
  return texts.length === 0 ? 'none' : texts.join(', ');
}

function textOf({ at, duration: all, processor, collecting, standing, cause }: PageTask): string {
  const stood = standing === null ? 'not known' : duration(standing);
  const begun = `at ${duration(at)}${cause === null ? '' : `, ${cause}`}`;
  return (
    `${duration(all)} (${duration(processor)} of a processor, ${duration(collecting)} of them collecting garbage; ` +
    `the machine stood still: ${stood}; ${begun})`
  );
}

/** Tells the longest time of a processor in each of some records, and the task that had most of them all. */
export function recordsLine(records: readonly (readonly PageTask[])[]): string {
  const times = records.map((tasks) => most(tasks, withoutCollector));
  const isKnown = records.flat().every(({ standing }) => standing !== null);
  const own = isKnown
    ? inWords(records.map((tasks) => most(tasks, ofThePage)))
    : 'not known, since this system lets no process watch it';
  const [longest] = records
    .flat()
    .toSorted((one, other) => withoutCollector(other) - withoutCollector(one));
  const which = longest === undefined ? '' : ` The task that had most: ${textOf(longest)}.`;
  return (
    `the longest time of a processor without the collector, of tasks over 50 ms, in ${times.length} recorded runs: ` +
    `${inWords(times)}; the median ${duration(median(times))}. Without the time in which this machine stood still: ${own}; ` +
    `aim: at most 50 ms.${which}`
  );
}

function inWords(times: readonly number[]): string {
  return times.map((time) => duration(time)).join(', ');
}
