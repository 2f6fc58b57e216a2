import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AxisCache } from '../../../../src/core/bruker/axis-cache';
import { timeOfFlightToMz } from '../../../../src/core/bruker/tof-to-mz';
import { checkMassRange } from '../../../../src/core/spectrum/mass-range';
import { CALIBRATION, sameValues } from '../../../builders/bruker-acquisition';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const axisOf = (calibration: Parameters<typeof timeOfFlightToMz>[0]) => {
  const mz = timeOfFlightToMz(calibration);
  if (!mz.ok) throw new Error(inEnglish(mz.error.message));
  return mz.value;
};

describe('time of flight to m/z', () => {
  // From CalStar, which flexControl wrote into the same acqu: raw time (rv), and mass after calibration (ma).
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

  it('equals ((t - ML2) / B)^2 without a quadratic term: B = 1000 for ML1 = 1e6', () => {
    const mz = axisOf({ ml1: 1e6, ml2: 500, ml3: 0, delay: 2500, dwell: 1000, points: 3 });
    expect(mz).toEqual(Float64Array.of(4, 9, 16));
  });

  it('solves 2 x^2 + 1000 x = t - ML2 for x: 1, 2 and 3 at 1002, 2008 and 3018 ns', () => {
    const at = (delay: number) =>
      axisOf({ ml1: 1e6, ml2: 0, ml3: 2, delay, dwell: 1, points: 1 })[0];
    expect([at(1002), at(2008), at(3018)].map((mz) => Number(mz!.toFixed(9)))).toEqual([1, 4, 9]);
  });

  it('accepts delays and steps that are not integers', () => {
    const mz = axisOf({ ml1: 1e6, ml2: 0.25, ml3: 0, delay: 1000.25, dwell: 0.5, points: 2 });
    expect(mz).toEqual(Float64Array.of(1, 1.0005 ** 2));
  });

  it('names the constants if a root is negative or imaginary, or if the masses do not ascend', () => {
    const sentence = 'the root is negative or does not ascend.';
    const beforeZero = timeOfFlightToMz({ ...CALIBRATION, delay: 10, points: 200 });
    expect(beforeZero).toMatchObject({ ok: false, error: { kind: 'calibration-root' } });
    const imaginary = timeOfFlightToMz({ ...CALIBRATION, ml3: -2 });
    if (imaginary.ok) throw new Error('taken');
    expect(spoken(imaginary.error.message)).toContain(
      'ML1= 5399308.43132565, ML2= 417.068833806938, ML3= -2',
    );
    expect(spoken(imaginary.error.message)).toContain('DELAY= 19634, DW= 2');
    expect(spoken(imaginary.error.message)).toContain(sentence);
    const standing = timeOfFlightToMz({ ...CALIBRATION, dwell: 1e-30 });
    expect(standing.ok).toBe(false);
  });
});

describe('points before mass zero', () => {
  // ML2 is 417.07 ns. With steps of 2 ns from 0, the point at 418 ns is the first after it.
  const early = { ...CALIBRATION, delay: 0, points: 31_241 };

  it('have no m/z: the axis begins after them and is unchanged from there on', () => {
    const mz = axisOf(early);
    expect(mz).toHaveLength(31_241 - 209);
    expect(mz[0]).toBe(axisOf({ ...CALIBRATION, delay: 418, points: 1 })[0]);
    expect(sameValues(mz.subarray(-21_424), axisOf(CALIBRATION))).toBe(true);
  });

  it('include the point at mass zero itself', () => {
    expect(axisOf({ ml1: 1e6, ml2: 500, ml3: 0, delay: 0, dwell: 250, points: 4 })).toEqual(
      Float64Array.of(0.25 ** 2),
    );
  });

  it('are left out if there is no root at all', () => {
    // 1000^2 - 4 * 2 * (ML2 - t) is negative up to 0 ns.
    const mz = axisOf({ ml1: 1e6, ml2: 125_001, ml3: 2, delay: 0, dwell: 125_001, points: 3 });
    expect(mz).toHaveLength(1);
  });

  it('do not hide that later points have no mass', () => {
    expect(timeOfFlightToMz({ ...early, ml3: -2 })).toMatchObject({
      ok: false,
      error: { kind: 'calibration-root' },
    });
  });
});

