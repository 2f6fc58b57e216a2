import { alleleWeights } from '../allele-weights';
import { missedProbability } from '../expected-ions';
import type { MarkerModel } from '../marker-model';
import { type MarkerParameters, massErrorDensity } from '../parameters';
import { massErrorAt, type MassLine } from '../mass-line';
import type { Peak } from './peaks';

/**
 * The marker score in plain float64 TypeScript, written from docs/marker-model.md peak by peak and ion by
 * ion, to verify the ONNX graph. `search.ts` finds the line.
 */
export interface Score {
  /** [taxon] S: the sum over the loci that serve acceptance. */
  readonly scores: readonly number[];
  /** [taxon][locus]; naming loci are 0 where too few were seen. */
  readonly loci: readonly (readonly number[])[];
  readonly probabilities: readonly number[];
}

/** Peaks farther from an ion than this are ignored: eight times the wider mass error. */
const REACH_PPM = 2000;

/**
 * Computes [ion] the worth of the best peak near each ion times the density of its mass error; 0 without a
 * peak.
 */
export function findIons(peaks: readonly Peak[], line: MassLine, model: MarkerModel): number[] {
  const { parameters } = model;
  return model.ions.map(({ expectedMz }) => {
    const middle = massErrorAt(expectedMz, line);
    const nearest = expectedMz * (1 + (middle - REACH_PPM) * 1e-6);
    const farthest = expectedMz * (1 + (middle + REACH_PPM) * 1e-6);
    let best = 0;
    for (let i = firstFrom(peaks, nearest); i < peaks.length; i += 1) {
      const { mz, ratio } = peaks[i]!;
      if (mz > farthest) break;
      const error = ((mz - expectedMz) / expectedMz) * 1e6 - middle;
      const density = massErrorDensity(error, parameters.massError);
      best = Math.max(best, density * peakWorth(ratio, parameters));
    }
    return best;
  });
}

/** Computes the score at a line and a sensitivity. Peaks are in order of m/z. */
export function scoreAt(
  peaks: readonly Peak[],
  fitted: MassLine & { readonly sensitivity: number },
  model: MarkerModel,
): Score {
  return scoreFound(findIons(peaks, fitted, model), fitted.sensitivity, model);
}

/**
 * Computes the score from what was found at each ion.
 *
 * @param found result of `findIons`
 */
export function scoreFound(
  found: readonly number[],
  sensitivity: number,
  model: MarkerModel,
): Score {
  const { taxa, named, accepting, parameters } = model;
  const evidence = evidenceOf(found, sensitivity, model);
  const seen = range(accepting, model.loci.length).filter((locus) =>
    evidence.some((row) => row[locus]! > 1),
  ).length;
  const counts = seen >= parameters.namingLociSeen;
  const loci = evidence.map((row) =>
    row.map((value, locus) => (locus < accepting || counts ? value : 0)),
  );
  const scores = loci.map((row) => sum(row.slice(0, accepting)));
  const temperature = parameters.softmaxTemperature;
  const cooled = scores.map((score) => score / temperature);
  const naming = loci.map((row, t) => cooled[t]! + sum(row.slice(accepting)) / temperature);
  // The naming loci distinguish the named taxa, and are no evidence against the outgroups.
  const lift = logSumExp(cooled.slice(0, named)) - logSumExp(naming.slice(0, named));
  const logits = taxa.map((_, t) => (t < named ? naming[t]! + lift : cooled[t]!));
  const total = logSumExp(logits);
  return { scores, loci, probabilities: logits.map((logit) => Math.exp(logit - total)) };
}

/**
 * Computes [taxon][locus] the natural logarithm of the likelihood ratio, before naming loci are set to 0.
 */
export function evidenceOf(
  found: readonly number[],
  sensitivity: number,
  model: MarkerModel,
): number[][] {
  const { parameters, ions } = model;
  const ratios = found.map((value, ion) =>
    likelihoodRatio(value, ions[ion]!.detection * sensitivity, parameters.logRatioCap),
  );
  const both = model.loci.map((locus) =>
    locus.ions.map(({ single, double }) =>
      capped((ratios[single] ?? 1) * (ratios[double] ?? 1), parameters.logRatioCap),
    ),
  );
  const missed = model.loci.map((locus) => missedProbability(locus, sensitivity));
  return model.taxa.map((taxon) =>
    model.loci.map((locus, l) => {
      const { alleles, novel, silent } = alleleWeights(taxon, locus, parameters);
      const seen = alleles.reduce((all, weight, a) => all + weight * both[l]![a]!, 0);
      return Math.log(seen + novel * missed[l]! + silent);
    }),
  );
}

/**
 * Computes the capped likelihood ratio of one ion.
 *
 * @param found worth times density of its best peak
 */
export function likelihoodRatio(found: number, detection: number, logRatioCap: number): number {
  return capped(1 - detection + detection * found, logRatioCap);
}

export function capped(ratio: number, logRatioCap: number): number {
  return Math.min(Math.exp(logRatioCap), Math.max(Math.exp(-logRatioCap), ratio));
}

/**
 * Computes the likelihood ratio of a peak by its height over noise, divided by the density of chance peaks
 * (ppm).
 */
export function peakWorth(ratio: number, parameters: MarkerParameters): number {
  const { ratio: knots, logRatio } = parameters.intensityKnots;
  const last = knots.length - 1;
  const worth = (log: number) => Math.exp(log) / parameters.clutterPerPpm;
  if (ratio <= (knots[0] ?? 0)) return worth(logRatio[0] ?? 0);
  if (ratio >= (knots[last] ?? 0)) return worth(logRatio[last] ?? 0);
  const i = knots.findIndex((knot) => knot > ratio) - 1;
  const [x0, x1] = [Math.log(knots[i] ?? 1), Math.log(knots[i + 1] ?? 1)];
  const [y0, y1] = [logRatio[i] ?? 0, logRatio[i + 1] ?? 0];
  return worth(y0 + ((Math.log(ratio) - x0) / (x1 - x0)) * (y1 - y0));
}

/** Finds the index of the first peak at or above `mz`; peaks are in order of m/z. */
function firstFrom(peaks: readonly Peak[], mz: number): number {
  let low = 0;
  let high = peaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (peaks[middle]!.mz < mz) low = middle + 1;
    else high = middle;
  }
  return low;
}

function logSumExp(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(sum(values.map((value) => Math.exp(value - largest))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
