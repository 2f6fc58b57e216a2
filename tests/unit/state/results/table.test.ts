import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import type { SampleRow, SpeciesCall } from '../../../../src/core/job/types';
import type { Pattern } from '../../../../src/core/job/types';
import { orderCounts, tallyCalls, tallyShown } from '../../../../src/state/jobs/count-calls';
import { isAnyJudged, PatternTally } from '../../../../src/state/jobs/count-patterns';
import { filterSamples } from '../../../../src/state/results/filter-samples';
import { patternName } from '../../../../src/state/results/pattern-words';
import { cautionOf, nameOf } from '../../../../src/state/results/call-words';
import { rowText } from '../../../../src/state/results/row-text';
import { rowNote } from '../../../../src/state/results/row-note';
import { sortSamples } from '../../../../src/state/results/sort-samples';
import {
  emptyQuery,
  formatTableQuery,
  isFiltering,
  nextSort,
  parseTableQuery,
  type SortColumn,
} from '../../../../src/state/results/table-query';
import { sampleRow } from '../../storage/records';
import { manifest } from '../manifest';

const species = sampleRow(0).call;
const refusal: SpeciesCall = {
  kind: 'none',
  taxon: null,
  label: 'No Genus pattern',
  confidence: 'none',
  probability: null,
  runnerUp: { taxon: 'taxon-b', probability: 0.4 },
  rule: 'no-pattern',
  reason: 'The best score is −20.',
};

const rows: readonly SampleRow[] = [
  sampleRow(0, { name: 'KPN10', spot: 'A10', call: { ...species, probability: 0.91 } }),
  sampleRow(1, { name: 'kpn9', spot: 'A2', call: { ...species, probability: 0.995 } }),
  sampleRow(2, { name: 'ABC', spot: '', call: refusal }),
  sampleRow(3, {
    name: 'KPN11',
    spot: 'B1',
    failure: problem('fid-empty', 'The fid is empty.', 'Measure it again.'),
    call: { ...refusal, rule: 'no-spectrum', label: 'No spectrum', runnerUp: null },
  }),
  sampleRow(4, {
    name: 'KPN1',
    spot: 'A1',
    call: { ...species, taxon: 'taxon-b', label: 'Genus beta', confidence: 'weak', probability: 1 },
  }),
];

function order(column: SortColumn, descending = false): number[] {
  return sortSamples(rows, { column, descending }).map(({ index }) => index);
}

