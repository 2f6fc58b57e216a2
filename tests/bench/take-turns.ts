import type { Figure } from './figures';
import type { Timer } from './timers';
import { say } from '../../scripts/say';

/** Runs the timers in turn, so that a busy moment of the machine affects all alike. */
export async function takeTurns(
  timers: readonly Timer[],
  rounds: number,
  signal: AbortSignal,
  what: string,
  label: (key: string) => string,
): Promise<readonly Figure[]> {
  const times = new Map<string, number[]>();
  for (let round = 1; round <= rounds && !signal.aborted; round++) {
    say(`${what}: round ${round} of ${rounds} ...`);
    for (const time of timers) {
      for (const [key, value] of Object.entries(await time())) {
        times.set(key, [...(times.get(key) ?? []), value]);
      }
    }
  }
  return [...times].map(([key, values]) => ({ key, label: label(key), times: values }));
}
