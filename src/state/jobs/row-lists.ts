import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { sortOntoPlates } from '../../core/plate/sort-onto-plates';
import { samplesInSpotOrder } from '../../core/spot-order';
import { idle } from '../idle';
import type { RowsByIndex } from './rows-by-index';

/** A job's rows at one moment. */
export interface Lists {
  readonly samples: readonly SampleRow[];
  readonly spectra: readonly SpectrumRow[];
}

/** From here on, finding the order of the rows takes a good part of a frame. */
const MANY_ROWS = 2_000;

/** The rows of a running job as lists to show. */
export class RowLists {
  readonly #samples: RowsByIndex<SampleRow>;
  readonly #spectra: RowsByIndex<SpectrumRow>;
  #prepared: Lists | null = null;
  #latest: Lists | null = null;
  /** Changes of the rows when the latest lists were made. */
  #madeAt = -1;
  /** Grows with each call of `forget`: what began to be prepared before it is out of date. */
  #turn = 0;

  constructor(samples: RowsByIndex<SampleRow>, spectra: RowsByIndex<SpectrumRow>) {
    this.#samples = samples;
    this.#spectra = spectra;
  }

  /**
   * Finds the order of many rows in tasks of its own, so that the task that shows them is shorter: both orders are
   * known from then on by their lists.
   *
   * @returns null where there is nothing to prepare. A hidden page prepares nothing, since it is not drawn, and since the
   * browser may stretch each pause to a minute
   */
  prepare(): Promise<void> | null {
    return this.#samples.size < MANY_ROWS || isHidden() ? null : this.#orderAhead();
  }

  async #orderAhead(): Promise<void> {
    const turn = this.#turn;
    const lists = this.#lists();
    await idle();
    sortOntoPlates(lists.spectra);
    await idle();
    samplesInSpotOrder(lists.samples, lists.spectra);
    await idle();
    if (turn === this.#turn) this.#prepared = lists;
  }

  /** Returns the rows that were prepared, once; else those of now. */
  take(): Lists {
    const lists = this.#prepared ?? this.#lists();
    this.#prepared = null;
    return lists;
  }

  /** Drops what was prepared or is being prepared, so that the next lists have the rows of now. */
  forget(): void {
    this.#turn += 1;
    this.#prepared = null;
  }

  /** Makes lists of the rows of now; the same ones again where no row has changed since. */
  #lists(): Lists {
    const changes = this.#samples.changes + this.#spectra.changes;
    if (this.#latest === null || this.#madeAt !== changes) {
      this.#latest = { samples: this.#samples.list(), spectra: this.#spectra.list() };
      this.#madeAt = changes;
    }
    return this.#latest;
  }
}

function isHidden(): boolean {
  return typeof document !== 'undefined' && document.hidden;
}
