import { describe, expect, it } from 'vitest';
import {
  explainVerdict,
  measureLabel,
  showLimits,
  showValue,
} from '../../../../src/core/quality/explain';
import { judge, worstVerdict } from '../../../../src/core/quality/judge';
import { QUALITY_LIMITS, QUALITY_MEASURES } from '../../../../src/core/quality/limits';
import { rateSample } from '../../../../src/core/quality/rate-sample';
import { foreign, measures, ratedRow } from './rated';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

describe('judge', () => {
  it.each([
    ['peaks', 13, 'pass'],
    ['peaks', 12, 'warn'],
    ['peaks', 7, 'warn'],
    ['peaks', 6, 'fail'],
    ['noiseShare', 0.91, 'pass'],
    ['noiseShare', 0.92, 'warn'],
    ['shiftPpm', 490, 'pass'],
    ['shiftPpm', -491, 'warn'],
    ['shiftPpm', 801, 'fail'],
    ['shiftPpm', -801, 'fail'],
    ['tiltPpmPerKda', -60, 'pass'],
    ['tiltPpmPerKda', -61, 'warn'],
    ['tiltPpmPerKda', 240, 'warn'],
    ['saturatedPoints', 0, 'pass'],
    ['saturatedPoints', 1, 'warn'],
  ] as const)('%s of %d gives %s', (measure, value, verdict) => {
    expect(judge(measure, value)).toEqual({ measure, value, verdict });
  });

  it('gives the worst of several verdicts', () => {
    expect(worstVerdict([])).toBe('pass');
    expect(worstVerdict(['warn', 'pass'])).toBe('warn');
    expect(worstVerdict(['warn', 'fail', 'pass'])).toBe('fail');
  });
});

describe('rateSample', () => {
  it('judges the measured values, in the order of the limits', () => {
    const quality = rateSample([ratedRow(0)], null);
    expect(quality?.verdict).toBe('pass');
    expect(quality?.measures.map(({ measure }) => measure)).toEqual(
      QUALITY_MEASURES.filter((measure) => measure !== 'replicateAgreement'),
    );
  });

  it('has the worst verdict of its measures', () => {
    const row = ratedRow(0, { measures: measures({ peaks: 5, noiseShare: 0.95 }) });
    const quality = rateSample([row], null);
    expect(quality?.verdict).toBe('fail');
    expect(quality?.measures.filter(({ verdict }) => verdict !== 'pass')).toEqual([
      { measure: 'peaks', value: 5, verdict: 'fail' },
      { measure: 'noiseShare', value: 0.95, verdict: 'warn' },
    ]);
  });

  it('does not apply a taxon’s markers to a spectrum of another taxon', () => {
    const lost = measures({}, { found: 3, shiftPpm: 1275 });
    expect(rateSample([ratedRow(0, { measures: lost })], null)?.verdict).toBe('fail');
    const quality = rateSample([ratedRow(0, { measures: lost, call: foreign })], null);
    expect(quality?.verdict).toBe('pass');
    expect(quality?.measures.map(({ measure }) => measure)).not.toContain('shiftPpm');
  });

  it('judges several spectra by their medians', () => {
    const rows = [10, 30, 20].map((peaks, i) => ratedRow(i, { measures: measures({ peaks }) }));
    expect(rateSample(rows, null)?.measures[0]).toEqual({
      measure: 'peaks',
      value: 20,
      verdict: 'pass',
    });
  });

  it('warns of replicates that do not agree, and fails those that contradict', () => {
    const rows = [ratedRow(0), ratedRow(1)];
    const consensus = { spectra: 2, agreeing: 1, others: {}, majority: null };
    const agreement = (contradictory: boolean) =>
      rateSample(rows, { ...consensus, contradictory })?.measures.at(-1);
    expect(agreement(false)).toEqual({
      measure: 'replicateAgreement',
      value: 0.5,
      verdict: 'warn',
    });
    expect(agreement(true)?.verdict).toBe('fail');
  });

  it('judges the spectra of the call, and not those that were left out', () => {
    const rows = [
      ratedRow(0),
      ratedRow(1, { measures: measures({ peaks: 0 }) }),
      ratedRow(2, { measures: measures({ peaks: 0 }) }),
    ];
    const consensus = { spectra: 3, agreeing: 1, others: {}, majority: null, contradictory: false };
    expect(rateSample(rows, consensus)?.verdict).toBe('fail');
    const quality = rateSample(rows, { ...consensus, leftOut: [1, 2] });
    expect(quality).toEqual(rateSample([rows[0]!], { ...consensus, spectra: 1 }));
    expect(quality?.verdict).toBe('pass');
  });

  it('gives null if nothing was measured', () => {
    expect(rateSample([], null)).toBeNull();
    expect(rateSample([ratedRow(0, { status: 'failed' })], null)).toBeNull();
    expect(rateSample([ratedRow(0, { measures: null })], null)).toBeNull();
    expect(
      rateSample([ratedRow(0, { measures: { ...measures(), quality: null } })], null),
    ).toBeNull();
  });
});

describe('the sentences of quality', () => {
  it('state the value and the limits', () => {
    expect(spoken(explainVerdict(judge('peaks', 31)))).toBe(
      'Peaks: 31 (at least 13, fails below 7).',
    );
    expect(spoken(explainVerdict(judge('shiftPpm', -640)))).toBe(
      'Calibration shift: -640 ppm (at most 490 ppm off, fails beyond 800 ppm). ' +
        'All masses of the spectrum are off. The call takes it into account. ' +
        'Calibrate the instrument before the next run.',
    );
    expect(spoken(showValue('totalIntensity', 44_907_123))).toBe('44,907,123');
    expect(spoken(showValue('markersFound', 0.85))).toBe('85%');
    expect(spoken(showValue('largestPeakMz', 0))).toBe('none');
    expect(spoken(showLimits('noiseShare'))).toBe('at most 91%');
  });

  it('exist for every measure, and say what to do if it does not pass', () => {
    for (const measure of QUALITY_MEASURES) {
      expect(spoken(measureLabel(measure))).not.toBe('');
      const bad = inEnglish(explainVerdict({ measure, value: 0, verdict: 'warn' }));
      expect(bad.split('. ').length).toBeGreaterThanOrEqual(3);
    }
  });

  it('have a version of the limits, whose failures are never milder than their warnings', () => {
    expect(QUALITY_LIMITS.version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const { worse, warn, fail } of Object.values(QUALITY_LIMITS.measures)) {
      if (fail === null) continue;
      expect(worse === 'smaller' ? fail.value < warn.value : fail.value > warn.value).toBe(true);
    }
  });
});
