import type { StepValues } from '../../src/core/check/reference-steps';
import type { InputFile } from '../../src/io/entry';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

/**
 * A spectrum's values step by step, for the comparison with stored ones in the check of an installation.
 */
export interface CheckedSteps {
  readonly preprocessor: 'wasm-simd' | 'typescript';
  /** Values of this browser's preprocessor. */
  readonly steps: readonly StepValues[];
  /** Values of the plain steps in TypeScript. */
  readonly plain: readonly StepValues[];
}

/** The calls of the worker that checks an installation. */
export interface CheckWorkerApi {
  /** Computes every step of a run's only spectrum, once with each available preprocessor. */
  takeSteps(files: readonly InputFile[]): Promise<Result<CheckedSteps, Problem>>;
}
