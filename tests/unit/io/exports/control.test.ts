import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Control } from '../../../../src/core/controls/control';
import { problem } from '../../../../src/core/problem';
import { exportJson } from '../../../../src/io/exports/json';
import { exportJsonLines } from '../../../../src/io/exports/json-lines';
import { lineSchema, outputSchema } from '../../../../src/io/exports/output-schema';
import { resultTable } from '../../../../src/io/exports/table';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { exportedText } from '../../../builders/exported-text';
import { spectrumRow } from '../../storage/records';
import { sampleJob } from './sample-job';

const COLUMNS = ['control', 'control_fails', 'control_finding'];
const [alpha] = sampleJob.samples;

const control = (expects: string | null): Control => ({
  by: 'name',
  text: alpha!.name,
  expects,
});

/** A calibration spot that is on no sample. */
const spot = spectrumRow(900, {
  uid: 'bts',
  path: 'RUN/BTS/0_H12/1/1SLin/fid',
  name: 'BTS',
  spot: 'H12',
  status: 'skipped',
  reason: problem('calibration-spot', 'This is a calibration spot.', 'Nothing to do.'),
});
const withSpot = (shiftPpm: number): ExportedJob => ({
  ...sampleJob,
  spectra: [...sampleJob.spectra, { ...spot, calibrant: { found: 8, of: 8, shiftPpm } }],
});

const output = async (of: ExportedJob) =>
  v.parse(outputSchema, JSON.parse(await exportedText(exportJson(of))));

/** The cells of these columns, of the rows that have any. */
function cells(of: ExportedJob) {
  const { columns, rows } = resultTable(of);
  const places = COLUMNS.map((name) => columns.indexOf(name));
  return [...rows].map((row) => places.map((at) => row[at])).filter(([first]) => first !== null);
}

describe('controls in files', () => {
  it('fail in the table and in both kinds of JSON, with what was declared', async () => {
    const job = { ...sampleJob, controls: [control('Genus beta')] };
    const told = 'was called Genus alpha where Genus beta was declared.';
    expect(cells(job)).toEqual([['other', 'yes', expect.stringContaining(told)]]);
    const { samples } = await output(job);
    const judged = samples.flatMap((sample) => sample.control ?? []);
    expect(judged).toEqual([
      {
        declared: 'Genus beta',
        verdict: 'other',
        fails: true,
        finding: expect.stringContaining(told) as string,
      },
    ]);
    const lines = (await exportedText(exportJsonLines(job))).trim().split('\n');
    const parsed = lines.map((line) => v.parse(lineSchema, JSON.parse(line)));
    expect(parsed.flatMap(({ sample }) => sample?.control ?? [])).toEqual(judged);
  });

  it('are told where they are as declared', () => {
    const job = { ...sampleJob, controls: [control('Genus alpha')] };
    expect(cells(job)).toEqual([['as-declared', 'no', expect.any(String)]]);
  });

  it('are no part of a file where none is declared and no calibration spot was looked at', async () => {
    for (const job of [sampleJob, { ...sampleJob, controls: [] }]) {
      expect(resultTable(job).columns.filter((name) => COLUMNS.includes(name))).toEqual([]);
      const { samples, spectra } = await output(job);
      expect(samples.filter((one) => 'control' in one)).toEqual([]);
      expect(spectra.filter((one) => 'calibrant' in one)).toEqual([]);
    }
  });
});

describe('calibration spots in files', () => {
  it('fail beside the samples, which have no part in it', async () => {
    const job = withSpot(-400);
    expect(cells(job)).toEqual([['off', 'yes', expect.stringContaining('off by −400 ppm')]]);
    const { samples, spectra } = await output(job);
    expect(samples.filter((one) => 'control' in one)).toEqual([]);
    expect(spectra.find(({ uid }) => uid === 'bts')?.calibrant).toMatchObject({
      masses: { found: 8, of: 8, shiftPpm: -400 },
      verdict: 'off',
      fails: true,
    });
  });

  it('are right within their limits', () => {
    expect(cells(withSpot(20))).toEqual([['right', 'no', expect.stringContaining('+20 ppm')]]);
  });
});
