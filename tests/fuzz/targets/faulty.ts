import { invariant } from '../check';
import { byteMutators } from '../mutate/bytes';
import { BOUNDS, bytesOf, type Target } from '../target';

/** Breaks an invariant in one way as soon as a zero stands in the input. */
function faulty(name: string, fail: () => void): Target {
  return {
    name: `faulty-${name}`,
    seeds: () => [bytesOf('nothing wrong with this one'), bytesOf('but with this: \0')],
    mutators: byteMutators,
    run(input) {
      if (input.includes(0)) fail();
      return ['ok'];
    },
  };
}

/** So that a test can see that each fault is found: they are no part of a run. */
export const FAULTY: readonly Target[] = [
  faulty('exception', () => {
    throw new RangeError('Offset is outside the bounds of the DataView');
  }),
  faulty('invariant', () => invariant(false, 'more bytes than there are')),
  faulty('hang', () => {
    for (;;);
  }),
  faulty('slow', () => {
    const before = process.cpuUsage();
    for (let used = 0; used < 1100 * BOUNDS.processorTime;) {
      const { user, system } = process.cpuUsage(before);
      used = user + system;
    }
  }),
  faulty('memory', () => void new Float64Array(2 ** 25).fill(1)),
  faulty('crash', () => process.exit(3)),
];
