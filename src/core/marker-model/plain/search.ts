import type { MarkerModel } from '../marker-model';
import { massErrorDensity } from '../parameters';
import { massErrorAt, type MassLine } from '../mass-line';
import type { Peak } from './peaks';
import {
  capped,
  evidenceOf,
  findIons,
  likelihoodRatio,
  peakWorth,
  type Score,
  scoreFound,
} from './score';
import {
  coarseLines,
  fineSteps,
  groupLoci,
  SEARCH_REACH_PPM,
  type SearchedLocus,
  taxonLoci,
  tiltLogPrior,
} from '../search-tables';

/** A spectrum's line and sensitivity, and the score for them. */
export interface FittedScore extends Score, MassLine {
  readonly sensitivity: number;
}

/**
 * Runs the whole search of docs/marker-model.md in plain float64: all lines for groups of taxa, then steps
 * around the best line for the taxon that fits best there, then the sensitivity for that taxon.
 *
 * @param peaks in order of m/z
 */
export function fitSpectrum(peaks: readonly Peak[], model: MarkerModel): FittedScore {
  const { taxon, ...line } = searchLine(peaks, model);
  const found = findIons(peaks, line, model);
  const sensitivity = fitSensitivity(found, taxon, model);
  return { ...scoreFound(found, sensitivity, model), ...line, sensitivity };
}

function searchLine(
  peaks: readonly Peak[],
  model: MarkerModel,
): MassLine & { readonly taxon: number } {
  const { line, sensitivity } = model.parameters;
  const how = { sensitivity: sensitivity.search, logRatioCap: line.logRatioCap };
  const highest = [...peaks].sort((a, b) => b.ratio - a.ratio).slice(0, line.peaks);
  const axis = new PlainAxis(highest, model);
  const groups = groupLoci(model);
  let best = { value: -Infinity, shift: 0, tilt: 0 };
  for (const { shift, tilt, logPrior } of coarseLines(model)) {
    const look = axis.at({ shiftPpm: 0, tiltPpmPerKda: tilt }, shift);
    const value = Math.max(...scoreSearched(look, groups, how, model)) + logPrior;
    if (value > best.value) best = { value, shift, tilt };
  }

  const look = axis.at({ shiftPpm: best.shift, tiltPpmPerKda: best.tilt });
  const found = model.ions.map((_, ion) => look(ion));
  const evidence = evidenceOf(found, sensitivity.search, model);
  const scores = evidence.map((row) =>
    row.slice(0, model.accepting).reduce((sum, value) => sum + value, 0),
  );
  const taxon = scores.indexOf(Math.max(...scores));

  const loci = taxonLoci(model, taxon, sensitivity.search);
  const { tilts, shifts } = fineSteps(model);
  let nearest = { value: -Infinity, shiftPpm: 0, tiltPpmPerKda: 0 };
  for (const tiltStep of tilts) {
    const tilt = best.tilt + tiltStep;
    for (const shiftStep of shifts) {
      const tried = axis.at({ shiftPpm: best.shift, tiltPpmPerKda: tilt }, shiftStep);
      const [score] = scoreSearched(tried, loci, how, model);
      const value = score! + tiltLogPrior(tilt, line.tiltSigma);
      const shift = best.shift + shiftStep;
      if (value > nearest.value) nearest = { value, shiftPpm: shift, tiltPpmPerKda: tilt };
    }
  }
  return { shiftPpm: nearest.shiftPpm, tiltPpmPerKda: nearest.tiltPpmPerKda, taxon };
}

/** Finds the factor at which the taxon's most frequent alleles are most likely. */
function fitSensitivity(found: readonly number[], taxon: number, model: MarkerModel): number {
  let best = { value: -Infinity, sensitivity: 1 };
  const { sensitivity, logRatioCap } = model.parameters;
  for (const { factor, logPrior } of sensitivity.steps) {
    const loci = taxonLoci(model, taxon, factor);
    const how = { sensitivity: factor, logRatioCap };
    const [score] = scoreSearched((ion) => found[ion]!, loci, how, model);
    const value = score! + logPrior;
    if (value > best.value) best = { value, sensitivity: factor };
  }
  return best.sensitivity;
}

/** Scores each row of the loci's weights: groups of taxa, or one taxon. */
function scoreSearched(
  look: (ion: number) => number,
  loci: readonly SearchedLocus[],
  { sensitivity, logRatioCap }: { sensitivity: number; logRatioCap: number },
  { ions }: MarkerModel,
): number[] {
  const ratio = (ion: number): number =>
    ion < 0 ? 1 : likelihoodRatio(look(ion), ions[ion]!.detection * sensitivity, logRatioCap);
  const scores = loci[0]!.rest.map(() => 0);
  for (const { alleles, weights, rest } of loci) {
    const both = alleles.map(({ single, double }) =>
      capped(ratio(single) * ratio(double), logRatioCap),
    );
    weights.forEach((row, r) => {
      const seen = row.reduce((sum, weight, a) => sum + weight * both[a]!, 0);
      scores[r]! += Math.log(seen + rest[r]!);
    });
  }
  return scores;
}

/**
 * The highest peaks on a logarithmic m/z axis of equal cells, each with its worth times the density of mass
 * errors around it. An ion is searched by one look-up of a cell.
 */
class PlainAxis {
  readonly #cells = new Map<number, number>();
  readonly #model: MarkerModel;
  readonly #stepPpm: number;

  constructor(peaks: readonly Peak[], model: MarkerModel) {
    this.#model = model;
    const { line, massError } = model.parameters;
    const stepPpm = line.fine.shiftStepPpm;
    this.#stepPpm = stepPpm;
    const reach = Math.round(SEARCH_REACH_PPM / stepPpm);
    for (const { mz, ratio } of peaks) {
      const cell = Math.round(Math.log(mz) / (stepPpm * 1e-6));
      const worth = peakWorth(ratio, model.parameters);
      for (let offset = -reach; offset <= reach; offset += 1) {
        const value = worth * massErrorDensity(offset * stepPpm, massError);
        const known = this.#cells.get(cell + offset) ?? 0;
        if (value > known) this.#cells.set(cell + offset, value);
      }
    }
  }

  /**
   * Returns a function that looks up an ion after moving it by a line and a further shift of whole cells,
   * ppm.
   */
  at(line: MassLine, shiftPpm = 0): (ion: number) => number {
    const step = this.#stepPpm * 1e-6;
    const cells = Math.round(shiftPpm / this.#stepPpm);
    return (ion) => {
      const { expectedMz } = this.#model.ions[ion]!;
      const error = massErrorAt(expectedMz, line) * 1e-6;
      return this.#cells.get(Math.round((Math.log(expectedMz) + error) / step) + cells) ?? 0;
    };
  }
}
