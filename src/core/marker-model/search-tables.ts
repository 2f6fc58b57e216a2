import { alleleWeights } from './allele-weights';
import { type LocusAlleles, missedProbability } from './expected-ions';
import type { MarkerModel } from './marker-model';
import { TILT_PIVOT_MZ } from './mass-line';

/** One pair of ions that the search looks up: an allele's, of one locus. */
export interface SearchedAllele {
  /** Index of the singly and the doubly charged ion; -1 where there is none. */
  readonly single: number;
  readonly double: number;
}

/** One locus as the search sees it. */
export interface SearchedLocus {
  /** As many as the parameters allow, the most telling first; fewer where there are fewer. */
  readonly alleles: readonly SearchedAllele[];
  /** [row][allele] what each counts for, in each group or for one taxon. */
  readonly weights: readonly (readonly number[])[];
  /** [row] what does not hang on the peaks. */
  readonly rest: readonly number[];
}

/** A mass error that is tried: shift in ppm, tilt in ppm a kDa, and the log prior of the tilt. */
export interface TriedLine {
  readonly shift: number;
  readonly tilt: number;
  readonly logPrior: number;
}

/** kDa from the m/z at which a spectrum's error is its shift alone. */
export function tiltArm(mz: number): number {
  return (mz - TILT_PIVOT_MZ) / 1000;
}

/** All lines of the first search. */
export function coarseLines({ parameters: { line } }: MarkerModel): readonly TriedLine[] {
  const { coarse, shiftRangePpm, tiltRange, tiltSigma } = line;
  return steps(tiltRange, coarse.tiltStep).flatMap((tilt) =>
    steps(shiftRangePpm, coarse.shiftStepPpm).map((shift) => ({
      shift,
      tilt,
      logPrior: tiltLogPrior(tilt, tiltSigma),
    })),
  );
}

/** The steps of the second search, around the line of the first. */
export function fineSteps({ parameters: { line } }: MarkerModel): {
  readonly tilts: readonly number[];
  readonly shifts: readonly number[];
} {
  const { tiltReach, tiltStep, shiftReachPpm, shiftStepPpm } = line.fine;
  return { tilts: steps(tiltReach, tiltStep), shifts: steps(shiftReachPpm, shiftStepPpm) };
}

/** Natural logarithm of the normal prior of a tilt, up to a constant. */
export function tiltLogPrior(tilt: number, sigma: number): number {
  return -0.5 * (tilt / sigma) ** 2;
}

/** -`reach` ... `reach`, with 0 among them. */
function steps(reach: number, step: number): number[] {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
}

/**
 * What the first search looks for at each accepting locus: for each group of taxa the mean of their
 * priors, at the alleles that weigh most in any group. What the left-out alleles weigh counts as missed.
 */
export function groupLoci(model: MarkerModel): readonly SearchedLocus[] {
  const { groups, taxa, parameters } = model;
  return acceptingLoci(model).map((locus) => {
    const means = groups.map((group) => {
      const weights = group.map((taxon) => alleleWeights(taxa[taxon]!, locus, parameters));
      return {
        alleles: locus.masses.map((_, a) => mean(weights.map(({ alleles }) => alleles[a]!))),
        silent: mean(weights.map(({ silent }) => silent)),
      };
    });
    const best = (allele: number) => Math.max(...means.map(({ alleles }) => alleles[allele]!));
    const kept = [...locus.masses.keys()]
      .sort((a, b) => best(b) - best(a) || a - b)
      .slice(0, parameters.line.alleles);
    const missed = missedProbability(locus, parameters.sensitivity.search);
    return {
      alleles: kept.map((allele) => locus.ions[allele]!),
      weights: means.map(({ alleles }) => kept.map((allele) => alleles[allele]!)),
      rest: means.map(({ alleles, silent }) => {
        const seen = kept.reduce((sum, allele) => sum + alleles[allele]!, 0);
        return silent + Math.max(0, 1 - silent - seen) * missed;
      }),
    };
  });
}

/**
 * What the second search looks for, and what the sensitivity is found by: of one taxon, at each accepting
 * locus its commonest alleles.
 */
export function taxonLoci(
  model: MarkerModel,
  taxon: number,
  sensitivity: number,
): readonly SearchedLocus[] {
  const { parameters } = model;
  return acceptingLoci(model).map((locus) => {
    const { alleles, novel, silent } = alleleWeights(model.taxa[taxon]!, locus, parameters);
    const kept = [...alleles.keys()]
      .filter((allele) => alleles[allele]! > 0)
      .sort((a, b) => alleles[b]! - alleles[a]! || a - b)
      .slice(0, parameters.line.alleles);
    return {
      alleles: kept.map((allele) => locus.ions[allele]!),
      weights: [kept.map((allele) => alleles[allele]!)],
      rest: [novel * missedProbability(locus, sensitivity) + silent],
    };
  });
}

function acceptingLoci({ loci, accepting }: MarkerModel): readonly LocusAlleles[] {
  return loci.slice(0, accepting);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
