import type { MarkerTaxon } from '../../src/core/marker-model/marker-table';
import { expectIons, ionMz } from '../../src/core/marker-model/expected-ions';
import type { IonParameters, MarkerParameters } from '../../src/core/marker-model/parameters';
import { scoreAt, type Peak } from '../../src/core/marker-model/plain-score';

/** A marker is seen if its best peak is this near, ppm: wide before its offset is known ... */
const NEAR_PPM = [300, 200, 200];
/** ... and this high over the noise. */
const LEAST_RATIO = 1.5;
/** Chance peaks count from this height on; the knots begin here. */
const LEAST_CHANCE = 1;
/** Where no marker is expected: positions moved this far from one, ppm. */
const DECOYS_PPM = [-9000, -7500, -6000, 6000, 7500, 9000];
/** A kernel's width on the axis of log height over noise. */
const KERNEL = 0.25;
const LEAST_DETECTED = 0.05;
const MOST_DETECTED = 0.97;
/** An offset is the median of at least this many errors. */
const LEAST_ERRORS = 5;
/** A taxon's own allele: carried by at least half of its genomes. */
const OWN = 0.5;

export interface Fit {
  readonly parameters: MarkerParameters;
  /** Spectra whose best taxon was accepted and that were learned from, in the last round. */
  readonly learnedFrom: number;
  readonly of: number;
}

/**
 * What is supposed before any spectrum was seen: no offset, the same detection everywhere, and a peak
 * that speaks for a marker when it is more than 2.5 times the noise.
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
  };
}

/**
 * Estimates detection and offset of each ion, the intensity knots and the density of chance peaks
 * from spectra without any label: the model calls them itself, starting with no estimate, and learns
 * from those that it accepts with a score of at least `leastScore`, three times over.
 */
export function estimateParameters(
  spectra: readonly (readonly Peak[])[],
  taxa: readonly MarkerTaxon[],
  start: MarkerParameters,
  leastScore: number,
): Fit {
  let parameters = start;
  let learnedFrom = 0;
  for (const nearPpm of NEAR_PPM) {
    const assigned = spectra
      .map((peaks) => assign(peaks, taxa, parameters))
      .filter(({ score }) => score >= leastScore);
    learnedFrom = assigned.length;
    parameters = learn(assigned, parameters, nearPpm);
  }
  return { parameters, learnedFrom, of: spectra.length };
}

interface Assigned {
  readonly peaks: readonly Peak[];
  readonly taxon: MarkerTaxon;
  readonly shiftPpm: number;
  readonly score: number;
}

function assign(
  peaks: readonly Peak[],
  taxa: readonly MarkerTaxon[],
  parameters: MarkerParameters,
): Assigned {
  const model = { taxa, parameters, ...expectIons(taxa, parameters) };
  const { rangePpm } = parameters.shift;
  let best = { taxon: 0, shiftPpm: 0, score: -Infinity };
  const tryShift = (shiftPpm: number): void => {
    scoreAt(peaks, shiftPpm, model).scores.forEach((score, taxon) => {
      if (score > best.score) best = { taxon, shiftPpm, score };
    });
  };
  for (let shift = -rangePpm; shift <= rangePpm; shift += 100) tryShift(shift);
  const middle = best.shiftPpm;
  for (let shift = middle - 75; shift <= middle + 75; shift += 25) tryShift(shift);
  const taxon = taxa[best.taxon];
  if (taxon === undefined) throw new Error('No taxon to assign a spectrum to');
  return { peaks, taxon, shiftPpm: best.shiftPpm, score: best.score };
}

/** Peaks around an expected position, moved by the spectrum's shift: the highest, if there is one. */
function seenNear(
  { peaks, shiftPpm }: Assigned,
  expectedMz: number,
  nearPpm: number,
): { errorPpm: number; ratio: number } | null {
  let best: { errorPpm: number; ratio: number } | null = null;
  for (const { mz, ratio } of peaks) {
    const errorPpm = (mz / expectedMz - 1) * 1e6 - shiftPpm;
    if (Math.abs(errorPpm) > nearPpm || ratio < LEAST_RATIO) continue;
    if (best === null || ratio > best.ratio) best = { errorPpm, ratio };
  }
  return best;
}

