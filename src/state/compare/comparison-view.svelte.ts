import {
  compareJobs,
  type ComparedSample,
  type JobComparison,
} from '../../core/compare/compare-jobs';
import { numberMeasurements } from '../../core/plate/measurements';
import { comparisonAsCsv, comparisonAsTsv } from '../../io/exports/comparison';
import { MEDIA_TYPES } from '../../io/exports/file-name';
import { safeFileName } from '../../io/exports/safe-file-name';
import type { JobSession } from '../jobs/job-session.svelte';
import { isAtWork } from '../jobs/job-words';
import type { Router } from '../router.svelte';
import { italicWords } from '../taxon-text';
import { callMatrix } from './call-matrix';
import { isAnyJudged } from '../jobs/count-patterns';
import { guardGenus } from '../jobs/guard-genus';
import { patternName } from '../results/pattern-words';
import { spotText } from '../results/spot-text';
import {
  type CompareFilter,
  type Comparison,
  comparisons,
  emptyFilter,
  filterCompared,
  formatCompareFilter,
  parseCompareFilter,
} from './compare-filter';
import { lackingText } from './comparison-words';

/** The comparison of two jobs, with the samples that are shown. The address contains the filter. */
export class ComparisonView {
  readonly a: JobSession;
  readonly b: JobSession;
  readonly #router: Router;
  /** Whether one of the jobs still runs, so that its rows are not complete. */
  readonly isWaiting = $derived.by(() => isAtWork(this.a.record) || isAtWork(this.b.record));
  /** Null until both jobs have ended and have their model. */
  readonly comparison = $derived.by((): JobComparison | null => {
    if (this.isWaiting) return null;
    const [a, b] = [side(this.a), side(this.b)];
    return a === null || b === null ? null : compareJobs(a, b);
  });
  readonly matrix = $derived(callMatrix(this.comparison?.pairs ?? []));
  readonly words = $derived.by((): ReadonlySet<string> => {
    const manifests = [this.a.manifest, this.b.manifest].filter((one) => one !== null);
    return new Set(manifests.flatMap((manifest) => [...italicWords(manifest)]));
  });

  /** Names of what the guards of the two jobs look for: `Klebsiella pattern`. */
  readonly patternNames = $derived.by(() => ({
    a: patternName(this.a.record.guard),
    b: patternName(this.b.record.guard),
  }));

  constructor(a: JobSession, b: JobSession, router: Router) {
    this.a = a;
    this.b = b;
    this.#router = router;
  }

  readonly #measurements = $derived.by(() => ({
    a: numberMeasurements(this.a.spectra),
    b: numberMeasurements(this.b.spectra),
  }));

  readonly filter: CompareFilter = $derived.by(() => parseCompareFilter(this.#router.search));

  get isFiltering(): boolean {
    return this.filter.shown.length > 0 || this.filter.pair !== null;
  }

  /** The samples that the filter shows. */
  readonly rows: JobComparison['samples'] = $derived.by(() => {
    const [a, b] = [this.a.manifest, this.b.manifest];
    const samples = this.comparison?.samples ?? [];
    return a === null || b === null || !this.isFiltering
      ? samples
      : filterCompared(samples, this.filter, { a, b });
  });

  /** Returns a sample's spot, and which measurement of it: `F11, 2 of 3`. */
  spotOf({ a, b, spot }: ComparedSample): string {
    if (a !== null) return spotText(a, this.#measurements.a);
    return b === null ? spot : spotText(b, this.#measurements.b);
  }

  /** Adds a way to compare to the filter, or removes it. */
  toggle(comparison: Comparison): void {
    const { shown } = this.filter;
    this.#change({
      ...this.filter,
      shown: shown.includes(comparison)
        ? shown.filter((one) => one !== comparison)
        : [...shown, comparison],
    });
  }

  /** Shows the samples of one cell of the matrix alone, or all again. */
  togglePair(a: string, b: string): void {
    this.#change({ shown: [], pair: this.hasPair(a, b) ? null : { a, b } });
  }

  hasPair(a: string, b: string): boolean {
    return this.filter.pair?.a === a && this.filter.pair.b === b;
  }

  showAll(): void {
    this.#change(emptyFilter);
  }

  #change(filter: CompareFilter): void {
    this.#router.setSearch(formatCompareFilter(filter));
  }

  /** Counts such as `81 same taxon`, without those that are 0. */
  get counts(): readonly { readonly comparison: Comparison; readonly samples: number }[] {
    if (this.comparison === null) return [];
    const { counts, onlyA, onlyB } = this.comparison;
    const all: Readonly<Record<Comparison, number>> = {
      ...counts,
      'only-a': onlyA,
      'only-b': onlyB,
    };
    return comparisons
      .map((comparison) => ({ comparison, samples: all[comparison] }))
      .filter(({ samples }) => samples > 0);
  }

  /** Whether a guard ran beside one of the two models. */
  get isGuarded(): boolean {
    return isAnyJudged(this.a.patterns) || isAnyJudged(this.b.patterns);
  }

  /** One sentence for each job on samples without a pattern: `3 samples of A show no Klebsiella pattern …`. */
  get lacking(): readonly string[] {
    const sides = [
      ['A', this.a],
      ['B', this.b],
    ] as const;
    return sides.flatMap(([letter, { patterns, record }]) =>
      patterns.no === 0 ? [] : [lackingText(letter, patterns.no, guardGenus(record.guard))],
    );
  }

  /** Makes a file of all samples, whatever the filter; null while a job has no model. */
  asFile(format: 'tsv' | 'csv', appVersion: string): File | null {
    const [a, b] = [this.a.record, this.b.record];
    if (this.comparison === null || a.model === null || b.model === null) return null;
    const exported = {
      appVersion,
      a: { token: a.token, model: a.model },
      b: { token: b.token, model: b.model },
      samples: this.comparison.samples,
    };
    const pieces = format === 'tsv' ? comparisonAsTsv(exported) : comparisonAsCsv(exported);
    // eslint-disable-next-line house/no-sentences -- The name of a file is in no language.
    const name = `${safeFileName(`${a.name} - two models`, 'comparison')}.${format}`;
    return new File([...pieces], name, { type: MEDIA_TYPES[format] });
  }
}

function side({ samples, spectra, manifest }: JobSession) {
  return manifest === null ? null : { samples, spectra, manifest };
}
