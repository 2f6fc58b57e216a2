import {
  assembleModel,
  type MarkerModel,
  type TaxonMembers,
} from '../../src/core/marker-model/marker-model';
import type { MarkerRow, MarkerTaxon } from '../../src/core/marker-model/marker-table';
import { ionMz } from '../../src/core/marker-model/expected-ions';
import { massErrorAt, TILT_PIVOT_MZ } from '../../src/core/marker-model/mass-line';
import type { IonParameters, MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain/peaks';
import { type FittedScore, fitSpectrum } from '../../src/core/marker-model/plain/search';

/**
 * Distance within which a peak counts as a marker, ppm, by round: larger in the first, without known
 * offsets.
 */
const NEAR_PPM = [300, 200, 200, 200];
/** Height over noise that such a peak must have at least. */
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

/** A spectrum with the laboratory that it comes from. */
export interface FitSpectrum {
  readonly laboratory: string;
  /** In order of m/z. */
  readonly peaks: readonly Peak[];
}

export interface Fit {
  readonly parameters: MarkerParameters;
  /** For each laboratory, the spectra that the last round learned from, and all of its spectra. */
  readonly learnedFrom: ReadonlyMap<string, { readonly accepted: number; readonly of: number }>;
}

/** The parts of a model other than its numbers. */
export interface ModelFacts {
  readonly taxa: readonly TaxonMembers[];
  readonly naming: readonly string[];
  readonly rows: readonly MarkerRow[];
}

/**
 * Returns the parameters to start from before any spectrum was seen: no offset, equal detection of all
 * ions, equally frequent sensitivities, and evidence for a marker from peaks of more than 2.5 times the
 * noise.
 */
export function withoutEstimates(
  start: MarkerParameters,
  loci: readonly string[],
): MarkerParameters {
  const ion: IonParameters = { detection: 0.6, offsetPpm: 0 };
  return {
    ...start,
    ions: Object.fromEntries(loci.map((locus) => [locus, { '1': ion, '2': ion }])),
    clutterPerPpm: 3e-4,
    intensityKnots: {
      ratio: start.intensityKnots.ratio,
      logRatio: start.intensityKnots.ratio.map((ratio) => Math.min(2, Math.log(ratio / 2.5) * 2)),
    },
    sensitivity: {
      ...start.sensitivity,
      steps: start.sensitivity.steps.map(({ factor }) => ({ factor, logPrior: 0 })),
    },
  };
}

/**
 * Estimates the detection and offset of each ion, the frequency of each sensitivity, the intensity knots
 * and the density of chance peaks from spectra without labels. The model calls the spectra itself, starting
 * without any estimate, and learns from those that it accepts with a score of at least `leastScore`, in
 * four rounds. Shift, tilt and offsets are estimated together: a trend of all offsets over m/z is removed
 * from them, since it belongs to the spectra. A laboratory is weighted by the square root of its number of
 * spectra, so that the largest one does not dominate.
 */
export function estimateParameters(
  spectra: readonly FitSpectrum[],
  facts: ModelFacts,
  start: MarkerParameters,
  leastScore: number,
): Fit {
  let parameters = start;
  let assigned: readonly Assigned[] = [];
  for (const nearPpm of NEAR_PPM) {
    const model = assembleModel(facts.taxa, facts.rows, parameters, facts.naming);
    assigned = weigh(
      spectra
        .map(({ laboratory, peaks }) => assign(laboratory, peaks, model))
        .filter((one) => one !== null && one.score >= leastScore)
        .map((one) => one!),
    );
    parameters = learn(assigned, parameters, nearPpm, facts.naming);
  }
  parameters = { ...parameters, sensitivity: learnSensitivity(assigned, parameters) };
  const laboratories = [...new Set(spectra.map(({ laboratory }) => laboratory))];
  const countOf = (list: readonly { readonly laboratory: string }[], name: string) =>
    list.filter(({ laboratory }) => laboratory === name).length;
  return {
    parameters,
    learnedFrom: new Map(
      laboratories.map((name) => [
        name,
        { accepted: countOf(assigned, name), of: countOf(spectra, name) },
      ]),
    ),
  };
}

interface Assigned {
  readonly laboratory: string;
  readonly weight: number;
  readonly peaks: readonly Peak[];
  readonly taxon: MarkerTaxon;
  readonly fitted: FittedScore;
  readonly score: number;
}

/** @returns the taxon that the model assigns to a spectrum; null where an outgroup fits best */
function assign(laboratory: string, peaks: readonly Peak[], model: MarkerModel): Assigned | null {
  const fitted = fitSpectrum(peaks, model);
  const score = Math.max(...fitted.scores);
  const best = fitted.scores.indexOf(score);
  if (best >= model.named) return null;
  return { laboratory, weight: 1, peaks, taxon: model.taxa[best]!, fitted, score };
}

/**
 * Weights the spectra so that each laboratory's weights add up to the square root of its number of spectra,
 * and all weights to the number of all spectra.
 */
function weigh(assigned: readonly Assigned[]): Assigned[] {
  const counts = new Map<string, number>();
  for (const { laboratory } of assigned) {
    counts.set(laboratory, (counts.get(laboratory) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + Math.sqrt(count), 0);
  return assigned.map((one) => ({
    ...one,
    weight: assigned.length / total / Math.sqrt(counts.get(one.laboratory)!),
  }));
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

/** A number with a weight. */
interface Weighed {
  readonly value: number;
  readonly weight: number;
}

function learn(
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
 * Removes the ions that are hardly ever seen, since the absence of such an ion must not count against a
 * taxon.
 */
export function withoutUnseen(parameters: MarkerParameters, least: number): MarkerParameters {
  const ions = Object.entries(parameters.ions)
    .map(([locus, charges]): [string, typeof charges] => [
      locus,
      Object.fromEntries(Object.entries(charges).filter(([, { detection }]) => detection >= least)),
    ])
    .filter(([, charges]) => Object.keys(charges).length > 0);
  const seen = new Set(ions.map(([locus]) => locus));
  const unseen = Object.keys(parameters.ions).filter((locus) => !seen.has(locus));
  return { ...parameters, ions: Object.fromEntries(ions), unseen };
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

/**
 * Estimates how frequent each sensitivity is, after adding one spectrum to each count. This happens once,
 * at the end: repeated in each round, it would make the frequent values still more frequent, and raise
 * detection too.
 */
function learnSensitivity(
  assigned: readonly Assigned[],
  { sensitivity }: MarkerParameters,
): MarkerParameters['sensitivity'] {
  const counts = sensitivity.steps.map(
    ({ factor }) =>
      1 +
      sum(
        assigned.filter(({ fitted }) => fitted.sensitivity === factor).map(({ weight }) => weight),
      ),
  );
  const most = Math.max(...counts);
  return {
    ...sensitivity,
    steps: sensitivity.steps.map(({ factor }, i) => ({
      factor,
      logPrior: round(Math.log(counts[i]! / most), 3),
    })),
  };
}

/** @returns the value below which half of the weight lies */
function median(values: readonly Weighed[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sum(sorted.map(({ weight }) => weight)) / 2;
  let passed = 0;
  for (const { value, weight } of sorted) {
    passed += weight;
    if (passed >= half) return value;
  }
  return 0;
}

function mean(values: readonly Weighed[]): number {
  const total = sum(values.map(({ weight }) => weight));
  return total === 0 ? 0 : sum(values.map(({ value, weight }) => value * weight)) / total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
