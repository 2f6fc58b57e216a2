import { expect, it } from 'vitest';
import { fromCounts, fromExitCode, lastLine } from '../../../scripts/test/outcome';

it('adds up the tests of all steps', () => {
  const steps = [
    fromExitCode(0),
    fromCounts(0, { passed: 400, failed: 0, skipped: 0 }),
    fromCounts(0, { passed: 12, failed: 0, skipped: 0 }),
  ];
  expect(lastLine(steps)).toBe('412 passed, 0 failed');
});

it('names the skipped tests', () => {
  expect(lastLine([fromCounts(0, { passed: 1, failed: 0, skipped: 3 })])).toBe(
    '1 passed, 0 failed, 3 skipped',
  );
});

it('counts a failed step as a failure, with or without a failed test', () => {
  expect(lastLine([fromExitCode(2), fromCounts(1, { passed: 5, failed: 0, skipped: 0 })])).toBe(
    '5 passed, 2 failed',
  );
  expect(fromCounts(1, { passed: 5, failed: 3, skipped: 0 })).toMatchObject({
    ok: false,
    failed: 3,
  });
});
