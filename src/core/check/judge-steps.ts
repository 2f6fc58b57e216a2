import { unreachable } from '../result';
import { type CheckItem, failed, measured, noted, passed, WRONG_NUMBERS_CURE } from './check-item';
import { distanceFrom } from './fingerprint';
import type { Reference } from './reference';
import type { StepId, StepValues } from './reference-steps';
import { TOLERANCES } from './tolerances';
import { groupDigits } from '../text';

/** Compares each step's numbers with the stored ones. A step without numbers has failed. */
export function judgeSteps(
  stored: Reference['steps'],
  found: readonly StepValues[],
): readonly CheckItem[] {
  return stored.map((step) => {
    const name = nameStep(step.id);
    const values = found.find(({ id }) => id === step.id)?.values;
    if (values === undefined) {
      return failed('steps', name, {
        message: 'This step gave no numbers.',
        cure: WRONG_NUMBERS_CURE,
      });
    }
    if (values.length !== step.length) {
      return failed('steps', name, {
        message: `This step gave ${groupDigits(values.length)} numbers instead of ${groupDigits(step.length)}.`,
        cure: WRONG_NUMBERS_CURE,
      });
    }
    return measured('steps', name, distanceFrom(step, values), TOLERANCES.steps, {
      same: `Its ${groupDigits(step.length)} numbers have the stored fingerprint, to the last digit.`,
      close: `Its ${groupDigits(step.length)} numbers have the stored fingerprint but for the last digits.`,
      far: `Its ${groupDigits(step.length)} numbers are not the stored ones.`,
    });
  });
}

/** Compares the steps of the WebAssembly kernel with the TypeScript ones, number by number. */
export function judgeKernel(
  kind: 'wasm-simd' | 'typescript',
  fast: readonly StepValues[],
  plain: readonly StepValues[],
): readonly CheckItem[] {
  if (kind === 'typescript') {
    const says =
      'The WebAssembly steps could not be loaded here, so the plain ones in TypeScript are used: ' +
      'slower, with the same numbers.';
    return [noted('kernel', KERNEL, says)];
  }
  const runs = passed('kernel', KERNEL, 'The steps in WebAssembly with SIMD run here.');
  const compared = plain
    .filter(({ id }) => id !== 'counts' && id !== 'mz')
    .map(({ id, values }) => {
      const other = fast.find((step) => step.id === id)?.values;
      const distance = other === undefined ? Infinity : largestDifference(values, other);
      return measured('kernel', nameStep(id), distance, TOLERANCES.kernel, {
        same: `WebAssembly and TypeScript give the same ${groupDigits(values.length)} numbers, to the last bit.`,
        close: `WebAssembly and TypeScript give nearly the same ${groupDigits(values.length)} numbers.`,
        far: 'WebAssembly and TypeScript give different numbers.',
      });
    });
  return [runs, ...compared];
}

const KERNEL = 'Which steps run';

function nameStep(id: StepId): string {
  switch (id) {
    case 'counts':
      return 'Read the counts (fid)';
    case 'mz':
      return 'Masses from times of flight (acqu)';
    case 'square-root':
      return 'Square root';
    case 'smooth':
      return 'Smoothing';
    case 'subtract-baseline':
      return 'Baseline';
    case 'normalise':
      return 'Normalisation';
    case 'clip':
      return 'Clipping and bins of 1 Da';
    case 'ten-dalton-bins':
      return 'Bins of 10 Da';
    case 'peaks':
      return 'Peaks and noise';
    default:
      return unreachable(id);
  }
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i]! - b[i]!);
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
