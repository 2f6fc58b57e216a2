import { lehmer } from '../../src/core/lehmer';
import { assembleModel } from '../../src/core/marker-model/marker-model';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain/peaks';
import { fitSpectrum } from '../../src/core/marker-model/plain/search';
import type { ModelFacts } from './estimate-parameters';

/** A spectrum whose taxon is known from a source other than this model. */
export interface ScoredSpectrum {
  readonly peaks: readonly Peak[];
  /** Returns whether the source agrees with a taxon's id: a species may have several subspecies. */
  readonly isRight: (taxon: string) => boolean;
}

/** The result for a spectrum by one half of the loci. */
export interface HalfCall {
  /** The sum over these loci, for each taxon that can be named. */
  readonly scores: readonly number[];
  readonly isRight: readonly boolean[];
}

/** Number of calls of each spectrum, each by a different random half of the loci. */
export const HALVES = 40;
const SEED = 20_261_127;
/** Temperatures that are tried. None is below 1, which is the sharpness of the likelihoods themselves. */
const FROM = 1;
const TO = 4;
const STEP = 0.05;

/**
 * Finds the temperature of the softmax that maximises the likelihood of the known taxa. With all loci
 * nearly every call is right, which would not show how far the score can be trusted. So each spectrum is
 * called by random halves of the loci, which are sometimes wrong. This also covers correlations between
 * loci, which the score ignores.
 */
export function fitTemperature(
  judged: readonly ScoredSpectrum[],
  facts: ModelFacts,
  parameters: MarkerParameters,
): number {
  return likeliestTemperature(callByHalves(judged, facts, parameters));
}

/** Calls each spectrum by random halves of the loci, which are the same in each run of the program. */
export function callByHalves(
  judged: readonly ScoredSpectrum[],
  facts: ModelFacts,
  parameters: MarkerParameters,
): HalfCall[] {
  const model = assembleModel(facts.taxa, facts.rows, parameters, facts.naming);
  const random = lehmer(SEED);
  return judged.flatMap(({ peaks, isRight }) => {
    const { loci } = fitSpectrum(peaks, model);
    const named = loci.slice(0, model.named);
    return Array.from({ length: HALVES }, () => {
      const kept = model.loci.map(() => random() < 0.5);
      return {
        scores: named.map((row) =>
          row.reduce((sum, value, locus) => sum + (kept[locus]! ? value : 0), 0),
        ),
        isRight: model.taxa.slice(0, model.named).map(({ id }) => isRight(id)),
      };
    });
  });
}

/**
 * Finds the temperature with the least log loss.
 *
 * @param from the sharpest temperature that is tried
 */
export function likeliestTemperature(calls: readonly HalfCall[], from = FROM): number {
  let best = { loss: Infinity, temperature: from };
  for (let step = 0; from + step * STEP <= TO; step += 1) {
    const temperature = Number((from + step * STEP).toFixed(2));
    const loss = logLoss(calls, temperature);
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** @returns the mean of minus the logarithm of the probability of what is right */
export function logLoss(calls: readonly HalfCall[], temperature: number): number {
  let loss = 0;
  for (const call of calls) {
    const probabilities = softmax(call.scores, temperature);
    const right = probabilities.reduce((sum, p, t) => sum + (call.isRight[t]! ? p : 0), 0);
    loss -= Math.log(Math.max(1e-12, right));
  }
  return loss / calls.length;
}

/** @returns [taxa] the probabilities of scores at a temperature */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - largest) / temperature));
  const all = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / all);
}
