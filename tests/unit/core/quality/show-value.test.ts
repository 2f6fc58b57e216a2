import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showValue } from '../../../../src/core/quality/explain';
import { judge } from '../../../../src/core/quality/judge';
import { QUALITY_LIMITS, QUALITY_MEASURES } from '../../../../src/core/quality/limits';
import { spoken } from '../../../builders/spoken';

describe('the shown value of a measure', () => {
  it('is never shown like its limit if it is beyond it', () => {
    expect(spoken(showValue('markersFound', 0.675))).toBe('67%');
    expect(spoken(showValue('noiseShare', 0.9101))).toBe('92%');
    expect(spoken(showValue('resolution', 619.6))).toBe('619');
    expect(spoken(showValue('medianSignalToNoise', 5.68))).toBe('5.6');
    expect(spoken(showValue('shiftPpm', -490.2))).toBe('-491 ppm');
    expect(spoken(showValue('shiftPpm', 490.2))).toBe('+491 ppm');
  });

  it('is rounded as usual otherwise', () => {
    expect(spoken(showValue('markersFound', 0.68))).toBe('68%');
    expect(spoken(showValue('markersFound', 0.684))).toBe('68%');
    expect(spoken(showValue('shiftPpm', -0.4))).toBe('0 ppm');
    expect(spoken(showValue('largestPeakMz', 0))).toBe('none');
  });

  it('differs from each limit that it is beyond, however close', () => {
    const near = fc.double({ min: 1e-6, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...QUALITY_MEASURES),
        near,
        fc.boolean(),
        (measure, by, isFail) => {
          const { warn, fail, worse } = QUALITY_LIMITS.measures[measure];
          const limit = (isFail ? (fail ?? warn) : warn).value;
          const scale = limit > 0 && limit <= 1 ? 0.01 : 1;
          const value = worse === 'smaller' ? limit - by * scale : limit + by * scale;
          expect(judge(measure, value).verdict).not.toBe('pass');
          expect(spoken(showValue(measure, value))).not.toBe(showValue(measure, limit));
        },
      ),
    );
  });
});
