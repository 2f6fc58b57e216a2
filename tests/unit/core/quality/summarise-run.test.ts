import { describe, expect, it } from 'vitest';
import type { SampleRow, SpectrumRow } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import { measuredRows } from '../../../../src/core/quality/measured-values';
import { runToEnd } from '../../../../src/core/interruptible';
import { findDrift, findOutliers, findWeakness } from '../../../../src/core/quality/run-findings';
import { rateSample } from '../../../../src/core/quality/rate-sample';
import { summariseRun } from '../../../../src/core/quality/summarise-run';
import { sampleRow } from '../../storage/records';
import { foreign, measures, named, ratedRow } from './rated';
import { spoken } from '../../../builders/spoken';

/** @param tilts ppm a kDa, one for each shift; empty for a model without tilt */
function shifted(
  shifts: readonly number[],
  instrument: string | null = null,
  tilts: readonly number[] = [],
): SpectrumRow[] {
  return shifts.map((shiftPpm, i) =>
    ratedRow(i, {
      measures: measures({}, { shiftPpm, tiltPpmPerKda: tilts[i] ?? null }),
      record: instrument === null ? null : recordOf(instrument),
    }),
  );
}

function recordOf(instrument: string) {
  return {
    acquiredAt: null,
    instrument,
    software: null,
    laserShots: 40,
    spectrumType: null,
    target: null,
    comments: [],
    calibration: null,
    highPrecisionCalibration: false,
  };
}

const drift = (rows: readonly SpectrumRow[]) => findDrift(runToEnd(measuredRows(rows)));
const outliers = (rows: readonly SpectrumRow[]) =>
  runToEnd(findOutliers(runToEnd(measuredRows(rows))));
const weakness = (samples: readonly SampleRow[], rows: readonly SpectrumRow[]) =>
  findWeakness(samples, rows, runToEnd(measuredRows(rows)));

const empty = problem('no-spectrum', 'No spectrum.', 'Measure again.');

describe('findDrift', () => {
  it('reports in words that an instrument is off', () => {
    expect(drift(shifted([-600, -650, -640, -700, -600]))).toEqual([
      {
        kind: 'calibration-drift',
        message:
          'All spectra of this run are off by about -640 ppm (more than 490 is doubtful): the instrument’s calibration has drifted.',
        cure: 'Calibrate before the next run. The calls of this run take the shift into account.',
      },
    ]);
  });

  it('names shift and tilt in one sentence if either is off', () => {
    const tilts = [-110, -120, -120, -130, -90];
    expect(drift(shifted([40, 50, 60, 50, 30], null, tilts))).toEqual([
      {
        kind: 'calibration-drift',
        message:
          'All spectra of this run are off by about +50 ppm at m/z 6,500 and by about -120 ppm more with each 1,000 m/z (more than 490, or 60, is doubtful): the instrument’s calibration has drifted.',
        cure: 'Calibrate before the next run. The calls of this run take both into account.',
      },
    ]);
    const shiftedOnly = drift(shifted([900, 900, 910, 920, 900], null, [1, -2, 0, 3, -1]));
    expect(spoken(shiftedOnly[0]?.message)).toContain(
      'off by about +900 ppm at m/z 6,500 and by about 0 ppm more with each 1,000 m/z',
    );
    // Tilts in both directions are not a drift.
    expect(drift(shifted([0, 0, 0, 0, 0], null, [90, 90, 90, -90, -90]))).toEqual([]);
    expect(drift(shifted([0, 0, 0, 0, 0], null, [60, 60, 60, 60, 60]))).toEqual([]);
  });

  it('reports most spectra if it is most, and nothing if spectra are off in both directions', () => {
    const most = [700, 700, 720, 690, 710, 700, 10, 0];
    expect(spoken(drift(shifted(most))[0]?.message)).toMatch(
      /^Most spectra of this run .* \+700 ppm/,
    );
    expect(drift(shifted([900, 900, 900, -900, -900]))).toEqual([]);
  });

  it('reports nothing within the limit, for few spectra, or for spectra of other taxa', () => {
    expect(drift(shifted([490, 490, 490, 490, 490]))).toEqual([]);
    expect(drift(shifted([900, 900, 900, 900]))).toEqual([]);
    const others = shifted([900, 900, 900, 900, 900]).map((row) => ({ ...row, call: foreign }));
    expect(drift(others)).toEqual([]);
  });

  it('distinguishes several instruments', () => {
    const rows = [
      ...shifted([0, 10, 20, 30, 40], 'one'),
      ...shifted([900, 910, 920, 930, 940], 'two'),
    ];
    const [only, ...more] = drift(rows);
    expect(more).toEqual([]);
    expect(spoken(only?.message)).toContain(
      'All spectra of instrument two are off by about +920 ppm',
    );
  });
});

