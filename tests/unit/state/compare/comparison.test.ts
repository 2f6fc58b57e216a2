import { describe, expect, it, vi } from 'vitest';
import type { ComparedSample } from '../../../../src/core/compare/compare-jobs';
import type { SampleRow } from '../../../../src/core/job/types';
import type { App } from '../../../../src/state/app';
import { callMatrix } from '../../../../src/state/compare/call-matrix';
import {
  type CompareFilter,
  comparisonOf,
  comparisons,
  emptyFilter,
  filterCompared,
  formatCompareFilter,
  parseCompareFilter,
} from '../../../../src/state/compare/compare-filter';
import {
  AGREEMENT_COUNTS,
  AGREEMENT_HINTS,
  AGREEMENT_WORDS,
  lackingText,
} from '../../../../src/state/compare/comparison-words';
import { comparisonPath, linkedJobs } from '../../../../src/state/compare/linked-jobs';
import { findRunInput } from '../../../../src/state/jobs/find-run-input';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import { manifest } from '../manifest';
import { freshDatabase } from '../../storage/fresh-database';
import { jobRecord, sampleRow } from '../../storage/records';

describe('the jobs of one run', () => {
  const first = jobRecord({ token: 'first' });
  const second = jobRecord({ token: 'second', againOf: 'first' });
  const third = jobRecord({ token: 'third', againOf: 'first' });
  const jobs = [third, jobRecord({ token: 'other' }), second, first];
  const tokens = (of: typeof first, among = jobs) =>
    linkedJobs(among, of).map(({ token }) => token);

  it('are the first one and all that were started from it, whichever of them is asked', () => {
    expect(tokens(first)).toEqual(['third', 'second']);
    expect(tokens(second)).toEqual(['third', 'first']);
  });

  it('still belong together if the first one was deleted', () => {
    expect(tokens(second, [third, second])).toEqual(['third']);
  });

  it('are compared with the older one first, whichever page has the link', () => {
    const older = jobRecord({ token: 'older', createdAt: 1 });
    const newer = jobRecord({ token: 'newer', createdAt: 2 });
    expect(comparisonPath(newer, older)).toBe('/results/older/compare/newer');
    expect(comparisonPath(older, newer)).toBe('/results/older/compare/newer');
  });

  it('are none for a job that was never run again', () => {
    expect(tokens(jobRecord({ token: 'other' }))).toEqual([]);
  });
});

it('samples without a pattern are counted in words', () => {
  expect(lackingText('A', 3, 'Klebsiella')).toBe(
    '3 samples of A show no Klebsiella pattern, by the marker model that runs beside it.',
  );
  expect(lackingText('B', 1, '')).toBe(
    '1 sample of B shows no pattern, by the marker model that runs beside it.',
  );
});

describe('the matrix of calls', () => {
  it('has the calls of both models on a diagonal', () => {
    const matrix = callMatrix([
      { a: 'alpha', b: 'alpha', samples: 5 },
      { a: 'beta', b: 'gamma', samples: 3 },
      { a: 'beta', b: 'beta', samples: 2 },
      { a: 'delta', b: 'alpha', samples: 1 },
    ]);
    expect(matrix).toEqual({
      columns: ['alpha', 'beta', 'gamma'],
      rows: [
        { label: 'alpha', counts: [5, 0, 0] },
        { label: 'beta', counts: [0, 2, 3] },
        { label: 'delta', counts: [1, 0, 0] },
      ],
    });
  });

  it('is empty without samples', () => {
    expect(callMatrix([])).toEqual({ columns: [], rows: [] });
  });
});