/** Heights over noise of all peaks around a position. */
function ratiosNear({ peaks, shiftPpm }: Assigned, mz: number, nearPpm: number): number[] {
  return peaks
    .filter((peak) => Math.abs((peak.mz / mz - 1) * 1e6 - shiftPpm) <= nearPpm)
    .map(({ ratio }) => ratio)
    .filter((ratio) => ratio >= LEAST_CHANCE);
}

function learn(
  assigned: readonly Assigned[],
  parameters: MarkerParameters,
  nearPpm: number,
): MarkerParameters {
  const matched: number[] = [];
  const chance: number[] = [];
  const counted: CountedIon[] = [];
  let decoys = 0;
  let seenByChance = 0;
  for (const [locus, charges] of Object.entries(parameters.ions)) {
    for (const [charge, before] of Object.entries(charges) as [Charge, IonParameters][]) {
      const errors: number[] = [];
      let looked = 0;
      for (const one of assigned) {
        const own = one.taxon.loci.get(locus)?.find(({ fraction }) => fraction >= OWN);
        if (own === undefined) continue;
        looked += 1;
        const mz = ionMz(own.mass, charge === '1' ? 1 : 2);
        const seen = seenNear(one, mz * (1 + before.offsetPpm * 1e-6), nearPpm);
        if (seen !== null) {
          errors.push(seen.errorPpm + before.offsetPpm);
          matched.push(seen.ratio);
        }
        for (const away of DECOYS_PPM) {
          const decoy = mz * (1 + away * 1e-6);
          decoys += 1;
          chance.push(...ratiosNear(one, decoy, nearPpm));
          if (seenNear(one, decoy, nearPpm) !== null) seenByChance += 1;
        }
      }
      counted.push({ locus, charge, errors, looked });
    }
  }
  return {
    ...parameters,
    ions: describeIons(counted, seenByChance / decoys),
    clutterPerPpm: Number((chance.length / decoys / (2 * nearPpm)).toPrecision(5)),
    intensityKnots: learnKnots(matched, chance, parameters),
  };
}

type Charge = '1' | '2';

interface CountedIon {
  readonly locus: string;
  readonly charge: Charge;
  /** Mass errors, ppm, of the spectra that it was seen in. */
  readonly errors: readonly number[];
  /** Spectra that it was looked for in. */
  readonly looked: number;
}

/** @param byChance part of the spectra in which a peak stands near any position by chance */
function describeIons(counted: readonly CountedIon[], byChance: number): MarkerParameters['ions'] {
  const ions: Record<string, Partial<Record<Charge, IonParameters>>> = {};
  for (const { locus, charge, errors, looked } of counted) {
    // Beta(1/2, 1/2) prior; nothing is ever certain to be seen, or to be missed.
    const seen = (errors.length + 0.5) / (looked + 1);
    const own = (seen - byChance) / (1 - byChance);
    const detection = round(Math.min(MOST_DETECTED, Math.max(LEAST_DETECTED, own)), 3);
    const offsetPpm = errors.length < LEAST_ERRORS ? 0 : round(median(errors), 1);
    (ions[locus] ??= {})[charge] = { detection, offsetPpm };
  }
  return ions;
}

/** Leaves out the ions that are hardly ever seen: what cannot be seen must not count as missing. */
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

/** Log ratio of two densities of height over noise: of peaks at markers, and of chance peaks. */
function learnKnots(
  matched: readonly number[],
  chance: readonly number[],
  { intensityKnots, logRatioCap }: MarkerParameters,
): MarkerParameters['intensityKnots'] {
  const density = (ratios: readonly number[], at: number): number =>
    ratios.reduce(
      (sum, ratio) => sum + Math.exp(-0.5 * ((Math.log(ratio) - at) / KERNEL) ** 2),
      0.5,
    ) /
    (ratios.length + 1);
  return {
    ratio: intensityKnots.ratio,
    logRatio: intensityKnots.ratio.map((ratio) => {
      const at = Math.log(ratio);
      const log = Math.log(density(matched, at) / density(chance, at));
      return round(Math.max(-logRatioCap, Math.min(logRatioCap, log)), 3);
    }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
