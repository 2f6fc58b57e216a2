import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../src/core/bruker/axis-cache';
import { timeOfFlightToMz } from '../../../src/core/bruker/tof-to-mz';
import { checkMassRange } from '../../../src/core/spectrum/mass-range';
import { CALIBRATION } from './build-acquisition';

const axisOf = (calibration: Parameters<typeof timeOfFlightToMz>[0]) => {
  const mz = timeOfFlightToMz(calibration);
  if (!mz.ok) throw new Error(mz.error.message);
  return mz.value;
};

describe('time of flight to m/z', () => {
  // What flexControl itself wrote into CalStar of the same acqu: raw time (rv), mass after (ma).
  it.each([
    [26319.2995763953, 3636.962024055972],
    [31070.62470204659, 5097.34387430476],
    [37020.07847375557, 7274.685313216313],
    [43945.27758006904, 10298.80065697407],
    [56211.9458208172, 16953.45496387941],
  ])('puts the calibrant at %d ns where the instrument puts it', (delay, mass) => {
    const [mz] = axisOf({ ...CALIBRATION, delay, points: 1 });
    expect(Math.abs(mz! / mass - 1)).toBeLessThan(1e-9);
  });

  it('is ((t - ML2) / B)^2 without a quadratic term: B = 1000 for ML1 = 1e6', () => {
    const mz = axisOf({ ml1: 1e6, ml2: 500, ml3: 0, delay: 2500, dwell: 1000, points: 3 });
    expect(mz).toEqual(Float64Array.of(4, 9, 16));
  });

  it('solves 2 x^2 + 1000 x = t - ML2 for x: 1, 2 and 3 at 1002, 2008 and 3018 ns', () => {
    const at = (delay: number) =>
      axisOf({ ml1: 1e6, ml2: 0, ml3: 2, delay, dwell: 1, points: 1 })[0];
    expect([at(1002), at(2008), at(3018)].map((mz) => Number(mz!.toFixed(9)))).toEqual([1, 4, 9]);
  });

  it('takes delays and steps that are no whole numbers', () => {
    const mz = axisOf({ ml1: 1e6, ml2: 0.25, ml3: 0, delay: 1000.25, dwell: 0.5, points: 2 });
    expect(mz).toEqual(Float64Array.of(1, 1.0005 ** 2));
  });

  it('names the constants where a root is negative, imaginary or does not ascend', () => {
    const sentence = 'the root is negative or does not ascend.';
    const beforeStart = timeOfFlightToMz({ ...CALIBRATION, delay: 10 });
    expect(beforeStart).toMatchObject({ ok: false, error: { kind: 'calibration-root' } });
    const imaginary = timeOfFlightToMz({ ...CALIBRATION, ml3: -2 });
    if (imaginary.ok) throw new Error('taken');
    expect(imaginary.error.message).toContain(
      'ML1= 5399308.43132565, ML2= 417.068833806938, ML3= -2',
    );
    expect(imaginary.error.message).toContain('DELAY= 19634, DW= 2');
    expect(imaginary.error.message).toContain(sentence);
    const standing = timeOfFlightToMz({ ...CALIBRATION, dwell: 1e-30 });
    expect(standing.ok).toBe(false);
  });
});

describe('the whole-cell range', () => {
  const axis = (from: number, to: number, step: number) =>
    Float64Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);

  it('is covered by what instruments record for 2,000 to 20,000 Da', () => {
    expect(checkMassRange(axis(1999.8, 20_997, 1))).toBeNull();
    expect(checkMassRange(axis(1962.2, 20_146.5, 1))).toBeNull();
    expect(checkMassRange(axis(2_020, 19_801, 1))).toBeNull();
  });

  it('is not covered by a spectrum that starts late, ends early or is empty', () => {
    expect(checkMassRange(axis(2_500, 20_997, 1))).toMatchObject({
      kind: 'mass-range',
      message:
        'The spectrum covers m/z 2500.0 to 20997.0; a whole-cell spectrum from 2,000 to 20,000 is needed.',
    });
    expect(checkMassRange(axis(2_000, 15_000, 1))?.kind).toBe('mass-range');
    expect(checkMassRange(new Float64Array())?.message).toContain('covers nothing');
  });

  it('refuses points more than 3 Da apart between 2 and 12 kDa, and only there', () => {
    expect(checkMassRange(axis(1_999, 20_999, 5.6))).toMatchObject({ kind: 'sampled-coarsely' });
    expect(checkMassRange(axis(1_999, 20_999, 3))).toBeNull();
    const above = Float64Array.of(...axis(1_999, 12_500, 1), ...axis(12_510, 20_999, 10));
    expect(checkMassRange(above)).toBeNull();
  });
});

describe('axes of shared calibrations', () => {
  it('are one array for one calibration', () => {
    const axes = new AxisCache();
    const first = axes.mz(CALIBRATION);
    const again = axes.mz({ ...CALIBRATION });
    const other = axes.mz({ ...CALIBRATION, points: 21_000 });
    if (!first.ok || !again.ok || !other.ok) throw new Error('refused');
    expect(again.value).toBe(first.value);
    expect(other.value).not.toBe(first.value);
    expect(other.value).toHaveLength(21_000);
  });

  it('are kept up to a limit, those used last', () => {
    const axes = new AxisCache(2);
    const get = (points: number) => {
      const axis = axes.mz({ ...CALIBRATION, points });
      if (!axis.ok) throw new Error('refused');
      return axis.value;
    };
    const a = get(21_424);
    const b = get(21_423);
    expect(get(21_424)).toBe(a);
    get(21_422);
    expect(get(21_424)).toBe(a);
    expect(get(21_423)).not.toBe(b);
  });
});
