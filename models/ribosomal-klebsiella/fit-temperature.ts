import { assembleModel } from '../../src/core/marker-model/marker-model';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import type { Peak } from '../../src/core/marker-model/plain-peaks';
import { fitSpectrum } from '../../src/core/marker-model/plain-search';
import type { ModelFacts } from './estimate-parameters';

/** A spectrum of which something else than this model says what it is. */
export interface JudgedSpectrum {
  readonly peaks: readonly Peak[];
  /** Its taxon's id begins with this: a species may have several subspecies. */
  readonly species: string;
}

/** Each spectrum is called so often, by another half of the loci each time. */
const HALVES = 40;
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
  const model = assembleModel(facts.taxa, facts.rows, parameters, facts.naming);
  const random = lehmer(SEED);
  const calls = judged.flatMap(({ peaks, species }) => {
    const { loci } = fitSpectrum(peaks, model);
    const named = loci.slice(0, model.named);
    return Array.from({ length: HALVES }, () => {
      const kept = model.loci.map(() => random() < 0.5);
      return {
        scores: named.map((row) =>
          row.reduce((sum, value, locus) => sum + (kept[locus]! ? value : 0), 0),
        ),
        isRight: model.taxa.slice(0, model.named).map(({ id }) => id.startsWith(species)),
      };
    });
  });
  let best = { loss: Infinity, temperature: FROM };
  for (let step = 0; FROM + step * STEP <= TO; step += 1) {
    const temperature = Number((FROM + step * STEP).toFixed(2));
    let loss = 0;
    for (const { scores, isRight } of calls) {
      const largest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp((score - largest) / temperature));
      const all = powers.reduce((sum, value) => sum + value, 0);
      const right = powers.reduce((sum, value, t) => sum + (isRight[t]! ? value : 0), 0);
      loss -= Math.log(Math.max(1e-12, right / all));
    }
    if (loss < best.loss) best = { loss, temperature };
  }
  return best.temperature;
}

/** Uniform numbers in (0, 1): Park, Miller & Stockmeyer 1993, doi:10.1145/159544.376042. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
