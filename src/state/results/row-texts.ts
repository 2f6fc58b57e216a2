import type { Interruptible } from '../../core/interruptible';
import type { SampleRow } from '../../core/job/types';
import { inSlices } from '../../engine/in-slices';

/** The words of the table's rows, each put together once: a search asks for those of all rows at every key. */
export class RowTexts {
  readonly #textOf: (sample: SampleRow) => string;
  readonly #texts = new WeakMap<SampleRow, string>();

  /** @param textOf puts the words of a row together; what it tells must not change */
  constructor(textOf: (sample: SampleRow) => string) {
    this.#textOf = textOf;
  }

  /** Returns the words of a row in lower case. */
  readonly of = (sample: SampleRow): string => {
    let text = this.#texts.get(sample);
    if (text === undefined) {
      text = this.#textOf(sample).toLowerCase();
      this.#texts.set(sample, text);
    }
    return text;
  };

  /** Puts the words of all rows together in slices, before the first key of a search. */
  async prepare(samples: readonly SampleRow[], signal: AbortSignal): Promise<void> {
    await inSlices(this.#steps(samples), signal);
  }

  *#steps(samples: readonly SampleRow[]): Interruptible<void> {
    for (const sample of samples) {
      this.of(sample);
      yield;
    }
  }
}
