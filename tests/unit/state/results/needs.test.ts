import { describe, expect, it } from 'vitest';
import type { SampleRow } from '../../../../src/core/job/types';
import { problem } from '../../../../src/core/problem';
import type { JudgedMeasure } from '../../../../src/core/quality/judge';
import { filterSamples } from '../../../../src/state/results/filter-samples';
import {
  findAttention,
  faultWords,
  needs,
  needWords,
  needsOf,
  repeatList,
} from '../../../../src/state/results/needs';
import { rowNote } from '../../../../src/state/results/row-note';
import { emptyQuery } from '../../../../src/state/results/table-query';
import { sampleRow } from '../../storage/records';

const { call } = sampleRow(0);
const few: JudgedMeasure = { measure: 'markersFound', value: 0.6, verdict: 'warn' };
const weakSignal: JudgedMeasure = { measure: 'peaks', value: 4, verdict: 'fail' };
const disagree: JudgedMeasure = { measure: 'replicateAgreement', value: 0.5, verdict: 'fail' };
const consensus = { spectra: 2, agreeing: 1, others: {}, majority: null, contradictory: true };
const refused = { ...call, kind: 'none', taxon: null, confidence: 'none' } as const;

const rows: readonly (readonly [SampleRow, readonly JudgedMeasure[]])[] = [
  [sampleRow(0), []],
  [sampleRow(1, { spot: 'A2' }), [few]],
  [sampleRow(2, { call: { ...call, kind: 'group', rule: 'group-unresolved' } }), [few]],
  [sampleRow(3, { call: { ...refused, rule: 'poor-spectrum' } }), [weakSignal]],
  [sampleRow(4, { failure: problem('fid-empty', 'Empty.', 'Measure it again.') }), []],
  [sampleRow(5, { consensus }), [disagree]],
  [sampleRow(6, { call: { ...call, confidence: 'weak' } }), []],
  [sampleRow(7, { call: { ...refused, rule: 'no-pattern' } }), []],
];
const samples = rows.map(([sample]) => sample);
const faultsOf = ({ index }: SampleRow) => rows[index]![1];
const attention = async (of: readonly SampleRow[]) => (await findAttention(of, faultsOf))!;

describe('what needs attention', () => {
  it('is listed by its cause, the most urgent first', async () => {
    const { counts } = await attention(samples);
    expect(counts.map((one) => ({ ...one, samples: one.samples.length }))).toEqual([
      { need: 'unread', samples: 1 },
      { need: 'poor', samples: 1 },
      { need: 'contradict', samples: 1 },
      { need: 'weak', samples: 1 },
      { need: 'unresolved', samples: 1 },
      { need: 'peaks', samples: 1 },
      { need: 'markersFound', samples: 2 },
    ]);
  });

  it('is nothing if all is well, or if the answer is that there is no pattern', async () => {
    expect(needsOf(samples[0]!, [])).toEqual([]);
    expect(needsOf(samples[7]!, [])).toEqual([]);
    expect((await attention([samples[0]!])).counts).toEqual([]);
  });

  it('filters the table to as many samples as were counted', async () => {
    for (const { need, samples: counted } of (await attention(samples)).counts) {
      const shown = filterSamples(samples, { ...emptyQuery, need }, { faults: faultsOf });
      expect(shown).toEqual(counted);
    }
  });

  it('has words for every cause', () => {
    for (const need of needs) expect(needWords(need)).toMatch(/^[a-z]/);
  });
});

describe('the list to repeat', () => {
  it('has the samples to measure again: poor, not read, contradicting, weak', async () => {
    expect((await attention(samples)).toRepeat.map(({ index }) => index)).toEqual([3, 4, 5, 6]);
  });

  it('is tab-separated, with the reason, in the given order', () => {
    const odd = sampleRow(1, { name: 'a\tb\nc', spot: 'A2' });
    const reviews = (sample: SampleRow) => (sample === odd ? 'Reviewed by AB' : '');
    expect(repeatList([odd, samples[4]!], faultsOf, reviews)).toBe(
      'Spot\tSample\tResult\tWhy\tWhat to do\tReview\nA2\ta b c\tGenus alpha\tmarkers found\tNothing needs to be done.\tReviewed by AB\nA1\tS4\tGenus alpha\tnot read\tMeasure it again.\t\n',
    );
  });
});

describe('the note of a row', () => {
  it('lists the measures that did not pass', () => {
    expect(faultWords([few, weakSignal])).toBe('Markers found 60%, peaks 4');
    expect(rowNote(samples[1]!, [few])).toBe('Markers found 60%.');
    expect(faultWords([{ measure: 'shiftPpm', value: -612, verdict: 'warn' }])).toBe(
      'Calibration shift −612 ppm',
    );
  });
});
