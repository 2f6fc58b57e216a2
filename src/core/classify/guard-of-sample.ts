import type { GuardVerdict } from '../job/types';
import { problem, type Problem } from '../problem';

/**
 * The verdict on a sample of several spectra. The guard judges their mean as it judges a spectrum, where
 * the mean is in its bins. Where it is not, or got no answer, the spectra say it: one with a pattern is
 * enough, and without any the sample has none.
 *
 * @param mean the guard's verdict on the mean, which knows no mass axis
 * @param spectra its verdicts on the spectra that the mean rests on
 * @returns undefined where nothing was watched
 */
export function guardOfSample(
  mean: GuardVerdict | undefined,
  spectra: readonly GuardVerdict[],
): GuardVerdict | undefined {
  if (mean !== undefined && mean.rule !== null) {
    // As a call does: a mean with a part outside the scope is outside.
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
    reason: `None of the ${lacking.length} spectra that could be judged shows it. The first of them: ${first.reason ?? ''}`,
  };
}

/**
 * A warning where some spectra of a sample show the pattern and others do not; null where they agree.
 * @param spectra the usable ones of the sample
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
    `${lacking.length} of the ${spectra.length} spectra of this sample, ${places}, by themselves: ` +
      `${first.guard?.label ?? ''}. The others show one.`,
    'Check that these spots hold the same isolate, and measure again if in doubt.',
  );
}
