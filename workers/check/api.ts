import type { StepValues } from '../../src/core/check/reference-steps';
import type { InputFile } from '../../src/io/entry';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';

/** A spectrum's values step by step, as the check of an installation holds them against stored ones. */
export interface CheckedSteps {
  readonly preprocessor: 'wasm-simd' | 'typescript';
  /** As the preprocessor of this browser gives them. */
  readonly steps: readonly StepValues[];
  /** As the plain steps in TypeScript give them. */
  readonly plain: readonly StepValues[];
}

/** The worker of the check of an installation. */
export interface CheckWorkerApi {
  /** Takes the only spectrum of a run through every step, once by each preprocessor there is. */
  takeSteps(files: readonly InputFile[]): Promise<Result<CheckedSteps, Problem>>;
}
