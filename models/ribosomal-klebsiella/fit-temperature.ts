import { assembleModel } from '../../src/core/marker-model/marker-model';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain-peaks';
import { fitSpectrum } from '../../src/core/marker-model/plain-search';
import type { ModelFacts } from './estimate-parameters';

/** A spectrum of which something else than this model says what it is. */
export interface JudgedSpectrum {
  readonly peaks: readonly Peak[];
  /** Whether a taxon's id is one that it says: a species may have several subspecies. */
  readonly isRight: (taxon: string) => boolean;
}

/** What half of the loci say of a spectrum. */
export interface HalfCall {
  /** By taxon that can be named: the sum over these loci. */
  readonly scores: readonly number[];
  readonly isRight: readonly boolean[];
}

/** Each spectrum is called so often, by another half of the loci each time. */
export const HALVES = 40;
const SEED = 20_261_127;
/** Temperatures that are tried: none that is sharper than the likelihoods themselves. */
const FROM = 1;
const TO = 4;
const STEP = 0.05;

/**
 * The temperature of the softmax under which the probabilities of judged spectra are most likely. Called
 * by all loci, nearly every spectrum is called rightly, and nothing could be learned of how far to trust
 * the score; so each is called by random halves of the loci, which are wrong now and then. What the loci
 * say alike for a reason that the score does not know of is in there.
 */
export function fitTemperature(
  judged: readonly JudgedSpectrum[],
  facts: ModelFacts,
  parameters: MarkerParameters,
): number {
  return likeliestTemperature(callByHalves(judged, facts, parameters));
}

/** Calls each spectrum by random halves of the loci, the same ones each time that this runs. */
export function callByHalves(
  judged: readonly JudgedSpectrum[],
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

/** @param from the sharpest that is tried */
export function likeliestTemperature(calls: readonly HalfCall[], from = FROM): number {
  let best = { loss: Infinity, temperature: from };
  for (let step = 0; from + step * STEP <= TO; step += 1) {
    const temperature = Number((from + step * STEP).toFixed(2));
    const loss = logLoss(calls, temperature);
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** How unlikely what is right is, on average: the mean of minus the logarithm of its probability. */
export function logLoss(calls: readonly HalfCall[], temperature: number): number {
  let loss = 0;
  for (const call of calls) {
    const probabilities = softmax(call.scores, temperature);
    const right = probabilities.reduce((sum, p, t) => sum + (call.isRight[t]! ? p : 0), 0);
    loss -= Math.log(Math.max(1e-12, right));
  }
  return loss / calls.length;
}

/** [taxa] probabilities of scores at a temperature. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - largest) / temperature));
  const all = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / all);
}

/** Uniform numbers in (0, 1): Park, Miller & Stockmeyer 1993, doi:10.1145/159544.376042. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