describe('sortSamples', () => {
  it('keeps the order of discovery if no column is chosen', () => {
    expect(sortSamples(rows, null)).toBe(rows);
  });

  it('sorts numbers in names by value, and ignores case', () => {
    expect(order('sample')).toEqual([2, 4, 1, 0, 3]);
    expect(order('sample', true)).toEqual([3, 0, 1, 4, 2]);
  });

  it('sorts confidence as its cell shows it: failures, refusals, then the words by probability', () => {
    expect(order('confidence')).toEqual([3, 2, 4, 0, 1]);
    expect(order('confidence', true)).toEqual([1, 0, 4, 2, 3]);
  });

  it('puts a row without a spot last', () => {
    expect(order('spot')).toEqual([4, 1, 0, 3, 2]);
    expect(order('spot', true)).toEqual([3, 0, 1, 4, 2]);
  });

  it('keeps equal rows in the order of discovery in both directions', () => {
    expect(order('call')).toEqual([0, 1, 4, 2, 3]);
    expect(order('call', true)).toEqual([4, 0, 1, 2, 3]);
  });

  it('puts refusals last by runner-up, since theirs has no meaning', () => {
    expect(order('runner-up').slice(-2)).toEqual([2, 3]);
  });

  it('sorts quality from good to bad, and puts rows without quality last', () => {
    const verdicts = ['fail', 'pass', null, null, 'warn'] as const;
    const sorted = (descending: boolean) =>
      sortSamples(
        rows,
        { column: 'quality', descending },
        { verdict: ({ index }) => verdicts[index]! },
      ).map(({ index }) => index);
    expect(sorted(false)).toEqual([1, 4, 0, 2, 3]);
    expect(sorted(true)).toEqual([0, 4, 1, 2, 3]);
  });

  it('sorts replicates by how many agree, and puts contradicting ones first', () => {
    const consensus = (agreeing: number, contradictory: boolean) => ({
      spectra: 4,
      agreeing,
      others: {},
      majority: null,
      contradictory,
    });
    const replicates = [
      sampleRow(0),
      sampleRow(1, { consensus: consensus(4, false) }),
      sampleRow(2, { consensus: consensus(2, false) }),
      sampleRow(3, { consensus: consensus(3, true) }),
    ];
    const sorted = sortSamples(replicates, { column: 'replicates', descending: false });
    expect(sorted.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
  });

  it('does not change its input', () => {
    const before = [...rows];
    order('status', true);
    expect(rows).toEqual(before);
  });
});

describe('filterSamples', () => {
  const indices = (query: Partial<typeof emptyQuery>) =>
    filterSamples(rows, { ...emptyQuery, ...query }).map(({ index }) => index);

  it('keeps all samples without a filter', () => {
    expect(filterSamples(rows, emptyQuery)).toBe(rows);
  });

  it('requires every word, in any case', () => {
    expect(indices({ text: 'kpn' })).toEqual([0, 1, 3, 4]);
    expect(indices({ text: 'fid is empty' })).toEqual([3]);
    expect(indices({ text: 'nowhere' })).toEqual([]);
  });

  it('accepts several calls, including refusals and unread rows', () => {
    expect(indices({ calls: ['taxon-b', 'unread'] })).toEqual([3, 4]);
    expect(indices({ calls: ['none'] })).toEqual([2]);
  });

  it('filters by the status of a row', () => {
    expect(indices({ status: 'identified' })).toEqual([0, 1]);
    expect(indices({ status: 'weak' })).toEqual([4]);
    expect(indices({ status: 'unread' })).toEqual([3]);
    expect(indices({ status: 'weak', calls: ['none'] })).toEqual([]);
  });

  it('filters by the review of samples, and sorts by it', () => {
    const state = ({ index }: SampleRow) =>
      index === 1 ? 'overridden' : index === 3 ? 'reviewed' : 'open';
    const shown = (review: 'open' | 'reviewed' | 'overridden') =>
      filterSamples(rows, { ...emptyQuery, review }, { review: state }).map(({ index }) => index);
    expect(shown('open')).toEqual([0, 2, 4]);
    expect(shown('reviewed')).toEqual([3]);
    expect(shown('overridden')).toEqual([1]);
    const sort = { column: 'review', descending: true } as const;
    const sorted = sortSamples(rows, sort, { review: state });
    expect(sorted.map(({ index }) => index)).toEqual([1, 3, 0, 2, 4]);
    expect(isFiltering({ ...emptyQuery, review: 'open' })).toBe(true);
  });

  it('filters by a run if a job has several, and sorts by it', () => {
    const monday = { key: 'a', name: 'Monday 10' };
    const other = { key: 'b', name: 'Monday 9' };
    const run = ({ index }: { readonly index: number }) => (index % 2 === 0 ? monday : other);
    const shown = (query: Partial<typeof emptyQuery>, facts: Parameters<typeof filterSamples>[2]) =>
      filterSamples(rows, { ...emptyQuery, ...query }, facts).map(({ index }) => index);
    expect(shown({ run: 'b' }, { run })).toEqual([1, 3]);
    expect(shown({ run: 'b' }, { run: () => null })).toEqual([]);
    expect(isFiltering({ ...emptyQuery, run: 'b' })).toBe(true);
    const sorted = sortSamples(rows, { column: 'run', descending: false }, { run });
    expect(sorted.map(({ index }) => index)).toEqual([1, 3, 0, 2, 4]);
  });

  it('filters by the quality of a row', () => {
    const warned = filterSamples(
      rows,
      { ...emptyQuery, quality: 'warn' },
      { verdict: ({ index }) => (index === 3 ? 'warn' : index === 2 ? null : 'pass') },
    );
    expect(warned.map(({ index }) => index)).toEqual([3]);
    expect(indices({ quality: 'pass' })).toEqual([]);
  });
});

describe('the guard’s pattern', () => {
  const found = (index: number, pattern: Pattern | null) =>
    sampleRow(
      index,
      pattern === null
        ? {}
        : {
            guard: {
              pattern,
              model: 'guard 1.0.0',
              rule: 'no-pattern',
              label: 'No Klebsiella pattern',
              reason: null,
            },
          },
    );
  const samples = [found(0, 'not-judged'), found(1, null), found(2, 'no'), found(3, 'yes')];
  const indices = (list: readonly SampleRow[]) => list.map(({ index }) => index);

  it('can be filtered and sorted by, and rows without a verdict come last', () => {
    expect(indices(filterSamples(samples, { ...emptyQuery, pattern: 'no' }))).toEqual([2]);
    expect(indices(filterSamples(samples, { ...emptyQuery, pattern: 'not-judged' }))).toEqual([0]);
    const sorted = (descending: boolean) =>
      indices(sortSamples(samples, { column: 'pattern', descending }));
    expect(sorted(false)).toEqual([3, 2, 0, 1]);
    expect(sorted(true)).toEqual([0, 2, 3, 1]);
    expect(isFiltering({ ...emptyQuery, pattern: 'yes' })).toBe(true);
  });

  it('is counted while rows are added and removed', () => {
    const tally = new PatternTally();
    expect(isAnyJudged(tally.counts)).toBe(false);
    for (const sample of samples) tally.add(sample);
    expect(tally.counts).toEqual({ yes: 1, no: 1, 'not-judged': 1 });
    tally.remove(samples[2]!);
    tally.remove(samples[1]!);
    expect(tally.counts).toEqual({ yes: 1, no: 0, 'not-judged': 1 });
    expect(isAnyJudged(tally.counts)).toBe(true);
  });

  it('is mentioned in the note of a species without it', () => {
    expect(rowNote(samples[2]!)).toBe('No Klebsiella pattern.');
    expect(rowNote(samples[3]!)).toBe('');
  });

  it('is named after the genus of the guard', () => {
    const ref = { id: 'g', version: '1.0.0', sha256: '', manifestSha256: '', genus: 'Klebsiella' };
    expect(patternName({ kind: 'watched', guard: ref })).toBe('Klebsiella pattern');
    expect(patternName(undefined)).toBe('Pattern');
  });
});

describe('the search', () => {
  const shown: Record<number, string> = {
    0: 'K. pneumoniae\nHigh\nWarning\nMarkers found 60%.',
    1: 'K. variicola\nHigh\nPass',
    2: 'No Klebsiella pattern\nNot identified',
    3: 'No spectrum\nNot read\nThe fid is empty.',
    4: 'Klebsiella aerogenes\nWeak',
  };
  const found = (text: string) =>
    filterSamples(
      rows,
      { ...emptyQuery, text },
      { text: ({ index }) => shown[index]!.toLowerCase() },
    ).map(({ index }) => index);

  it.each([
    ['warning', [0]],
    ['not read', [3]],
    ['markers found', [0]],
    ['no klebsiella', [2]],
    ['high  KPN10', [0]],
    ['pneumoniae', [0]],
    ['289', []],
    ['9', [1]],
    ['uid-1', []],
  ])('finds by %j the visible text, and nothing else', (text, indices) => {
    expect(found(text)).toEqual(indices);
  });

  it('finds a spot, and not those that begin with it', () => {
    expect(found('A1')).toEqual([4]);
    expect(found('a01')).toEqual([4]);
    expect(found('a')).toEqual([0, 1, 2, 4]);
    expect(found('KPN1')).toEqual([0, 3, 4]);
  });

  it('finds a row by any part that it shows', () => {
    const text = rowText(sampleRow(0), {
      spot: 'A1, 2 of 3',
      manifest: null,
      words: new Set(),
      verdict: 'warn',
      faults: [{ measure: 'markersFound', value: 0.6, verdict: 'warn' }],
      pattern: null,
      review: 'Overridden by AB: K. oxytoca',
      run: 'Tuesday',
    });
    for (const part of [
      '2 of 3',
      'Genus alpha',
      'High',
      'Warning',
      'Identified',
      'Markers found 60%.',
      'Tuesday',
      'K. oxytoca',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('uid');
  });
});

describe('the caution in the header of a run', () => {
  const classifier = { ...manifest, kind: 'classifier' as const };
  const naming = (species: number) => ({
    ...classifier,
    thresholds: { ...manifest.thresholds, species },
  });

  it('is shown for a classifier that names every spectrum', () => {
    expect(cautionOf(naming(0))).toContain('names every spectrum');
    expect(cautionOf(naming(0.5))).toBeNull();
    expect(cautionOf({ ...naming(0), kind: 'markers' })).toBeNull();
    expect(cautionOf(null)).toBeNull();
  });
});

describe('counts', () => {
  it('give the reason if nothing was named', () => {
    expect(tallyShown(rows)).toMatchObject({ 'none:no-pattern': 1, unread: 1 });
    expect(nameOf(null, 'none:poor-spectrum')).toBe('Poor spectrum');
    const poor = sampleRow(5, { call: { ...refusal, rule: 'poor-spectrum' } });
    const both = [...rows, poor];
    const calls = (call: string) =>
      filterSamples(both, { ...emptyQuery, calls: [call] }).map(({ index }) => index);
    expect(calls('none:poor-spectrum')).toEqual([5]);
    expect(calls('none')).toEqual([2, 5]);
  });

  it('put the most frequent taxon first, and rows without a name last', () => {
    expect(orderCounts(tallyCalls(rows))).toEqual([
      { key: 'taxon-a', count: 2 },
      { key: 'taxon-b', count: 1 },
      { key: 'none', count: 1 },
      { key: 'unread', count: 1 },
    ]);
  });
});

describe('the query in the address', () => {
  it('has each call once, however often it stands there', () => {
    const twice = new URLSearchParams('call=taxon-a&call=taxon-b&call=taxon-a&call=');
    expect(parseTableQuery(twice).calls).toEqual(['taxon-a', 'taxon-b']);
  });

  it('is read as it was written', () => {
    const query = {
      text: 'KPN 30 & "α"',
      calls: ['taxon-a', 'none'],
      run: 'Monday/run',
      status: 'weak' as const,
      quality: 'fail' as const,
      need: 'markersFound' as const,
      pattern: 'not-judged' as const,
      watched: 'not-found' as const,
      review: 'overridden' as const,
      sort: { column: 'runner-up' as const, descending: true },
      sample: 17,
      layout: 'plate' as const,
      colour: 'shift' as const,
    };
    expect(parseTableQuery(new URLSearchParams(formatTableQuery(query)))).toEqual(query);
  });

  it('is empty without filters', () => {
    expect(formatTableQuery(emptyQuery)).toBe('');
    expect(parseTableQuery(new URLSearchParams())).toEqual(emptyQuery);
  });

  it('ignores unknown values', () => {
    const odd = new URLSearchParams(
      'status=fine&quality=great&need=money&pattern=maybe&sort=-shoe-size&sample=-1&call=',
    );
    expect(parseTableQuery(odd)).toEqual(emptyQuery);
  });

  it('changes from ascending to descending, and then to the order by spot', () => {
    const first = nextSort({ column: 'spot', descending: true }, 'sample');
    expect(first).toEqual({ column: 'sample', descending: false });
    const second = nextSort(first, 'sample');
    expect(second).toEqual({ column: 'sample', descending: true });
    expect(nextSort(second, 'sample')).toBeNull();
  });
});
