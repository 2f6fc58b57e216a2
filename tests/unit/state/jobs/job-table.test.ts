import { describe, expect, it } from 'vitest';
import { JobTable, JOBS_PER_PAGE } from '../../../../src/state/jobs/job-table.svelte';
import { nextOrder, orderJobs, usualOrder } from '../../../../src/state/jobs/job-order';
import {
  formatJobTableQuery,
  parseJobTableQuery,
} from '../../../../src/state/jobs/job-table-query';
import type { JobList } from '../../../../src/state/jobs/job-list.svelte';
import { searchJobs } from '../../../../src/state/jobs/search-jobs';
import type { Router } from '../../../../src/state/router.svelte';
import type { JobRecord } from '../../../../src/storage/records';
import { jobRecord } from '../../storage/records';

const model = (version: string) => ({
  id: 'markers',
  version,
  sha256: 'a',
  manifestSha256: 'b',
});

function job(token: string, changes: Partial<JobRecord> = {}): JobRecord {
  return jobRecord({ token, status: 'completed', ...changes });
}

function counts(samples: number, acquired?: string) {
  return { found: samples, done: samples, samples, calls: {}, ...(acquired && { acquired }) };
}

const tokensOf = (jobs: readonly JobRecord[]) => jobs.map(({ token }) => token).join('');

describe('the order of jobs', () => {
  const jobs = [
    job('a', { name: 'Plate 10', createdAt: 30, model: model('1.10.0'), counts: counts(9) }),
    job('b', { name: 'plate 9', createdAt: 20, status: 'running', inputs: [] }),
    job('c', {
      name: 'Plate 11',
      createdAt: 10,
      model: model('1.9.0'),
      counts: counts(96, '2024-05-01T09:00:00+02:00'),
      inputs: [{ path: 'a.zip', size: 1, files: 1 }],
    }),
  ];
  const by = (column: Parameters<typeof nextOrder>[1], descending = false) =>
    tokensOf(orderJobs(jobs, { column, descending }));

  it('is by value, with A2 before A10 and case aside', () => {
    expect(by('name')).toBe('bac');
    expect(by('model')).toBe('cab');
    expect(by('samples', true)).toBe('cab');
    expect(by('status')).toBe('bac');
    expect(by('created')).toBe('cba');
  });

  it('has those without a value last in either direction', () => {
    expect(by('run-date')).toBe('cab');
    expect(by('run-date', true)).toBe('cab');
    expect(by('size')).toBe('cab');
    expect(by('size', true)).toBe('acb');
    expect(by('input')).toBe('cab');
  });

  it('has a damaged time last', () => {
    const damaged = [job('x', { createdAt: NaN }), ...jobs];
    expect(tokensOf(orderJobs(damaged, usualOrder))).toBe('abcx');
  });

  it('turns at the second click, and begins with the latest or the largest', () => {
    expect(nextOrder(usualOrder, 'created')).toEqual({ column: 'created', descending: false });
    expect(nextOrder(usualOrder, 'size')).toEqual({ column: 'size', descending: true });
    expect(nextOrder(usualOrder, 'name')).toEqual({ column: 'name', descending: false });
  });
});

describe('the address of a list', () => {
  it('is empty for the usual order, and says the rest', () => {
    const usual = { text: '', order: usualOrder, page: 1 };
    expect(formatJobTableQuery(usual)).toBe('');
    const query = {
      text: 'ward 3',
      order: { column: 'run-date', descending: true },
      page: 4,
    } as const;
    expect(formatJobTableQuery(query)).toBe('?q=ward+3&sort=-run-date&page=4');
    expect(parseJobTableQuery('?q=ward+3&sort=-run-date&page=4')).toEqual(query);
  });

  it('ignores what it does not know', () => {
    expect(parseJobTableQuery('?sort=-colour&page=-3')).toEqual(parseJobTableQuery(''));
  });
});

it('a search finds jobs by their model as well', () => {
  const jobs = [job('a', { model: model('1.0.0') }), job('b', { model: model('2.0.0') })];
  expect(tokensOf(searchJobs(jobs, 'PLATE markers 2.0'))).toBe('b');
});

describe('a long list', () => {
  const many = Array.from({ length: 120 }, (_, i) =>
    job(`job-${i}`, { name: `Run ${i}`, createdAt: 1_000 - i }),
  );

  function open(jobs: readonly JobRecord[], address = '') {
    const router = { search: address, setSearch: (search: string) => (router.search = search) };
    const list = { jobs };
    return {
      list,
      router,
      table: new JobTable(list as unknown as JobList, router as unknown as Router),
    };
  }

  it('has pages, and shows the last one where the address names one that is gone', () => {
    const { table } = open(many, '?page=9');
    expect(table.pages).toBe(3);
    expect(table.page).toBe(3);
    expect(table.shown).toHaveLength(120 - 2 * JOBS_PER_PAGE);
    const { table: none } = open([]);
    expect([none.pages, none.page, none.shown.length]).toEqual([1, 1, 0]);
  });

  it('begins at its first page when it is sorted or searched', () => {
    const { table, router } = open(many, '?page=2');
    table.sortBy('name');
    expect(router.search).toBe('?sort=name');
    router.search = '?page=2';
    open(many, '?page=2').table.search('7');
    table.goTo(99);
    expect(router.search).toContain('page=3');
  });

  it('marks a range over its pages, and all that is found', () => {
    const { table } = open(many);
    table.mark('job-2', true);
    table.mark('job-60', true, true);
    expect(table.chosen).toHaveLength(59);
    table.mark('job-58', false, true);
    expect(table.chosen).toHaveLength(56);
    table.markAll(true);
    expect(table.chosen).toHaveLength(120);
    table.markAll(false);
    expect(table.chosen).toHaveLength(0);
  });

  it('chooses no marked job that the search hides', () => {
    const { table } = open(many, '?q=Run+11');
    table.mark('job-11', true);
    table.mark('job-50', true);
    expect(tokensOf(table.chosen)).toBe('job-11');
  });
});
