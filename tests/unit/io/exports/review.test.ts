import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  draftOf,
  type ReviewAct,
  type ReviewEntry,
  seenCall,
} from '../../../../src/core/review/entry';
import { exportCsv } from '../../../../src/io/exports/csv';
import { exportJson } from '../../../../src/io/exports/json';
import { exportJsonLines } from '../../../../src/io/exports/json-lines';
import { lineSchema, outputSchema } from '../../../../src/io/exports/output-schema';
import { exportShort } from '../../../../src/io/exports/short-table';
import { exportSpectracl } from '../../../../src/io/exports/spectracl';
import { resultTable } from '../../../../src/io/exports/table';
import { exportTsv } from '../../../../src/io/exports/tsv';
import type { ExportedJob } from '../../../../src/io/exports/types';
import { exportedText } from '../../../builders/exported-text';
import { sampleJob } from './sample-job';

const COLUMNS = [
  'review_state',
  'reviewed_by',
  'reviewed_at',
  'override_call',
  'override_reason',
  'review_note',
];
const NOON = Date.UTC(2026, 10, 28, 12);
const [alpha, group, failed] = sampleJob.samples;

function entry(order: number, sample: typeof alpha, act: ReviewAct, by = 'AB'): ReviewEntry {
  return { ...draftOf(sample!, act, { by, at: NOON + order * 60_000 }), order };
}

const saw = seenCall(alpha!.call);
const reviews: readonly ReviewEntry[] = [
  entry(0, alpha, { kind: 'reviewed', saw }),
  entry(1, alpha, {
    kind: 'override',
    saw,
    call: { taxon: 'beta', label: 'Genus beta' },
    reason: '=cmd|1, "rpoB"\nsequenced',
  }),
  entry(2, alpha, { kind: 'note', text: '@mucoid' }, 'CD'),
  entry(3, alpha, { kind: 'note', text: 'Asked the ward' }),
  entry(4, group, {
    kind: 'override',
    saw: seenCall(group!.call),
    call: { taxon: null, label: null },
    reason: 'Mixed',
  }),
  entry(5, failed, { kind: 'note', text: 'Typing error' }),
  entry(6, failed, { kind: 'withdrawal', withdraws: 5 }),
];
const job: ExportedJob = { ...sampleJob, reviews };

const output = async (of: ExportedJob) =>
  v.parse(outputSchema, JSON.parse(await exportedText(exportJson(of))));

describe('the review in a table', () => {
  it('is behind all other columns, which stay as they are', () => {
    const plain = resultTable(sampleJob);
    const { columns, rows } = resultTable(job);
    expect(columns).toEqual([...plain.columns, ...COLUMNS]);
    const width = plain.columns.length;
    expect([...rows].map((row) => row.slice(0, width))).toEqual([...plain.rows]);
    expect([...rows].map((row) => row.slice(width))).toEqual([
      [
        'overridden',
        'AB',
        '2026-11-28T12:01:00.000Z',
        'Genus beta',
        '=cmd|1, "rpoB"\nsequenced',
        '@mucoid | Asked the ward',
      ],
      ['overridden', 'AB', '2026-11-28T12:04:00.000Z', 'No identification', 'Mixed', ''],
      ['open', '', null, null, null, ''],
      [null, null, null, null, null, null],
      [null, null, null, null, null, null],
    ]);
  });

  it('has no formula, and no line break', () => {
    const csv = [...exportCsv(job)][1]!;
    expect(csv).toContain(`"'=cmd|1, ""rpoB"" sequenced",'@mucoid | Asked the ward\r\n`);
    const tsv = [...exportTsv(job)][1]!;
    expect(tsv).toContain(`\t'=cmd|1, "rpoB" sequenced\t'@mucoid | Asked the ward\n`);
  });

  it('is in the short table, and not in the original’s format', () => {
    expect([...exportShort(job)][0]!.trim().endsWith(`,use,${COLUMNS.join(',')}`)).toBe(true);
    expect([...exportSpectracl(job)]).toEqual([...exportSpectracl(sampleJob)]);
  });

  it('is open where nobody reviewed, and absent where nobody could', () => {
    const { columns, rows } = resultTable({ ...sampleJob, reviews: [] });
    expect([...rows][0]![columns.indexOf('review_state')]).toBe('open');
    expect(resultTable(sampleJob).columns).not.toContain('review_state');
  });
});

describe('the review in JSON', () => {
  it('has every entry, and whether it counts', async () => {
    const { samples } = await output(job);
    expect(samples[0]!.call.label).toBe('Genus alpha');
    expect(samples[0]!.review).toMatchObject({
      state: 'overridden',
      reviewedBy: ['AB'],
      overrideCall: { taxon: 'beta', label: 'Genus beta' },
      overrideReason: '=cmd|1, "rpoB" sequenced',
      notes: ['@mucoid', 'Asked the ward'],
    });
    expect(samples[0]!.review!.entries[1]).toEqual({
      order: 1,
      at: '2026-11-28T12:01:00.000Z',
      by: 'AB',
      kind: 'override',
      standing: 'stands',
      text: '=cmd|1, "rpoB" sequenced',
      call: { taxon: 'beta', label: 'Genus beta' },
      callSeen: { taxon: 'alpha', label: 'Genus alpha', rule: 'species' },
      withdraws: null,
    });
    expect(samples[2]!.review!.entries).toMatchObject([
      { kind: 'note', standing: 'withdrawn' },
      { kind: 'withdrawal', withdraws: 5 },
    ]);
  });

  it('has what is of samples that the job no longer has', async () => {
    const all = await output({ ...job, samples: sampleJob.samples.slice(1) });
    expect(all.reviewApart?.map(({ order, sample }) => [order, sample])).toEqual(
      [0, 1, 2, 3].map((order) => [order, 'KPN0']),
    );
    expect(await output(job)).not.toHaveProperty('reviewApart');
  });

  it('is absent where nobody could review, and is in lines as well', async () => {
    expect((await output(sampleJob)).samples[0]).not.toHaveProperty('review');
    const [line] = (await exportedText(exportJsonLines(job))).split('\n');
    expect(v.parse(lineSchema, JSON.parse(line!)).sample?.review?.state).toBe('overridden');
  });
});
