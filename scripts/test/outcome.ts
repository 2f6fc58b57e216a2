/** What became of one step of the checks. */
export interface Outcome {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Of a step that is no set of tests: a program's exit code. */
export function fromExitCode(code: number): Outcome {
  return { ok: code === 0, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Of a test program that wrote how many tests did what. One that failed without a failed test (a
 * file that cannot be loaded, say) counts as one failure.
 */
export function fromCounts(
  code: number,
  counts: { passed: number; failed: number; skipped: number },
): Outcome {
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { ok: failed === 0, passed: counts.passed, failed, skipped: counts.skipped };
}

/** The last line: `412 passed, 0 failed`, with `, 3 skipped` when there are any. */
export function lastLine(outcomes: readonly Outcome[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
