import { describe, expect, it } from 'vitest';
import { drawCalibrantError, drawMassError, measuredMz } from '../../../src/simulate/mass-error';

const spread = (values: readonly number[]): number => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
};
const many = Array.from({ length: 400 }, (_, i) => i);

describe('drawMassError', () => {
  it('depends mostly on the run: spots of one plate differ by 130 ppm, plates by 500', () => {
    const ofOneRun = many.map((spot) => drawMassError('plate', `spot ${spot}`).shiftPpm);
    const ofRuns = many.map((run) => drawMassError(`plate ${run}`, 'spot').shiftPpm);
    expect(spread(ofOneRun)).toBeGreaterThan(110);
    expect(spread(ofOneRun)).toBeLessThan(150);
    expect(spread(ofRuns)).toBeGreaterThan(430);
    expect(spread(ofRuns)).toBeLessThan(570);
  });

  it('stays within 1,800 ppm, which the model’s search covers', () => {
    const shifts = many.map((run) => drawMassError(run, `spot of ${run}`).shiftPpm);
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(1800);
  });

  it('has the same slope for each spot of a run', () => {
    const slopes = many.map((spot) => drawMassError('plate', spot).slopePpmPerKda);
    expect(new Set(slopes).size).toBe(1);
  });
});

describe('drawCalibrantError', () => {
  it('is that of the spot alone, around zero', () => {
    const errors = many.map((spot) => drawCalibrantError(`spot ${spot}`));
    expect(spread(errors.map(({ shiftPpm }) => shiftPpm))).toBeGreaterThan(50);
    expect(spread(errors.map(({ shiftPpm }) => shiftPpm))).toBeLessThan(70);
    expect(Math.max(...errors.map(({ shiftPpm }) => Math.abs(shiftPpm)))).toBeLessThan(300);
    expect(new Set(errors.map(({ slopePpmPerKda }) => slopePpmPerKda))).toEqual(new Set([0]));
  });
});

describe('measuredMz', () => {
  it('moves by the shift at 6 kDa and by the slope from there', () => {
    const error = { shiftPpm: 500, slopePpmPerKda: -10 };
    expect(measuredMz(6000, error)).toBeCloseTo(6003, 9);
    expect(measuredMz(10000, error)).toBeCloseTo(10004.6, 9);
  });
});
