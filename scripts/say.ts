import { markOrders } from '../src/core/orders';

/**
 * Tells the person who typed a command about its progress, on stderr, so that results stay clean. Except for
 * the ends of lines, what a terminal would obey is replaced, since a file's name may contain it.
 */
export function say(text: string): void {
  process.stderr.write(`${text.split('\n').map(markOrders).join('\n')}\n`);
}

/** Writes a duration as `1.4 s` or `312 ms`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)} ms`
    : `${(milliseconds / 1000).toFixed(1)} s`;
}
