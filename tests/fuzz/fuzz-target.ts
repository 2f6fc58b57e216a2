import type { Coverage } from './coverage';
import { InputSource } from './input-source';
import { probe, signOf, type Fault } from './probe';
import type { Progress } from './protocol';
import type { Bytes, Target } from './target';

/** Number of inputs between two readings of the coverage, each of which takes as long as some ten inputs. */
const BATCH = 40;

export interface FuzzOptions {
  readonly seed: string;
  readonly round: number;
  readonly inputs: number;
  /** Milliseconds. */
  readonly time: number;
  /** Inputs that earlier runs kept. */
  readonly corpus: readonly Bytes[];
}

/** Is called while it runs. */
export interface FuzzListener {
  /** Is called before an input is read, so that it is known if the process is lost over it. */
  reading(input: Bytes): void;
  /** Is called after each input. */
  read(progress: () => Progress): void;
  /** Is called with the first input of each fault. */
  finding(input: Bytes, fault: Fault): void;
  kept(input: Bytes): void;
}

/**
 * Gives a target one input after another. An input that reaches code that none before it reached, or that
 * ends in a new way, is kept and changed further.
 */
export async function fuzzTarget(
  target: Target,
  options: FuzzOptions,
  coverage: Coverage,
  listener: FuzzListener,
): Promise<void> {
  const start = performance.now();
  const source = new InputSource(target, await target.seeds(), options.seed, options.round);
  for (const input of options.corpus) source.keep(input);
  const endings = new Set<string>();
  const signs = new Set<string>();
  let inputs = 0;
  const progress = (): Progress => ({
    inputs,
    milliseconds: performance.now() - start,
    kept: source.kept,
    endings: [...endings],
  });
  const keep = (input: Bytes): void => {
    source.keep(input);
    listener.kept(input);
  };
  const read = async (input: Bytes): Promise<boolean> => {
    listener.reading(input);
    const { endings: ended, fault } = await probe(target, input);
    if (fault !== null && !signs.has(signOf(fault))) {
      signs.add(signOf(fault));
      listener.finding(input, fault);
    }
    const isNew = fault === null && ended.some((ending) => !endings.has(ending));
    for (const ending of ended) endings.add(ending);
    return isNew;
  };

  let batch: Bytes[] = [];
  const lookBack = async (): Promise<void> => {
    if (coverage.reachedMore()) {
      // Each input of the batch is read again to find the one that did. Targets keep no state, so this
      // changes nothing.
      for (const input of batch) {
        listener.reading(input);
        await probe(target, input);
        if (coverage.isReason()) keep(input);
      }
    }
    batch = [];
  };

  coverage.forget();
  while (inputs < options.inputs && performance.now() - start < options.time) {
    const input = source.next();
    if (await read(input)) keep(input);
    else batch.push(input);
    inputs++;
    listener.read(progress);
    if (batch.length >= BATCH) await lookBack();
  }
  listener.read(progress);
}
