import { describe, expect, it } from 'vitest';
import { failed, noted, passed } from '../../../../src/core/check/check-item';
import { distanceFrom, takeFingerprint } from '../../../../src/core/check/fingerprint';
import { judgeKernel } from '../../../../src/core/check/judge-steps';
import { reportAsJson, reportAsText } from '../../../../src/io/exports/check-report';
import { judgeInstallation } from '../../../../src/core/check/verdict';
import { spoken } from '../../../builders/spoken';

const values = Float64Array.from({ length: 1000 }, (_, i) => Math.sqrt(i) + (i % 7));

describe('a fingerprint', () => {
  const stored = takeFingerprint(values);

  it('recognises the numbers that it was taken from', () => {
    expect(distanceFrom(stored, values)).toBe(0);
    expect(distanceFrom(takeFingerprint(new Float64Array(0)), new Float64Array(0))).toBe(0);
  });

  it('is small', () => {
    expect(stored.samples.length).toBeLessThanOrEqual(32);
  });

  it.each([0, 1, 499, 998, 999])('notices a change of one number, at %i', (place) => {
    const changed = Float64Array.from(values);
    changed[place]! += 1e-3;
    expect(distanceFrom(stored, changed)).toBeGreaterThan(1e-9);
  });

  it('notices that two numbers changed places', () => {
    const changed = Float64Array.from(values);
    [changed[400], changed[402]] = [changed[402]!, changed[400]!];
    expect(distanceFrom(stored, changed)).toBeGreaterThan(1e-9);
  });

  it('detects NaN, and too few numbers', () => {
    const changed = Float64Array.from(values);
    changed[501] = NaN;
    expect(distanceFrom(stored, changed)).toBe(Infinity);
    expect(distanceFrom(stored, values.subarray(1))).toBe(Infinity);
    expect(distanceFrom(stored, new Float64Array(1000))).toBeGreaterThan(0.5);
    expect(distanceFrom(takeFingerprint(new Float64Array(9)), values.slice(0, 9))).toBe(Infinity);
  });
});

describe('the comparison of the kernel with the plain steps', () => {
  const plain = [{ id: 'smooth' as const, values }];

  it('passes only when every bit is the same', () => {
    const runs = { name: 'Which steps run', outcome: 'pass' };
    expect(judgeKernel('wasm-simd', plain, plain)).toMatchObject([
      runs,
      { outcome: 'pass', distance: 0 },
    ]);
    const other = Float64Array.from(values);
    other[3]! += 1e-12;
    expect(judgeKernel('wasm-simd', [{ id: 'smooth', values: other }], plain)).toMatchObject([
      runs,
      { outcome: 'fail' },
    ]);
    other[3] = NaN;
    expect(judgeKernel('wasm-simd', [{ id: 'smooth', values: other }], plain)).toMatchObject([
      runs,
      { outcome: 'fail', distance: Infinity },
    ]);
    expect(judgeKernel('wasm-simd', [], plain)).toMatchObject([runs, { outcome: 'fail' }]);
  });

  it('notes that the kernel does not run, which is not a failure', () => {
    const items = judgeKernel('typescript', plain, plain);
    expect(items).toMatchObject([{ outcome: 'note' }]);
    expect(spoken(items[0]?.says)).toContain('TypeScript');
  });
});

describe('the verdict', () => {
  const good = passed('files', 'A', 'Is there.');
  const bad = failed('models', 'B', { message: 'Is not.', cure: 'Reload.' });

  it('counts passed and failed checks, and does not count notes', () => {
    expect(judgeInstallation([good, noted('kernel', 'C', 'Slow.')])).toEqual({
      passed: true,
      says: 'All 1 checks passed: this installation computes what it should.',
    });
    expect(judgeInstallation([good, good, bad])).toMatchObject({ passed: false });
    expect(spoken(judgeInstallation([good, good, bad]).says)).toMatch(/^1 of 3 checks failed/);
  });

  it('is not a pass when nothing was checked', () => {
    expect(judgeInstallation([]).passed).toBe(false);
  });

  it('is in the report, with each check, its cure and the facts', () => {
    const items = [good, { ...bad, distance: Infinity, tolerance: 1e-9 }];
    const report = {
      checkedAt: '2026-01-05T09:00:00.000Z',
      verdict: judgeInstallation(items),
      facts: [{ name: 'Browser', value: 'Any' }],
      items,
    };
    const text = reportAsText(report);
    expect(text).toContain('1 of 2 checks failed');
    expect(text).toContain('PASSED  A: Is there.');
    expect(text).toContain('FAILED  B: Is not. [off by not comparable, allowed 1.0e-9]');
    expect(text).toContain('Reload.');
    expect(text).toContain('Browser  Any');
    expect(JSON.parse(reportAsJson(report))).toMatchObject({
      format: 'ktyper-check/1',
      verdict: { passed: false },
      items: [{ outcome: 'pass' }, { outcome: 'fail', distance: null }],
    });
  });
});
