import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { duration } from '../../scripts/say';
import { timeProcess } from './time-process';

const READER = fileURLToPath(new URL('./read-clocks.js', import.meta.url));

/**
 * Measures for how long this machine stands still without its system knowing, as a guest of a busy host does: a process
 * on each core reads the clocks and does nothing else. While the machine stands, the system counts a processor for
 * whichever thread it stands in, so that a task of a page can have such a time too.
 *
 * @returns the longest such time, in milliseconds
 */
export async function longestStandstill(seconds: number): Promise<number> {
  const readers = Array.from({ length: availableParallelism() }, async () => {
    const { printed } = await timeProcess(process.execPath, [READER, String(seconds)], '.');
    return Number(printed);
  });
  return Math.max(...(await Promise.all(readers)));
}

export function standstillLine(longest: number, seconds: number): string {
  return (
    `While nothing else ran, processes read the clocks for ${seconds} s: between two readings, this system counts a processor for up to ` +
    `${duration(longest)}. A task above may hold as much that is the machine's.`
  );
}
