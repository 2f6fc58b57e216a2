import { unreachable } from '../result';
import { type CheckItem, failed, measured, noted, passed, WRONG_NUMBERS_CURE } from './check-item';
import { distanceFrom } from './fingerprint';
import type { Reference } from './reference';
import type { StepId, StepValues } from './reference-steps';
import { TOLERANCES } from './tolerances';
import { type Sentence, sentence } from '../../words/told/sentence';

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
        message: sentence('checked.stepNothing'),
        cure: WRONG_NUMBERS_CURE,
      });
    }
    if (values.length !== step.length) {
      return failed('steps', name, {
        message: sentence('checked.stepCount', { count: values.length, expected: step.length }),
        cure: WRONG_NUMBERS_CURE,
      });
    }
    return measured('steps', name, distanceFrom(step, values), TOLERANCES.steps, {
      same: sentence('checked.stepSame', { count: step.length }),
      close: sentence('checked.stepClose', { count: step.length }),
      far: sentence('checked.stepFar', { count: step.length }),
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
    return [noted('kernel', KERNEL, sentence('checked.kernelPlain'))];
  }
  const runs = passed('kernel', KERNEL, sentence('checked.kernelRuns'));
  const compared = plain
    .filter(({ id }) => id !== 'counts' && id !== 'mz')
    .map(({ id, values }) => {
      const other = fast.find((step) => step.id === id)?.values;
      const distance = other === undefined ? Infinity : largestDifference(values, other);
      return measured('kernel', nameStep(id), distance, TOLERANCES.kernel, {
        same: sentence('checked.kernelSame', { count: values.length }),
        close: sentence('checked.kernelClose', { count: values.length }),
        far: sentence('checked.kernelFar'),
      });
    });
  return [runs, ...compared];
}

const KERNEL = sentence('checked.nameKernel');

function nameStep(id: StepId): Sentence {
  switch (id) {
    case 'counts':
      return sentence('checked.stepCounts');
    case 'mz':
      return sentence('checked.stepMasses');
    case 'square-root':
      return sentence('checked.stepRoot');
    case 'smooth':
      return sentence('checked.stepSmooth');
    case 'subtract-baseline':
      return sentence('checked.stepBaseline');
    case 'normalise':
      return sentence('checked.stepNormalise');
    case 'clip':
      return sentence('checked.stepClip');
    case 'ten-dalton-bins':
      return sentence('checked.stepBins');
    case 'peaks':
      return sentence('checked.stepPeaks');
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
