import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const WATCH = fileURLToPath(new URL('./watch-clock.js', import.meta.url));

/** From and to, in milliseconds of the system's clock (`CLOCK_MONOTONIC`), as the browser's records have it. */
export type Span = readonly [from: number, to: number];

/**
 * Watches when this whole machine stands still without its system knowing, as a guest of a busy host does: on each core
 * a process sleeps, again and again, and goes before all others when it wakes. When all of them wake late at once, no core
 * ran. The system counts such a time for the thread in which it began.
 *
 * @returns what ends the watch, and gives the times in which no core ran; null where the system does not allow a process
 * to go before others
 */
export function watchStandstills(): () => Promise<readonly Span[] | null> {
  const cores = Array.from({ length: availableParallelism() }, (_, core) => {
    const command = ['-f', '1', 'taskset', '-c', String(core), process.execPath, WATCH];
    const child = spawn('chrt', command, { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    const printed = text(child.stdout);
    return async (): Promise<readonly Span[] | null> => {
      // One that has ended by itself never watched.
      const watched = child.kill();
      await ended;
      return watched ? spansOf(await printed) : null;
    };
  });
  return async () => {
    const [first, ...others] = await Promise.all(cores.map((end) => end()));
    return others.reduce((some, more) => some && more && inBoth(some, more), first!);
  };
}

function spansOf(printed: string): readonly Span[] {
  const lines = printed.split('\n').filter((line) => line !== '');
  return lines.map((line) => line.split(' ').map(Number) as [number, number]);
}

/** Returns the times that lie in a span of both lists. */
export function inBoth(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  return some.flatMap(([from, to]) =>
    others
      .map(([start, end]): Span => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => end > start),
  );
}
