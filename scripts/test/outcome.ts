/** The result of one step of the checks. */
export interface Outcome {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Returns the outcome of a step without tests, from a program's exit code. */
export function fromExitCode(code: number): Outcome {
  return { ok: code === 0, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Returns the outcome of a test program, from the counts that it wrote. A program that failed without a
 * failed test, for example because a file could not be loaded, counts as one failure.
 */
export function fromCounts(
  code: number,
  counts: { passed: number; failed: number; skipped: number },
): Outcome {
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  return { ok: failed === 0, passed: counts.passed, failed, skipped: counts.skipped };
}

/** Writes the last line: `412 passed, 0 failed`, and `, 3 skipped` when some were. */
export function lastLine(outcomes: readonly Outcome[]): string {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number =>
    outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
