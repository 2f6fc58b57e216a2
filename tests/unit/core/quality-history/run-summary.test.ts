import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../../src/core/interruptible';
import type { SampleRow, SpectrumRow } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import {
  isRecalibrated,
  runsByInstrument,
  valueOf,
} from '../../../../src/core/quality-history/run-order';
import { summariseRuns } from '../../../../src/core/quality-history/run-summary';
import {
  chanceOfAtLeast,
  conspicuousSpots,
  countSpotFailures,
} from '../../../../src/core/quality-history/spot-failures';
import { measuredRow } from '../../../builders/measured-row';
import { sampleRow } from '../../storage/records';

const summarise = (spectra: readonly SpectrumRow[], samples: readonly SampleRow[] = []) =>
  runToEnd(summariseRuns(spectra, samples, null));

describe('the summary of a run', () => {
  it('has the medians of its spectra, without those whose call is a refusal for their markers', () => {
    const rows = [
      measuredRow(0, { shiftPpm: 100, peaks: 20, resolution: 700 }),
      measuredRow(1, { shiftPpm: 140, peaks: 30, resolution: 800 }),
      measuredRow(2, { shiftPpm: 300, peaks: 40, resolution: 900 }),
    ];
    rows.push({
      ...measuredRow(3, { shiftPpm: 2_000, peaks: 50 }),
      call: { ...rows[0]!.call!, kind: 'none', taxon: null, rule: 'no-pattern' },
    });
    const [run] = summarise(rows);
    expect(run?.medians).toMatchObject({ shiftPpm: 140, peaks: 35, resolution: 800 });
    expect(run).toMatchObject({ instrument: 'FLEX-1', spectra: 4, calibrants: 0 });
  });

  it('counts failures by spot, and calibration spots apart', () => {
    const rows = [
      measuredRow(0, { spot: 'A1' }),
      measuredRow(1, { spot: 'A2', peaks: 3 }),
      {
        ...measuredRow(2, { spot: 'A3' }),
        status: 'failed' as const,
        measures: null,
        record: null,
      },
      {
        ...measuredRow(3, { spot: 'H12' }),
        status: 'skipped' as const,
        reason: problem('calibration-spot', 'BTS.', 'Nothing to do.'),
        record: null,
      },
      {
        ...measuredRow(4, { spot: 'H11' }),
        status: 'skipped' as const,
        reason: problem('calibration-spot', 'BTS.', 'Nothing to do.'),
        call: null,
        calibrant: { found: 8, of: 8, shiftPpm: 40 },
      },
    ];
    expect(summarise(rows)).toEqual([
      expect.objectContaining({
        instrument: 'FLEX-1',
        spectra: 3,
        failures: 2,
        calibrants: 2,
        calibrationSpots: [
          { name: 'S4', spot: 'H11', measures: { found: 8, of: 8, shiftPpm: 40 } },
        ],
        tried: ['A1', 'A2', 'A3'],
        failed: ['A2', 'A3'],
      }),
    ]);
  });

  it('is one for each run and instrument', () => {
    const rows = [
      measuredRow(0, { path: 'ONE/S0/0_A1/1/1SLin/fid' }),
      measuredRow(1, { path: 'TWO/S1/0_A1/1/1SLin/fid' }),
      measuredRow(2, { path: 'TWO/S2/0_A2/1/1SLin/fid', record: { instrument: 'FLEX-2' } }),
    ];
    const samples = [sampleRow(0), sampleRow(1, { spectra: [1] }), sampleRow(2, { spectra: [2] })];
    expect(
      summarise(rows, samples).map((run) => [run.instrument, run.samples.map(({ name }) => name)]),
    ).toEqual([
      ['FLEX-1', ['S0']],
      ['FLEX-1', ['S1']],
      ['FLEX-2', ['S2']],
    ]);
  });

  it('has when it began and when the instrument was calibrated', () => {
    const at = (acquiredAt: string | null, calibratedAt: string) => ({
      record: { acquiredAt, calibratedAt },
    });
    const [run] = summarise([
      measuredRow(0, at('2026-01-05T12:00:00+01:00', '2026-01-05T06:00:00')),
      measuredRow(1, at('2026-01-05T10:59:00+00:00', '2026-01-04T06:00:00')),
      measuredRow(2, at('some day', '2026-01-05T06:00:00')),
    ]);
    expect(run?.acquiredAt).toBe('2026-01-05T10:59:00+00:00');
    expect(run?.calibratedAt).toEqual(['2026-01-04T06:00:00', '2026-01-05T06:00:00']);
    expect(run?.calibrations).toEqual(['1 2 3 0 0']);
  });

  it('knows the same spectra again, in whatever order', () => {
    const rows = [0, 1, 2].map((i) => ({ ...measuredRow(i), sha256: `${i}f`.repeat(32) }));
    const [one] = summarise(rows);
    expect(summarise([...rows].reverse())[0]?.checksum).toBe(one?.checksum);
    expect(summarise(rows.slice(1))[0]?.checksum).not.toBe(one?.checksum);
    expect(summarise([measuredRow(0)])[0]?.checksum).toBeNull();
  });

  it('is none of no spectra', () => {
    expect(summarise([])).toEqual([]);
  });
});

