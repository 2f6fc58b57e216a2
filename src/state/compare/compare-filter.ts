import { callCategory } from '../../core/classify/tiers';
import { CALL_AGREEMENTS, type CallAgreement } from '../../core/compare/compare-calls';
import type { ComparedSample } from '../../core/compare/compare-jobs';
import type { ModelManifest } from '../../core/model-pack/types';

/** How the calls of a sample compare, or which of the jobs alone has it. */
export type Comparison = CallAgreement | 'only-a' | 'only-b';

export const comparisons: readonly Comparison[] = [...CALL_AGREEMENTS, 'only-a', 'only-b'];

/** Which samples of a comparison are shown; the page's address contains it. */
export interface CompareFilter {
  /** Those that compare in one of these ways; none for all of them. */
  readonly shown: readonly Comparison[];
  /** Those of one cell of the matrix: the categories of their two calls; null for all. */
  readonly pair: { readonly a: string; readonly b: string } | null;
}

export const emptyFilter: CompareFilter = { shown: [], pair: null };

/** Parses the query of an address; unknown parts count as absent. */
export function parseCompareFilter(search: string): CompareFilter {
  const parameters = new URLSearchParams(search);
  const shown = parameters.getAll('show');
  const [a, b] = [parameters.get('a'), parameters.get('b')];
  return {
    shown: comparisons.filter((comparison) => shown.includes(comparison)),
    pair: a === null || b === null ? null : { a, b },
  };
}

/** Writes the filter for an address, including `?`; empty for all samples. */
export function formatCompareFilter({ shown, pair }: CompareFilter): string {
  const parameters = new URLSearchParams();
  for (const comparison of shown) parameters.append('show', comparison);
  if (pair !== null) {
    parameters.set('a', pair.a);
    parameters.set('b', pair.b);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Returns the samples that a filter shows, in their order. */
export function filterCompared(
  samples: readonly ComparedSample[],
  { shown, pair }: CompareFilter,
  manifests: { readonly a: ModelManifest; readonly b: ModelManifest },
): readonly ComparedSample[] {
  return samples.filter(
    (sample) =>
      (shown.length === 0 || shown.includes(comparisonOf(sample))) &&
      (pair === null ||
        (sample.a !== null &&
          sample.b !== null &&
          callCategory(sample.a.call, manifests.a) === pair.a &&
          callCategory(sample.b.call, manifests.b) === pair.b)),
  );
}

/** Returns how the calls of a sample compare. */
export function comparisonOf({ agreement, a }: ComparedSample): Comparison {
  return agreement ?? (a === null ? 'only-b' : 'only-a');
}
