import { ENDED, scrollUntil, until, withJob } from './growth-run';

/** A task of the page's thread, in milliseconds. */
export interface PageTask {
  readonly duration: number;
  /** For how long the thread had a processor. In the rest it waited, since other threads had them all. */
  readonly processor: number;
}

/** An event of the browser's record; its times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  /** `M` tells about a process or a thread. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
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
    const stop = await browser.trace(['toplevel'], (event) =>
      isWanted(event as unknown as TraceEvent, renderer),
    );
    await scrollUntil(page, until(page, ENDED));
    return longAmong((await stop()) as unknown as readonly TraceEvent[]);
  });
}

/** Returns whether an event belongs to the process, and is a long task or names a thread. */
function isWanted({ name, pid, ph, dur = 0 }: TraceEvent, process: number | null): boolean {
  return pid === process && (ph === 'M' ? name === 'thread_name' : dur > 1_000 * LONG);
}

/**
 * Finds the long tasks of a page's thread among the events of its process.
 *
 * @throws when the thread is not among them
 */
export function longAmong(events: readonly TraceEvent[]): readonly PageTask[] {
  const page = events.find(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain');
  if (page === undefined) throw new Error("The browser's record does not name the page's thread.");
  const tasks = events.filter(({ name, tid }) => tid === page.tid && name === TASK);
  return tasks
    .map(({ dur = 0, tdur = 0 }) => ({ duration: dur / 1_000, processor: tdur / 1_000 }))
    .filter(({ duration }) => duration > LONG)
    .sort((one, other) => other.duration - one.duration);
}

const TASK = 'ThreadControllerImpl::RunTask';
