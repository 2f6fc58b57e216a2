import { SvelteSet } from 'svelte/reactivity';
import type { Router } from '../router.svelte';
import type { JobList } from './job-list.svelte';
import { type JobColumn, nextOrder, orderJobs } from './job-order';
import { formatJobTableQuery, type JobTableQuery, parseJobTableQuery } from './job-table-query';
import type { JobRecord } from './job-words';
import { searchJobs } from './search-jobs';
import { tellApart } from './tell-apart';

/** Number of jobs on a page of the list, which stays as quick with thousands of them. */
export const JOBS_PER_PAGE = 50;

/** The list of jobs with what is searched, how it is sorted, and which of them are marked. */
export class JobTable {
  readonly #list: JobList;
  readonly #router: Router;
  readonly #marked = new SvelteSet<string>();
  /** The job that was marked or unmarked last, from which a range begins. */
  #anchor: string | null = null;

  constructor(list: JobList, router: Router) {
    this.#list = list;
    this.#router = router;
  }

  readonly query: JobTableQuery = $derived.by(() => parseJobTableQuery(this.#router.search));
  readonly all: readonly JobRecord[] = $derived.by(() => this.#list.jobs ?? []);
  readonly apart: ReadonlyMap<string, string> = $derived.by(() => tellApart(this.all));
  /** What the search finds, in order, on all pages. */
  readonly found: readonly JobRecord[] = $derived.by(() =>
    orderJobs(searchJobs(this.all, this.query.text), this.query.order),
  );
  readonly pages: number = $derived(Math.max(1, Math.ceil(this.found.length / JOBS_PER_PAGE)));
  /** The shown page, from 1: the last one where the address names one that is no longer there. */
  readonly page: number = $derived(Math.min(this.query.page, this.pages));
  readonly shown: readonly JobRecord[] = $derived.by(() =>
    this.found.slice((this.page - 1) * JOBS_PER_PAGE, this.page * JOBS_PER_PAGE),
  );
  /** The marked jobs. Those that the search hides, or that are gone, must not be deleted by mistake. */
  readonly chosen: readonly JobRecord[] = $derived.by(() =>
    this.found.filter(({ token }) => this.#marked.has(token)),
  );

  search(text: string): void {
    this.#change({ text, page: 1 });
  }

  sortBy(column: JobColumn): void {
    this.#change({ order: nextOrder(this.query.order, column), page: 1 });
  }

  /** Sorts by another column, in the direction that is usual for it. */
  sortFirst(column: JobColumn): void {
    if (column !== this.query.order.column) this.sortBy(column);
  }

  turn(): void {
    this.sortBy(this.query.order.column);
  }

  goTo(page: number): void {
    this.#change({ page: Math.max(1, Math.min(page, this.pages)) });
  }

  isMarked(token: string): boolean {
    return this.#marked.has(token);
  }

  /** @param extend whether to mark all from the last one to this one as well */
  mark(token: string, yes: boolean, extend = false): void {
    const range = extend ? this.#rangeTo(token) : [token];
    for (const one of range) {
      if (yes) this.#marked.add(one);
      else this.#marked.delete(one);
    }
    this.#anchor = token;
  }

  unmark(tokens: readonly string[]): void {
    for (const token of tokens) this.#marked.delete(token);
  }

  /** Marks all that the search finds, on all pages, or none. */
  markAll(yes: boolean): void {
    if (!yes) this.#marked.clear();
    else for (const { token } of this.found) this.#marked.add(token);
  }

  #rangeTo(token: string): readonly string[] {
    const tokens = this.found.map((job) => job.token);
    const from = this.#anchor === null ? -1 : tokens.indexOf(this.#anchor);
    const to = tokens.indexOf(token);
    return from < 0 ? [token] : tokens.slice(Math.min(from, to), Math.max(from, to) + 1);
  }

  #change(changes: Partial<JobTableQuery>): void {
    this.#router.setSearch(formatJobTableQuery({ ...this.query, ...changes }));
  }
}
