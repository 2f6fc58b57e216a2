import { describe, expect, it } from 'vitest';
import { roundedAsPython } from '../../../../src/io/exports/python-number';
import { exportSpectracl } from '../../../../src/io/exports/spectracl';
import { call, sample, sampleJob } from './sample-job';

describe('roundedAsPython', () => {
  // The texts are those that CPython 3.11 prints for str(round(x, 2)).
  it.each([
    [0, '0.0'],
    [0.005, '0.01'],
    [0.015, '0.01'],
    [0.025, '0.03'],
    [0.125, '0.12'],
    [0.375, '0.38'],
    [0.625, '0.62'],
    [0.875, '0.88'],
    [1.005, '1.0'],
    [1e-9, '0.0'],
    [2.675, '2.67'],
    [7, '7.0'],
    [12.5, '12.5'],
    [14.499999999999998, '14.5'],
    [33.335, '33.34'],
    [66.665, '66.67'],
    [86.125, '86.12'],
    [86.375, '86.38'],
    [99.37, '99.37'],
    [99.985, '99.98'],
    [99.99999, '100.0'],
    [100, '100.0'],
  ])('%d gives %s', (value, text) => expect(roundedAsPython(value)).toBe(text));
});

describe('exportSpectracl', () => {
  it('prints three columns without a header, and one line for each sample', () => {
    expect([...exportSpectracl(sampleJob)].join('')).toBe(
      [
        'RUN.A0.0_A0.uid-0\tGenus alpha\t97.0\n',
        'isolate-1\tG. complex, species not resolved\t99.0\n',
        'RUN.A3.0_A3.uid-3\tNo spectrum\t0.0\n',
      ].join(''),
    );
  });

  it('prints a classifier’s answer to no signal for a spectrum without signal', () => {
    const summary = { ...sampleJob.job.summary!, emptyAnswer: [0.05, 0.95] };
    const answered = { ...sampleJob, job: { ...sampleJob.job, summary } };
    const empty = sampleJob.samples.map((one) => ({ ...one, failure: null }));
    const lastOf = (job: typeof sampleJob) => [...exportSpectracl(job)].at(-1);
    expect(lastOf({ ...answered, samples: empty })).toBe('RUN.A3.0_A3.uid-3\tGenus beta\t95.0\n');
    // A spectrum that could not be read has no such answer.
    expect(lastOf(answered)).toBe('RUN.A3.0_A3.uid-3\tNo spectrum\t0.0\n');
  });

  it('keeps three columns whatever a name contains', () => {
    const samples = [sample(0, { originalName: 'a\tb\n', call: call({ probability: 0.86 }) })];
    expect([...exportSpectracl({ ...sampleJob, samples })]).toEqual(['a b \tGenus alpha\t86.0\n']);
  });
});