describe('the order of runs', () => {
  const run = summarise([measuredRow(0)])[0]!;
  const job = (token: string, createdAt: number, isExample = false) => ({
    token,
    name: token,
    createdAt,
    isExample,
  });

  it('is by when they were measured, not by when they were identified', () => {
    const [instrument] = runsByInstrument([
      { job: job('late', 1), runs: [{ ...run, acquiredAt: '2026-01-09T00:00:00Z' }] },
      { job: job('early', 2), runs: [{ ...run, acquiredAt: '2026-01-02T00:00:00Z' }] },
      { job: job('unknown', Date.parse('2026-01-05')), runs: [{ ...run, acquiredAt: null }] },
    ]);
    expect(instrument?.runs.map((one) => one.job.token)).toEqual(['early', 'unknown', 'late']);
  });

  it('is by instrument, the example apart', () => {
    const found = runsByInstrument([
      { job: job('example', 1, true), runs: [run] },
      { job: job('a', 2), runs: [run] },
      { job: job('b', 3), runs: [run, { ...run, instrument: 'FLEX-2' }] },
      { job: job('bts', 4), runs: [{ ...run, spectra: 0, calibrants: 2 }] },
    ]);
    expect(found.map((one) => [one.instrument, one.isExample, one.runs.length])).toEqual([
      ['FLEX-1', false, 2],
      ['FLEX-1', true, 1],
      ['FLEX-2', false, 1],
    ]);
  });

  it('counts a run once, by the job that measured the most of it, else by the first', () => {
    const same = { ...run, checksum: '1-a' };
    const few = { ...same, medians: { peaks: 20 } };
    const [instrument] = runsByInstrument([
      { job: job('classifier', 1), runs: [few] },
      { job: job('again', 3), runs: [same] },
      { job: job('first', 2), runs: [same] },
    ]);
    expect(instrument?.runs.map((one) => one.job.token)).toEqual(['first']);
    expect(instrument?.repeated).toBe(2);
  });

  it('has the part that failed as a value, and none of what was not measured', () => {
    expect(valueOf({ run: { ...run, spectra: 8, failures: 2 } }, 'failures')).toBe(0.25);
    expect(valueOf({ run: { ...run, medians: {} } }, 'shiftPpm')).toBeNull();
  });

  it('tells a calibration by its date, or by the constants where a date is not known', () => {
    const monday = { ...run, calibratedAt: ['2026-01-05'], calibrations: ['1 2 3'] };
    const tuesday = { ...monday, calibratedAt: ['2026-01-06'] };
    const older = { ...monday, calibratedAt: [] };
    expect(isRecalibrated(monday, monday)).toBe(false);
    expect(isRecalibrated(monday, tuesday)).toBe(true);
    expect(isRecalibrated(older, tuesday)).toBe(false);
    expect(isRecalibrated(older, { ...tuesday, calibrations: ['1 2 4'] })).toBe(true);
    expect(isRecalibrated({ ...older, calibrations: [] }, tuesday)).toBe(false);
  });
});

describe('failures by spot', () => {
  it('are counted over all runs', () => {
    const [run] = summarise([
      measuredRow(0, { spot: 'A1' }),
      measuredRow(1, { spot: 'B2', peaks: 1 }),
    ]);
    const spots = countSpotFailures([run!, run!]);
    expect(spots.get('A1')).toEqual({ spot: 'A1', tried: 2, failed: 0 });
    expect(spots.get('B2')).toEqual({ spot: 'B2', tried: 2, failed: 2 });
  });

  it('are told where chance does not explain them', () => {
    const spots = new Map(
      Array.from({ length: 96 }, (_, i) => {
        const spot = `S${i}`;
        return [spot, { spot, tried: 40, failed: i === 7 ? 12 : i % 2 }] as const;
      }),
    );
    expect(conspicuousSpots(spots)).toEqual([{ spot: 'S7', tried: 40, failed: 12 }]);
    expect(conspicuousSpots(new Map())).toEqual([]);
  });

  it('have the chance of the binomial distribution', () => {
    // By hand: 3 of 3 at 1/2 is 1/8; at least 2 of 3 is 4/8; at least 1 of 2 at 0.1 is 1 - 0.81.
    expect(chanceOfAtLeast(3, 3, 0.5)).toBeCloseTo(0.125, 12);
    expect(chanceOfAtLeast(2, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(chanceOfAtLeast(1, 2, 0.1)).toBeCloseTo(0.19, 12);
    expect(chanceOfAtLeast(0, 5, 0.2)).toBe(1);
    expect(chanceOfAtLeast(1, 5, 0)).toBe(0);
    expect(chanceOfAtLeast(5, 5, 1)).toBe(1);
  });
});