describe('findWeakness', () => {
  it('reports many weak spectra, including empty ones', () => {
    const good = Array.from({ length: 8 }, (_, i) => ratedRow(i));
    const weak = ratedRow(8, { measures: measures({ peaks: 3 }) });
    const none = [9, 10].map((i) =>
      ratedRow(i, { status: 'failed', reason: empty, measures: null }),
    );
    const [only, ...more] = weakness([], [...good, weak, ...none]);
    expect(more).toEqual([]);
    expect(spoken(only?.message)).toBe(
      '3 of 11 spectra of this run are weak (2 of them without any signal): few peaks, few markers, or little signal.',
    );
    expect(weakness([], [...good, weak, none[0]!])).toEqual([]);
  });

  it('does not count a good spectrum of another taxon as weak', () => {
    const others = Array.from({ length: 8 }, (_, i) =>
      ratedRow(i, { call: foreign, measures: measures({}, { found: 0 }) }),
    );
    expect(weakness([], others)).toEqual([]);
  });

  it('does not mistake a weak call for a weak spectrum', () => {
    const weak = { ...named, confidence: 'weak', rule: 'weak-species' } as const;
    const rows = Array.from({ length: 8 }, (_, i) => ratedRow(i, { call: weak }));
    expect(weakness([], rows)).toEqual([]);
  });

  it('reports saturation, broad peaks and contradicting replicates', () => {
    const rows = Array.from({ length: 5 }, (_, i) =>
      ratedRow(i, { measures: measures({ saturatedPoints: i < 3 ? 9 : 0 }, { resolution: 400 }) }),
    );
    const contradictory = {
      spectra: 2,
      agreeing: 1,
      others: {},
      majority: null,
      contradictory: true,
    };
    const samples = [sampleRow(0, { consensus: contradictory }), sampleRow(1)];
    expect(weakness(samples, rows).map(({ message }) => message)).toEqual([
      'In 3 of 5 spectra of this run the highest peaks are cut off at the ceiling of the digitiser.',
      'The peaks of this run are broad: the median resolution is 400, at least 620 is expected.',
      'The spectra of 1 sample contradict one another.',
    ]);
  });
});

describe('findOutliers', () => {
  const shifts = Array.from({ length: 12 }, (_, i) => 10 * i);

  it('finds a spectrum that is far from the others of its run', () => {
    // The quartiles of 0, 10 ... 110, 700 are 30, 60, 90, and the outer fence is at 270.
    expect(outliers(shifted([...shifts, 700]))).toEqual([
      { spectrum: 12, measure: 'shiftPpm', value: 700, typical: 60 },
    ]);
    expect(outliers(shifted([...shifts, 260]))).toEqual([]);
  });

  it('ignores values that are better than the others, and runs of a few spectra', () => {
    const rows = Array.from({ length: 13 }, (_, i) =>
      ratedRow(i, { measures: measures({ peaks: i === 0 ? 90 : 25 + (i % 5) }) }),
    );
    expect(outliers(rows)).toEqual([]);
    expect(outliers(shifted([0, 0, 0, 0, 9000]))).toEqual([]);
  });
});

describe('summariseRun', () => {
  it('counts samples by verdict, and those without one', () => {
    const rows = [
      ratedRow(0),
      ratedRow(1, { measures: measures({ peaks: 10 }) }),
      ratedRow(2, { status: 'failed', measures: null }),
    ];
    const samples = rows.map(({ index }) => sampleRow(index));
    const run = summariseRun(samples, rows, ({ spectra }) => {
      const rated = rateSample(
        rows.filter(({ index }) => spectra.includes(index)),
        null,
      );
      return rated?.verdict ?? null;
    });
    expect(run.samples).toEqual({ pass: 1, warn: 1, fail: 0, unrated: 1 });
    expect(run.findings).toEqual([]);
  });
});
