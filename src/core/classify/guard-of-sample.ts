import type { GuardVerdict } from '../job/types';
import { problem, type Problem } from '../problem';
import { sentence } from '../../words/told/sentence';
import { labelOf } from './call-label';

/**
 * Judges a sample of several spectra. Where their mean is in the guard's bins, the guard judges the mean
 * like a spectrum. Where it is not, or the guard gave no answer, the verdicts on the spectra decide: one
 * with a pattern is enough, and without any the sample has none.
 *
 * @param mean the guard's verdict on the mean, which has no mass axis
 * @param spectra its verdicts on the spectra that went into the mean
 * @returns undefined where no guard ran
 */
export function guardOfSample(
  mean: GuardVerdict | undefined,
  spectra: readonly GuardVerdict[],
): GuardVerdict | undefined {
  if (mean !== undefined && mean.rule !== null) {
    // Calls do the same: a mean of which a part is outside the scope is outside.
    return spectra.find(({ rule }) => rule === 'outside-scope') ?? mean;
  }
  const having = spectra.find(({ pattern }) => pattern === 'yes');
  if (having !== undefined) return having;
  const lacking = spectra.filter(({ pattern }) => pattern === 'no');
  const [first] = lacking;
  if (first === undefined) return spectra[0] ?? mean;
  if (lacking.length === 1) return first;
  return {
    ...first,
    reason: sentence('call.guardNone', { count: lacking.length, first: first.reason ?? '' }),
  };
}

/**
 * Warns where some spectra of a sample show the pattern and others do not.
 *
 * @param spectra the usable ones of the sample
 * @returns null where they agree
 */
export function patternWarning(
  spectra: readonly {
    readonly name: string;
    readonly spot: string;
    readonly guard?: GuardVerdict;
  }[],
): Problem<'replicates-pattern'> | null {
  const lacking = spectra.filter(({ guard }) => guard?.pattern === 'no');
  const [first] = lacking;
  if (first === undefined || !spectra.some(({ guard }) => guard?.pattern === 'yes')) return null;
  const places = lacking.map(({ name, spot }) => spot || name).join(', ');
  return problem(
    'replicates-pattern',
    sentence('call.patternOfSome', {
      count: lacking.length,
      of: spectra.length,
      places,
      label: first.guard === undefined ? '' : labelOf(first.guard),
    }),
    sentence('call.patternOfSomeCure'),
  );
}
