import type { RunSummary } from './run-summary';

/** How often the spectra of a spot failed. */
export interface SpotFailures {
  readonly spot: string;
  readonly tried: number;
  readonly failed: number;
}

/** Counts, by spot, over all runs. */
export function countSpotFailures(runs: Iterable<RunSummary>): ReadonlyMap<string, SpotFailures> {
  const tried = new Map<string, number>();
  const failed = new Map<string, number>();
  for (const run of runs) {
    count(run.tried, tried);
    count(run.failed, failed);
  }
  return new Map(
    [...tried].map(([spot, times]) => [
      spot,
      { spot, tried: times, failed: failed.get(spot) ?? 0 },
    ]),
  );
}

function count(spots: readonly string[], counts: Map<string, number>): void {
  for (const spot of spots) counts.set(spot, (counts.get(spot) ?? 0) + 1);
}

/** Failures that stand out among so many spots are told from this many on, and below this probability. */
const LEAST_FAILURES = 3;
const MOST_CHANCE = 0.001;

/**
 * Finds spots at which more fails than elsewhere: by chance alone, with the part of all spectra that failed, so many
 * would hardly be seen at any spot. Ordered by how often.
 */
export function conspicuousSpots(
  spots: ReadonlyMap<string, SpotFailures>,
): readonly SpotFailures[] {
  const all = [...spots.values()];
  const tried = all.reduce((sum, one) => sum + one.tried, 0);
  const failed = all.reduce((sum, one) => sum + one.failed, 0);
  if (failed === 0) return [];
  const found = all.filter(
    (one) =>
      one.failed >= LEAST_FAILURES &&
      // What is rare at one spot is not at one of many: Bonferroni.
      chanceOfAtLeast(one.failed, one.tried, failed / tried) * all.length < MOST_CHANCE,
  );
  return found.sort((a, b) => b.failed / b.tried - a.failed / a.tried || b.failed - a.failed);
}

/** The probability of at least `least` of `of` independent events of probability `part`: the binomial's upper tail. */
export function chanceOfAtLeast(least: number, of: number, part: number): number {
  if (least <= 0) return 1;
  if (part <= 0 || least > of) return 0;
  if (part >= 1) return 1;
  // From the greatest term on, which is only too small for a number where the whole sum is.
  const greatest = Math.min(of, Math.max(least, Math.floor((of + 1) * part)));
  const odds = part / (1 - part);
  const first = chanceOfExactly(greatest, of, part);
  let sum = 0;
  for (let k = greatest, term = first; k <= of; k++) {
    sum += term;
    term *= ((of - k) / (k + 1)) * odds;
  }
  for (let k = greatest, term = first; k > least; k--) {
    term *= k / (of - k + 1) / odds;
    sum += term;
  }
  return Math.min(1, sum);
}

/** A term of the binomial distribution, in logarithms, since its factors may be beyond what a number can be. */
function chanceOfExactly(times: number, of: number, part: number): number {
  let log = times * Math.log(part) + (of - times) * Math.log1p(-part);
  for (let i = 0; i < times; i++) log += Math.log((of - i) / (i + 1));
  return Math.exp(log);
}
