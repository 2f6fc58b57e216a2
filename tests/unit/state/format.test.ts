import { describe, expect, it } from 'vitest';
import { formatPercent } from '../../../src/core/text';
import { formatDuration, formatSigned, formatStamp } from '../../../src/state/format';
import { pace } from '../../../src/state/jobs/progress';

describe('formatPercent', () => {
  it.each([
    [0.5, '50.0%'],
    [0.999, '99.9%'],
    [0.99999, '>99.9%'],
    [1, '>99.9%'],
    [0.0004, '<0.1%'],
    [0, '<0.1%'],
  ])('shows %d as %s', (probability, expected) => {
    expect(formatPercent(probability)).toBe(expected);
  });
});

describe('formatDuration', () => {
  it.each([
    [-5, 'less than 1 s'],
    [8_400, '8 s'],
    [59_700, '1 min'],
    [3_600_000, '1 h'],
    [7_500_000, '2 h 5 min'],
  ])('shows %d ms as %s', (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });
});

it('formatSigned shows no negative zero', () => {
  expect([formatSigned(-0.04, 1), formatSigned(-0.06, 1), formatSigned(3, 0)]).toEqual([
    '0.0',
    '−0.1',
    '+3',
  ]);
});

describe('pace', () => {
  it('is unknown in the first moments', () => {
    expect(pace({ done: 3, found: 96, complete: true, elapsed: 100 })).toEqual({
      spectraPerSecond: null,
      timeLeft: null,
    });
  });

  it('predicts the rest by what was done so far', () => {
    expect(pace({ done: 20, found: 100, complete: true, elapsed: 2000 })).toEqual({
      spectraPerSecond: 10,
      timeLeft: 8000,
    });
  });

  it('gives no time left while spectra are still being found', () => {
    expect(pace({ done: 20, found: 100, complete: false, elapsed: 2000 }).timeLeft).toBeNull();
  });
});

describe('formatStamp', () => {
  it.each([
    ['2019-12-12T10:22:10.787+11:00', '12 Dec 2019, 10:22 (UTC+11:00)'],
    ['2024-01-02T03:04:05-03:30', '2 Jan 2024, 03:04 (UTC−03:30)'],
    ['2024-01-02T03:04:05Z', '2 Jan 2024, 03:04 (UTC)'],
    ['2024-01-02T03:04', '2 Jan 2024, 03:04'],
    ['2024-13-45T03:04:05Z', '2024-13-45T03:04:05Z'],
    ['yesterday', 'yesterday'],
    ['', ''],
  ])('formats %s as %s', (text, expected) => {
    expect(formatStamp(text)).toBe(expected);
  });
});
