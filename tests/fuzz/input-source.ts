import { createRandom, type Random, type Seed } from '../../src/simulate/random';
import { byteMutators, pick } from './mutate/bytes';
import { BOUNDS, type Bytes, type Target } from './target';

/** Most inputs that are kept to be changed further. The oldest are replaced, the seeds never. */
const MOST_KEPT = 2000;
/** Larger inputs are read, but not changed further: small ones reach as much in less time. */
const LARGEST_KEPT = 64 * 1024;

/** Makes the inputs of a run: the seeds as they are, then changes of them and of kept inputs. */
export class InputSource {
  readonly #random: Random;
  readonly #target: Target;
  readonly #seeds: readonly Bytes[];
  #kept: Bytes[] = [];
  #given = 0;

  /** Equal seeds and equal kept inputs give equal inputs. */
  constructor(target: Target, seeds: readonly Bytes[], ...seed: readonly Seed[]) {
    this.#target = target;
    this.#seeds = seeds;
    this.#random = createRandom(seed[0] ?? 1, 'fuzz', target.name, ...seed.slice(1));
  }

  get kept(): number {
    return this.#kept.length;
  }

  next(): Bytes {
    const seed = this.#seeds[this.#given++];
    return seed ?? this.#mutated();
  }

  /** Keeps an input that did something new, to be changed further. */
  keep(input: Bytes): void {
    if (input.length > LARGEST_KEPT) return;
    this.#kept.push(input);
    if (this.#kept.length > MOST_KEPT) this.#kept = this.#kept.slice(MOST_KEPT / 4);
  }

  #mutated(): Bytes {
    const random = this.#random;
    const another = () => this.#choose();
    let input = another();
    // Mostly one change, which shows a fault best, and sometimes many.
    let changes = 1;
    while (changes < 12 && random.chance(0.45)) changes++;
    for (let i = 0; i < changes; i++) {
      const isKnown = this.#target.mutators.length > 0 && random.chance(0.65);
      const mutate = pick(random, isKnown ? this.#target.mutators : byteMutators);
      input = mutate(input, random, another);
      if (input.length > BOUNDS.inputBytes) input = input.slice(0, BOUNDS.inputBytes);
    }
    return input;
  }

  #choose(): Bytes {
    const random = this.#random;
    const kept = this.#kept;
    if (kept.length === 0 || random.chance(0.25)) return pick(random, this.#seeds);
    // The last kept inputs reach the farthest.
    const from = random.chance(0.5) ? Math.floor(kept.length * 0.8) : 0;
    return kept[from + random.below(kept.length - from)]!;
  }
}
