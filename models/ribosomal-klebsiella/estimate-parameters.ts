import {
  assembleModel,
  type MarkerModel,
  type TaxonMembers,
} from '../../src/core/marker-model/marker-model';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { IonParameters, MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain/peaks';
import { fitSpectrum } from '../../src/core/marker-model/plain/search';
import { type Assigned, learn } from './learn-ions';
import { round, sum } from './weighed';

/**
 * Distance within which a peak counts as a marker, ppm, by round: larger in the first, without known
 * offsets.
 */
const NEAR_PPM = [300, 200, 200, 200];
/** A spectrum with the laboratory that it comes from. */
export interface FitSpectrum {
  readonly laboratory: string;
  /** In order of m/z. */
  readonly peaks: readonly Peak[];
}

export interface Estimate {
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
): Estimate {
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