describe('a cubic calibration', () => {
  /** The plate's own constants, as in NTBCal. */
  const quadratic = {
    ml1: 5399308.4313256489,
    ml2: 417.06883380693762,
    ml3: -0.014168713820693077,
  };
  /** The example in the documentation of readBrukerFlexData, from a reflector instrument. */
  const published = {
    ml1: 1164156.9998801197,
    ml2: 3884.868239229128,
    ml3: 6.1682474689786355,
    cubic: -0.063083671657452864,
    offset: -34.362308485323794,
  };

  // The masses were computed separately from this code, with 60 digits, by bisection up to the first turning
  // point.
  it.each([
    [published, 3885, 34.36230850553457],
    [published, 10_000, 74.65010867834522],
    [published, 25_000, 457.0991369236863],
    [published, 51_759.75, 2012.6595581338354],
    [{ ...quadratic, cubic: 0.0012, offset: -1.5 }, 19_634, 1979.356718476374],
    [{ ...quadratic, cubic: 0.0012, offset: -1.5 }, 26_319.2995763953, 3566.9323629480014],
    [{ ...quadratic, cubic: 0.0012, offset: -1.5 }, 62_480, 18928.27874756066],
    [{ ...quadratic, cubic: -0.0012, offset: 2.25 }, 43_945.27758006904, 10961.034491556755],
    [{ ...quadratic, cubic: -0.0012, offset: 2.25 }, 62_480, 24175.00663682597],
  ])('%j puts %d ns at m/z %d', (constants, delay, mass) => {
    const [mz] = axisOf({ ...constants, delay, dwell: 1, points: 1 });
    expect(Math.abs(mz! / mass - 1)).toBeLessThan(1e-13);
  });

  it('without a cubic term equals the quadratic to the last bit, minus its offset', () => {
    const { ml1, ml2, ml3, ...times } = CALIBRATION;
    const plain = axisOf(CALIBRATION);
    const same = axisOf({ ml1, ml2, ml3, cubic: 0, offset: 0, ...times });
    expect(sameValues(same, plain)).toBe(true);
    const shifted = axisOf({ ml1, ml2, ml3, cubic: 0, offset: 2, ...times });
    expect(
      sameValues(
        shifted,
        plain.map((mz) => mz - 2),
      ),
    ).toBe(true);
  });

  it('has masses from which their times can be computed back, for any constants', () => {
    const constants = fc.record({
      ml1: fc.double({ min: 1e5, max: 1e8, noNaN: true }),
      ml2: fc.double({ min: -5e3, max: 5e3, noNaN: true }),
      ml3: fc.double({ min: -10, max: 10, noNaN: true }),
      cubic: fc.double({ min: -0.1, max: 0.1, noNaN: true }).filter((cubic) => cubic !== 0),
      offset: fc.double({ min: -50, max: 50, noNaN: true }),
    });
    const small = {
      ml1: 1e5,
      ml2: -1.0000000010000002e-9,
      ml3: 0,
      cubic: -5e-324,
      offset: -9.3e-10,
    };
    fc.assert(
      fc.property(constants, ({ ml1, ml2, ml3, cubic, offset }) => {
        const b = Math.sqrt(1e12 / ml1);
        const axis = timeOfFlightToMz({
          ...{ ml1, ml2, ml3, cubic, offset },
          ...{ delay: 0, dwell: 250, points: 400 },
        });
        if (!axis.ok) return;
        const first = 400 - axis.value.length;
        axis.value.forEach((mz, i) => {
          const x = Math.sqrt(mz + offset);
          const time = ml2 + b * x + ml3 * x ** 2 + cubic * x ** 3;
          // If the slope is small, a time has the rounding error of its terms.
          const terms = Math.abs(ml2) + b * x + Math.abs(ml3) * x ** 2 + Math.abs(cubic) * x ** 3;
          // If the mass is small compared with its offset, their sum has the rounding error of the mass.
          const rounding = 2 ** -51 * (Math.abs(mz) + Math.abs(offset));
          const slope = b + 2 * Math.abs(ml3) * x + 3 * Math.abs(cubic) * x ** 2;
          const lost = (slope * rounding) / Math.max(x, Math.sqrt(rounding), Number.MIN_VALUE);
          expect(Math.abs(time - 250 * (first + i))).toBeLessThan(1e-9 * (terms + 1) + lost);
        });
      }),
      { examples: [[small]] },
    );
  });

  it('has no mass at the last point if it turns before it, which the problem explains', () => {
    const turning = timeOfFlightToMz({
      ...{ ...quadratic, cubic: -0.01, offset: 0 },
      ...{ delay: 19_634, dwell: 2, points: 21_424 },
    });
    if (turning.ok) throw new Error('taken');
    expect(spoken(turning.error.message)).toContain('cubic term -0.01, offset 0 gives no mass at');
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
    expect(spoken(checkMassRange(new Float64Array())?.message)).toContain('covers nothing');
  });

  it('refuses points more than 3 Da apart between 2 and 12 kDa, and only there', () => {
    expect(checkMassRange(axis(1_999, 20_999, 5.6))).toMatchObject({ kind: 'sampled-coarsely' });
    expect(checkMassRange(axis(1_999, 20_999, 3))).toBeNull();
    const above = Float64Array.of(...axis(1_999, 12_500, 1), ...axis(12_510, 20_999, 10));
    expect(checkMassRange(above)).toBeNull();
  });
});

describe('axes of shared calibrations', () => {
  it('are one array for each calibration', () => {
    const axes = new AxisCache();
    const first = axes.mz(CALIBRATION);
    const again = axes.mz({ ...CALIBRATION });
    const other = axes.mz({ ...CALIBRATION, points: 21_000 });
    if (!first.ok || !again.ok || !other.ok) throw new Error('refused');
    expect(again.value).toBe(first.value);
    expect(other.value).not.toBe(first.value);
    expect(other.value).toHaveLength(21_000);
    const cubic = axes.mz({ ...CALIBRATION, cubic: 0, offset: 0.5 });
    if (!cubic.ok) throw new Error('refused');
    expect(cubic.value[0]).toBe(first.value[0]! - 0.5);
  });

  it('are kept up to a limit, the most recently used ones', () => {
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
