import { type CallAgreement, isAgreement } from '../../core/compare/compare-calls';
import { compareJobs, type JobComparison } from '../../core/compare/compare-jobs';
import { comparisonAsCsv, comparisonAsTsv } from '../../io/exports/comparison';
import { MEDIA_TYPES } from '../../io/exports/file-name';
import { safeFileName } from '../../io/exports/safe-file-name';
import type { JobSession } from '../jobs/job-session.svelte';
import { isAtWork } from '../jobs/job-words';
import type { Router } from '../router.svelte';
import { italicWords } from '../taxon-text';
import { callMatrix } from './call-matrix';
import { isAnyJudged } from '../jobs/count-patterns';
import { patternName } from '../results/pattern-words';
import { agreementWords, lackingText } from './comparison-words';

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

  get onlyDifferent(): boolean {
    return new URLSearchParams(this.#router.search).get('show') === 'different';
  }

  showOnlyDifferent(only: boolean): void {
    this.#router.setSearch(only ? '?show=different' : '');
  }

  readonly different = $derived(
    (this.comparison?.samples ?? []).filter(
      ({ agreement }) => agreement === null || !(isAgreement(agreement) || agreement === 'unread'),
    ),
  );

  get rows(): JobComparison['samples'] {
    return this.onlyDifferent ? this.different : (this.comparison?.samples ?? []);
  }

  /** Counts such as `81 same taxon`, without those that are 0. */
  get counts(): readonly { readonly agreement: CallAgreement; readonly samples: number }[] {
    const counts = this.comparison?.counts;
    if (counts === undefined) return [];
    return (Object.keys(agreementWords) as CallAgreement[])
      .map((agreement) => ({ agreement, samples: counts[agreement] }))
      .filter(({ samples }) => samples > 0);
  }

  /** Whether a guard ran beside one of the two models. */
  get isGuarded(): boolean {
    return isAnyJudged(this.a.patterns) || isAnyJudged(this.b.patterns);
  }

  /** One sentence for each job on samples without a pattern: `3 samples of A show no Klebsiella pattern`. */
  get lacking(): readonly string[] {
    const { a, b } = this.patternNames;
    const sides = [
      ['A', this.a.patterns.no, a],
      ['B', this.b.patterns.no, b],
    ] as const;
    return sides.flatMap(([letter, samples, name]) =>
      samples === 0 ? [] : [lackingText(letter, samples, name)],
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
    const name = `${safeFileName(`${a.name} - two models`, 'comparison')}.${format}`;
    return new File([...pieces], name, { type: MEDIA_TYPES[format] });
  }
}

function side({ samples, spectra, manifest }: JobSession) {
  return manifest === null ? null : { samples, spectra, manifest };
}
