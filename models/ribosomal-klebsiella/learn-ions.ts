import type { MarkerTaxon } from '../../src/core/marker-model/marker-table';
import { ionMz } from '../../src/core/marker-model/expected-ions';
import { massErrorAt, TILT_PIVOT_MZ } from '../../src/core/marker-model/mass-line';
import type { IonParameters, MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain/peaks';
import type { FittedScore } from '../../src/core/marker-model/plain/search';
import { mean, median, round, sum, type Weighed } from './weighed';

/** Height over noise that a peak must have at least to count as a marker. */
const LEAST_RATIO = 1.5;
/** Least height over noise of the chance peaks that are counted. The knots begin here. */
const LEAST_CHANCE = 1;
/** Distances from a marker, ppm, to positions where no marker is expected. */
const DECOYS_PPM = [-9000, -7500, -6000, 6000, 7500, 9000];
/** A kernel's width on the axis of log height over noise. */
const KERNEL = 0.25;
const LEAST_DETECTED = 0.05;
const MOST_DETECTED = 0.97;
/** Largest detection of a locus that only names, since it is not expressed under every condition. */
const MOST_DETECTED_NAMING = 0.6;
/** Least number of mass errors whose median is taken as an offset. */
const LEAST_ERRORS = 5;
/** Part of a taxon's genomes that must carry an allele for it to count as the taxon's own. */
const OWN = 0.5;

/** A spectrum that the model has called, and that its numbers are learned from. */
export interface Assigned {
  readonly laboratory: string;
  readonly weight: number;
  readonly peaks: readonly Peak[];
  readonly taxon: MarkerTaxon;
  readonly fitted: FittedScore;
  readonly score: number;
}

/**
 * Learns from called spectra how often each ion is seen and where, how often a chance peak lies anywhere, and
 * what a peak's height says.
 *
 * @param nearPpm distance within which a peak counts as a marker, ppm
 */
export function learn(
  assigned: readonly Assigned[],
  parameters: MarkerParameters,
  nearPpm: number,
  naming: readonly string[],
): MarkerParameters {
  const matched: Weighed[] = [];
  const chance: Weighed[] = [];
  const counted: CountedIon[] = [];
  let decoys = 0;
  let seenByChance = 0;
  for (const [locus, charges] of Object.entries(parameters.ions)) {
    for (const [charge, before] of Object.entries(charges) as [Charge, IonParameters][]) {
      const errors: Weighed[] = [];
      const mzs: Weighed[] = [];
      let looked = 0;
      for (const one of assigned) {
        const own = one.taxon.loci.get(locus)?.find(({ fraction }) => fraction >= OWN);
        if (own === undefined) continue;
        const { weight } = one;
        looked += weight * one.fitted.sensitivity;
        const mz = ionMz(own.mass, charge === '1' ? 1 : 2);
        const seen = seenNear(one, mz * (1 + before.offsetPpm * 1e-6), nearPpm);
        if (seen !== null) {
          errors.push({ value: seen.errorPpm + before.offsetPpm, weight });
          mzs.push({ value: mz, weight });
          matched.push({ value: seen.ratio, weight });
        }
        for (const away of DECOYS_PPM) {
          const decoy = mz * (1 + away * 1e-6);
          decoys += weight;
          for (const value of ratiosNear(one, decoy, nearPpm)) chance.push({ value, weight });
          if (seenNear(one, decoy, nearPpm) !== null) seenByChance += weight;
        }
      }
      counted.push({ locus, charge, errors, looked, mz: mean(mzs) });
    }
  }
  const clutter = sum(chance.map(({ weight }) => weight)) / decoys / (2 * nearPpm);
  return {
    ...parameters,
    ions: describeIons(counted, seenByChance / decoys, naming),
    clutterPerPpm: Number(clutter.toPrecision(5)),
    intensityKnots: learnKnots(matched, chance, parameters),
  };
}

type Charge = '1' | '2';

interface CountedIon {
  readonly locus: string;
  readonly charge: Charge;
  /** Mass errors, ppm, in the spectra that show the ion. */
  readonly errors: readonly Weighed[];
  /** Number of spectra that were searched for the ion, each weighted by its sensitivity. */
  readonly looked: number;
  /** Mean m/z of the alleles that were seen. */
  readonly mz: number;
}

/** @param byChance part of the spectra in which a chance peak lies near any position */
function describeIons(
  counted: readonly CountedIon[],
  byChance: number,
  naming: readonly string[],
): MarkerParameters['ions'] {
  const offsets = straighten(
    counted.map(({ errors, mz }) => ({
      offset: errors.length < LEAST_ERRORS ? null : median(errors),
      mz,
      weight: sum(errors.map(({ weight }) => weight)),
    })),
  );
  const ions: Record<string, Partial<Record<Charge, IonParameters>>> = {};
  counted.forEach(({ locus, charge, errors, looked }, i) => {
    // Beta(1/2, 1/2) prior: no ion is ever certain to be seen, or to be missed.
    const seen = (sum(errors.map(({ weight }) => weight)) + 0.5) / (looked + 1);
    const own = (seen - byChance) / (1 - byChance);
    const most = naming.includes(locus) ? MOST_DETECTED_NAMING : MOST_DETECTED;
    const detection = round(Math.min(most, Math.max(LEAST_DETECTED, own)), 3);
    (ions[locus] ??= {})[charge] = { detection, offsetPpm: round(offsets[i]!, 1) };
  });
  return ions;
}

/** Subtracts from the offsets the line over m/z that fits them best; an unknown offset becomes 0. */
function straighten(
  ions: readonly { readonly offset: number | null; readonly mz: number; readonly weight: number }[],
): number[] {
  const known = ions.flatMap(({ offset, mz, weight }) =>
    offset === null ? [] : [{ y: offset, x: (mz - TILT_PIVOT_MZ) / 1000, weight }],
  );
  const total = sum(known.map(({ weight }) => weight));
  const meanOf = (value: (ion: (typeof known)[number]) => number) =>
    sum(known.map((ion) => ion.weight * value(ion))) / total;
  const [x, y] = [meanOf((ion) => ion.x), meanOf((ion) => ion.y)];
  const slope =
    meanOf((ion) => (ion.x - x) * (ion.y - y)) / (meanOf((ion) => (ion.x - x) ** 2) || 1);
  return ions.map(({ offset, mz }) =>
    offset === null ? 0 : offset - y - slope * ((mz - TILT_PIVOT_MZ) / 1000 - x),
  );
}

/**
 * Estimates the log ratio of two densities of height over noise: that of peaks at markers, and of chance
 * peaks.
 */
function learnKnots(
  matched: readonly Weighed[],
  chance: readonly Weighed[],
  { intensityKnots, logRatioCap }: MarkerParameters,
): MarkerParameters['intensityKnots'] {
  const density = (ratios: readonly Weighed[], at: number): number => {
    const near = ratios.map(
      ({ value, weight }) => weight * Math.exp(-0.5 * ((Math.log(value) - at) / KERNEL) ** 2),
    );
    return (sum(near) + 0.5) / (sum(ratios.map(({ weight }) => weight)) + 1);
  };
  return {
    ratio: intensityKnots.ratio,
    logRatio: intensityKnots.ratio.map((ratio) => {
      const at = Math.log(ratio);
      const log = Math.log(density(matched, at) / density(chance, at));
      return round(Math.max(-logRatioCap, Math.min(logRatioCap, log)), 3);
    }),
  };
}

/** Finds the highest peak near an expected position, after moving it by the spectrum's mass error line. */
function seenNear(
  { peaks, fitted }: Assigned,
  expectedMz: number,
  nearPpm: number,
): { errorPpm: number; ratio: number } | null {
  const line = massErrorAt(expectedMz, fitted);
  let best: { errorPpm: number; ratio: number } | null = null;
  for (const { mz, ratio } of peaks) {
    const errorPpm = (mz / expectedMz - 1) * 1e6 - line;
    if (Math.abs(errorPpm) > nearPpm || ratio < LEAST_RATIO) continue;
    if (best === null || ratio > best.ratio) best = { errorPpm, ratio };
  }
  return best;
}

/** Lists the heights over noise of all peaks near a position. */
function ratiosNear({ peaks, fitted }: Assigned, mz: number, nearPpm: number): number[] {
  const line = massErrorAt(mz, fitted);
  return peaks
    .filter((peak) => Math.abs((peak.mz / mz - 1) * 1e6 - line) <= nearPpm)
    .map(({ ratio }) => ratio)
    .filter((ratio) => ratio >= LEAST_CHANCE);
}
