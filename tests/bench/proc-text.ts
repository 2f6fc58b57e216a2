/** The contents of a line of `/proc/PID/stat` or `/proc/PID/task/TID/stat`. */
export interface ProcStat {
  /** The first 15 characters of the thread's name, which may include brackets and spaces. */
  readonly name: string;
  /** The process that started this one. */
  readonly parent: number;
  /**
   * Processor time in milliseconds, including that of ended threads of a process, rounded down to whole
   * ticks.
   */
  readonly milliseconds: number;
}

/** Linux reports a tick as a hundredth of a second on every machine. */
export const TICK = 10;

/** @throws {RangeError} for any other text */
export function readStat(text: string): ProcStat {
  const [open, close] = [text.indexOf('('), text.lastIndexOf(')')];
  // After the name come the state, the parent, and as 12th and 13th fields the ticks in user and in system
  // mode.
  const fields = text
    .slice(close + 1)
    .trim()
    .split(' ');
  const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
  if (open < 0 || close < open || !isCount(parent) || !isCount(user) || !isCount(system)) {
    throw new RangeError(`No line of /proc/PID/stat: ${text}`);
  }
  return {
    name: text.slice(open + 1, close),
    parent,
    milliseconds: (user + system) * TICK,
  };
}

/**
 * The processor time of a thread in milliseconds, to the nanosecond, from `/proc/PID/task/TID/schedstat`.
 * @throws {RangeError} on what is no such line
 */
export function readSchedstat(text: string): number {
  const nanoseconds = /^(\d+) \d+ \d+\s*$/.exec(text)?.[1];
  if (nanoseconds === undefined) throw new RangeError(`No line of schedstat: ${text}`);
  return Number(nanoseconds) / 1e6;
}

export type ProcessKind = 'browser' | 'page' | 'storage' | 'other';

/** @param commandLine of a process of Chromium's, its words parted by zeros or spaces */
export function processKind(commandLine: string): ProcessKind {
  const words = commandLine.split(/[\0 ]/);
  const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length);
  if (type === undefined) return 'browser';
  if (type === 'renderer') return 'page';
  const isStorage = words.some((word) => /^--utility-sub-type=storage\./.test(word));
  return isStorage ? 'storage' : 'other';
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
