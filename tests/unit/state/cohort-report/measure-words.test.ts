import { describe, expect, it } from 'vitest';
import { besideLimit, measureValue } from '../../../../src/state/cohort-report/measure-words';

describe('a value of the chart', () => {
  it('is written as its measure is', () => {
    expect(measureValue('shift', -30.3)).toBe('−30');
    expect(measureValue('tilt', 1.25)).toBe('+1.3');
    expect(measureValue('resolution', 1234.5)).toBe('1,235');
    expect(measureValue('notIdentified', 0.125)).toBe('12.5%');
  });

  it('is not rounded to the limit that it passed', () => {
    expect(besideLimit('peaks', 70.2, 69.96)).toEqual({ value: '70.2', limit: '70.0' });
    expect(besideLimit('peaks', 75, 70)).toEqual({ value: '75', limit: '70' });
  });
});