describe('the samples of a comparison', () => {
  const manifests = { a: manifest, b: manifest };
  const call = (label: string, changes: Partial<SampleRow['call']> = {}) =>
    sampleRow(0, { call: { ...sampleRow(0).call, label, ...changes } });
  const refused = (label: string, rule: SampleRow['call']['rule']) =>
    call(label, { kind: 'none', taxon: null, rule });
  const compared = (
    index: number,
    a: SampleRow | null,
    b: SampleRow | null,
    agreement: ComparedSample['agreement'],
  ): ComparedSample => ({ index, name: `S${index}`, spot: 'A1', a, b, agreement });
  const samples = [
    compared(0, call('G. alpha'), call('G. alpha'), 'same'),
    compared(1, call('G. alpha'), call('G. beta'), 'differs'),
    compared(2, call('G. alpha'), null, null),
    compared(3, null, call('G. beta'), null),
    compared(
      4,
      refused('No Genus pattern: closest to Other', 'outgroup'),
      refused('No Genus pattern: nothing known fits', 'no-pattern'),
      'both-refuse',
    ),
  ];
  const shown = (filter: Partial<CompareFilter>) =>
    filterCompared(samples, { ...emptyFilter, ...filter }, manifests).map(({ index }) => index);

  it('are those with the chosen agreements', () => {
    expect(shown({})).toEqual([0, 1, 2, 3, 4]);
    expect(shown({ shown: ['differs'] })).toEqual([1]);
    expect(shown({ shown: ['differs', 'only-a', 'only-b'] })).toEqual([1, 2, 3]);
    expect(shown({ shown: ['unread'] })).toEqual([]);
  });

  it('are those of one cell of the matrix, which counts calls as the filter does', () => {
    expect(shown({ pair: { a: 'G. alpha', b: 'G. beta' } })).toEqual([1]);
    expect(shown({ pair: { a: 'No Genus pattern', b: 'No Genus pattern' } })).toEqual([4]);
    expect(shown({ pair: { a: 'G. beta', b: 'G. alpha' } })).toEqual([]);
    expect(shown({ shown: ['same'], pair: { a: 'G. alpha', b: 'G. beta' } })).toEqual([]);
  });

  it('are filtered by the address, in which unknown values are ignored', () => {
    const filter: CompareFilter = {
      shown: ['same-group', 'only-b'],
      pair: { a: 'G. alpha & Co', b: 'No Genus pattern' },
    };
    expect(parseCompareFilter(formatCompareFilter(filter))).toEqual(filter);
    expect(formatCompareFilter(emptyFilter)).toBe('');
    expect(parseCompareFilter('?show=everything&a=one')).toEqual(emptyFilter);
  });

  it('have a word and an explanation for every agreement', () => {
    for (const keys of [AGREEMENT_COUNTS, AGREEMENT_HINTS, AGREEMENT_WORDS]) {
      expect(Object.keys(keys).sort()).toEqual([...comparisons].sort());
    }
    expect(samples.map(comparisonOf)).toEqual([
      'same',
      'differs',
      'only-a',
      'only-b',
      'both-refuse',
    ]);
  });
});

describe('the input of a job', () => {
  const db = freshDatabase();
  const files = new KeptFiles(db, () => true);
  const router = { href: (path: string) => `/base${path}` } as App['router'];
  const find = async (changes: Parameters<typeof jobRecord>[0]) => {
    const found = await findRunInput({ files, router }, jobRecord(changes));
    return found.ok ? found.value : null;
  };
  const file = { path: 'plate.zip', blob: new Blob(['bytes']) };

  it('is in the storage, with the sheet that was chosen beside it', async () => {
    const sampleSheet = { path: 'sheet.tsv', blob: new Blob(['spectrum_id']) };
    await files.secure('stored', { files: [file], sampleSheet });
    const found = await find({ token: 'stored' });
    expect(found?.files?.map(({ path }) => path)).toEqual(['plate.zip']);
    expect(await found?.files?.[0]?.blob.text()).toBe('bytes');
    expect(await found?.sampleSheet?.blob.text()).toBe('spectrum_id');
  });

  it('is held by this page if the page was given it', async () => {
    files.hold('held', [file]);
    expect(await find({ token: 'held' })).toEqual({ files: [file], sampleSheet: null });
  });

  it('is the example run, which the host has', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response('zip')));
    vi.stubGlobal('fetch', fetched);
    const found = await find({ token: 'example', origin: 'example' });
    vi.unstubAllGlobals();
    expect(fetched).toHaveBeenCalledWith('/base/example/example-run.zip', { cache: 'default' });
    expect(found?.files?.map(({ path }) => path)).toEqual(['example-run.zip']);
  });

  it('must be chosen again otherwise', async () => {
    expect(await find({ token: 'lost' })).toEqual({ files: null, sampleSheet: null });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const found = await find({ token: 'example', origin: 'example' });
    vi.unstubAllGlobals();
    expect(found).toEqual({ files: null, sampleSheet: null });
  });
});
