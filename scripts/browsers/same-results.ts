import type { RunOutput } from './main-job';

/** Numbers that differ by less, relative to the larger, are the same: engines round exp and log differently. */
const SAME = 1e-9;

/** Compares what two browsers gave for the same runs: all texts must be equal, and all numbers nearly so. */
export function sameResults(
  expected: readonly RunOutput[],
  given: readonly RunOutput[],
): { readonly isSame: boolean; readonly text: string } {
  const largest = { difference: 0, path: '' };
  const samples = (outputs: readonly RunOutput[]) => outputs.map((output) => output.samples);
  const fault = compare(samples(expected), samples(given), 'run', largest);
  if (fault !== null) return { isSame: false, text: `another result: ${fault}` };
  const { difference, path } = largest;
  if (difference > SAME) {
    return { isSame: false, text: `another number: ${path} differs by ${difference}` };
  }
  const count = samples(expected).flat().length;
  return {
    isSame: true,
    text: `the same ${count} results; numbers differ by ${difference.toPrecision(2)} at most`,
  };
}

/** @returns where two values differ; null where they do not, but for the numbers that it notes */
function compare(
  expected: unknown,
  given: unknown,
  path: string,
  largest: { difference: number; path: string },
): string | null {
  if (typeof expected === 'number' && typeof given === 'number') {
    const difference =
      expected === given ? 0 : Math.abs(expected - given) / Math.max(Math.abs(expected), 1e-9);
    if (difference > largest.difference) Object.assign(largest, { difference, path });
    return null;
  }
  if (isObject(expected) && isObject(given)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(given)]);
    for (const key of keys) {
      const fault = compare(expected[key], given[key], `${path}.${key}`, largest);
      if (fault !== null) return fault;
    }
    return null;
  }
  return Object.is(expected, given) ? null : `${path} is ${String(given)}, not ${String(expected)}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
