import { markOrders } from '../src/core/orders';

/**
 * Progress of a command, for the person who typed it: to stderr, so that results stay clean. Without
 * what a terminal would obey, but for the ends of lines, since a file's name may hold it.
 */
export function say(text: string): void {
  process.stderr.write(`${text.split('\n').map(markOrders).join('\n')}\n`);
}

/** `1.4 s`, `312 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
