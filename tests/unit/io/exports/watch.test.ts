import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { WatchedPeak, WatchList } from '../../../../src/core/watch/types';
import { exportedText } from '../../../builders/exported-text';
import { exportJson } from '../../../../src/io/exports/json';
import { outputSchema } from '../../../../src/io/exports/output-schema';
import { resultTable } from '../../../../src/io/exports/table';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { watchColumnNames } from '../../../../src/io/exports/watch-output';
import { sampleJob } from './sample-job';

const peak = (name: string, mz: number): WatchedPeak => ({
  name,
  mz,
  charge: 1,
  mass: null,
  tolerancePpm: 500,
  note: '',
});

const WATCH: readonly WatchList[] = [
  {
    title: 'Plasmids',
    sha256: 'cd'.repeat(32),
    peaks: [peak('blaKPC plasmid p019', 11_109), peak('far', 19_999)],
  },
];

const LINE = { shiftPpm: 200, tiltPpmPerKda: 0 };

/** KPN0 has the peak. Of the isolate's two spectra, one was read and does not have it. The rest is unread. */
const job: ExportedJob = {
  ...sampleJob,
  watch: WATCH,
  spectra: sampleJob.spectra.map((row) => {
    if (row.index === 0) {
      const found = [{ peak: 0, mz: 11_112, overNoise: 7.25 }];
      return { ...row, watched: { line: LINE, found } };
    }
    if (row.index !== 1) return row;
    return { ...row, measures: null, watched: { line: null, found: [] } };
  }),
};

describe('the exports of a job with watched peaks', () => {
  it('have three columns for each peak, and state whether it was recalibrated and what was watched', () => {
    const { columns, rows } = resultTable(job);
    const from = columns.indexOf('watch_blakpc_plasmid_p019');
    expect(columns.slice(from)).toEqual([
      'watch_blakpc_plasmid_p019',
      'watch_blakpc_plasmid_p019_mz',
      'watch_blakpc_plasmid_p019_over_noise',
      'watch_far',
      'watch_far_mz',
      'watch_far_over_noise',
      'watch_recalibrated',
      'watch_lists',
    ]);
    const list = `Plasmids ${'cd'.repeat(32)}`;
    const unread = ['not looked for', null, null, 'not looked for', null, null, null, list];
    expect([...rows].map((row) => row.slice(from))).toEqual([
      [
        'found',
        { number: expect.closeTo(11_109.778, 3) as number, decimals: 3 },
        7.25,
        'not found',
        null,
        null,
        'yes',
        list,
      ],
      ['not found', null, null, 'not found', null, null, 'no', list],
      unread,
      unread,
      unread,
    ]);
  });

  it('count the spectra of a sample', () => {
    const twice = {
      ...job,
      spectra: job.spectra.map((row) => {
        if (row.index !== 2) return row;
        const found = [{ peak: 0, mz: 11_110, overNoise: 4 }];
        return { ...row, watched: { line: LINE, found } };
      }),
    };
    const { columns, rows } = resultTable(twice);
    const from = columns.indexOf('watch_blakpc_plasmid_p019');
    const isolate = [...rows][1]!;
    expect(isolate[from]).toBe('found in 1 of 2');
    expect(isolate[columns.indexOf('watch_recalibrated')]).toBe('1 of 2');
  });

  it('have all numbers in JSON, which conforms to its schema', async () => {
    const output = v.parse(outputSchema, JSON.parse(await exportedText(exportJson(job))));
    expect(output.watch?.[0]).toMatchObject({
      title: 'Plasmids',
      peaks: [{ name: 'blaKPC plasmid p019', column: 'watch_blakpc_plasmid_p019', mz: 11_109 }, {}],
    });
    expect(output.samples[0]!.watch![0]).toEqual({
      column: 'watch_blakpc_plasmid_p019',
      state: 'found',
      spectraLooked: 1,
      spectraFound: 1,
      spectrum: 'uid-0',
      expectedHere: expect.closeTo(11_109 * (1 + 200e-6), 6) as number,
      recalibrated: true,
      found: {
        mz: 11_112,
        recalibratedMz: expect.closeTo(11_109.778, 3) as number,
        errorPpm: expect.closeTo(70, 0) as number,
        overNoise: 7.25,
      },
    });
    expect(output.samples[2]!.watch![0]).toMatchObject({
      state: 'not-looked-for',
      spectrum: null,
      found: null,
    });
    expect(output.spectra.map(({ watch }) => watch![0]!.state)).toEqual([
      'found',
      'not-found',
      ...['not-looked-for', 'not-looked-for', 'not-looked-for', 'not-looked-for'],
    ]);
  });

  it('are unchanged without watched peaks', async () => {
    expect(resultTable(sampleJob).columns.some((name) => name.startsWith('watch'))).toBe(false);
    const plain = await exportedText(exportJson(sampleJob));
    expect(plain).not.toContain('"watch"');
    expect(await exportedText(exportJson({ ...sampleJob, watch: [] }))).toBe(plain);
  });
});

describe('the names of their columns', () => {
  const names = (...peaks: readonly string[]) =>
    watchColumnNames([{ ...WATCH[0]!, peaks: peaks.map((name) => peak(name, 5000)) }]);

  it('consist of letters, digits and underscores, and are unique', () => {
    expect(names('Bla-KPC (2+)', 'bla KPC 2', 'Überprüft', 'Ω', '#')).toEqual([
      'watch_bla_kpc_2',
      'watch_bla_kpc_2_2',
      'watch_u_berpru_ft',
      'watch_peak',
      'watch_peak_2',
    ]);
  });

  it('differ from the other columns of a peak and of the table', () => {
    expect(names('a', 'a mz', 'recalibrated', 'x'.repeat(60))).toEqual([
      'watch_a',
      'watch_a_mz_2',
      'watch_recalibrated_2',
      `watch_${'x'.repeat(40)}`,
    ]);
  });
});
