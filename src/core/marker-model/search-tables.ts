import { alleleWeights } from './allele-weights';
import { type LocusAlleles, missedProbability } from './expected-ions';
import type { MarkerModel } from './marker-model';
import { TILT_PIVOT_MZ } from './mass-line';

/** Reach of one peak on the axis of the search, ppm. */
export const SEARCH_REACH_PPM = 800;

/** A pair of ions of one allele, which the search looks up. */
export interface SearchedAllele {
  /** Index of the singly and the doubly charged ion; -1 where there is none. */
  readonly single: number;
  readonly double: number;
}

/** One locus in the search. */
export interface SearchedLocus {
  /**
   * As many alleles as the parameters allow, those with the largest weights first; fewer where there are
   * fewer.
   */
  readonly alleles: readonly SearchedAllele[];
  /** [row][allele] weight of each allele, for each group or for one taxon. */
  readonly weights: readonly (readonly number[])[];
  /** [row] the part of the likelihood that does not depend on the peaks. */
  readonly rest: readonly number[];
}

/** A candidate for the mass error: shift in ppm, tilt in ppm per kDa, and the log prior of the tilt. */
export interface TriedLine {
  readonly shift: number;
  readonly tilt: number;
  readonly logPrior: number;
}

/** @returns the distance, in kDa, from the m/z at which a spectrum's error is its shift alone */
export function tiltArm(mz: number): number {
  return (mz - TILT_PIVOT_MZ) / 1000;
}

/** Lists all lines of the first search. */
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

/** Lists the steps of the second search, relative to the best line of the first. */
export function fineSteps({ parameters: { line } }: MarkerModel): {
  readonly tilts: readonly number[];
  readonly shifts: readonly number[];
} {
  const { tiltReach, tiltStep, shiftReachPpm, shiftStepPpm } = line.fine;
  return { tilts: steps(tiltReach, tiltStep), shifts: steps(shiftReachPpm, shiftStepPpm) };
}

/** Computes the natural logarithm of the normal prior of a tilt, up to a constant. */
export function tiltLogPrior(tilt: number, sigma: number): number {
  return -0.5 * (tilt / sigma) ** 2;
}

/** Lists the steps from -`reach` to `reach`, including 0. */
function steps(reach: number, step: number): number[] {
  const count = Math.round(reach / step);
  return Array.from({ length: 2 * count + 1 }, (_, i) => (i - count) * step);
}

/**
 * Prepares the loci of the first search: for each accepting locus and each group of taxa, the mean of the
 * taxa's priors for the alleles with the largest weights in any group. The weight of the other alleles
 * counts as missed.
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
 * Prepares the loci of the second search and of the sensitivity: for one taxon, its most frequent alleles
 * at each accepting locus.
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
