import { mapEntries } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import type { OpenZlib } from '../../src/io/inflate/zlib';
import type { HeldEntries } from './held-entries';
import { listAcquisitions } from './list-acquisitions';
import type { ArchiveStep, ArchiveWorkerApi } from './api';

interface OpenListing {
  readonly steps: AsyncGenerator<ArchiveStep, void, void>;
  readonly stop: AbortController;
}

/** The archive worker's implementation, which runs on any thread. */
export class ArchiveSession implements ArchiveWorkerApi {
  readonly #held: HeldEntries | null;
  readonly #openZlib: OpenZlib | undefined;
  #listing: OpenListing | null = null;

  /**
   * @param held keeps the bytes of entries; null: the steps contain them
   * @param openZlib for a .tar.gz; without it the platform inflates
   */
  constructor(held: HeldEntries | null = null, openZlib?: OpenZlib) {
    this.#held = held;
    this.#openZlib = openZlib;
  }

  async open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void> {
    await this.close();
    const stop = new AbortController();
    const steps = listAcquisitions(files, sampleSheet, stop.signal, this.#openZlib);
    this.#listing = { steps, stop };
  }

  async next(max: number): Promise<readonly ArchiveStep[]> {
    const listing = this.#listing;
    const steps: ArchiveStep[] = [];
    while (listing !== null && steps.length < max) {
      const { done, value } = await listing.steps.next();
      if (done === true) break;
      // Bytes that arrive after the end of the listing would be held forever.
      if (listing === this.#listing) steps.push(this.#hold(value));
    }
    return steps;
  }

  release(ids: readonly number[]): Promise<void> {
    this.#held?.release(ids);
    return Promise.resolve();
  }

  async close(): Promise<void> {
    const listing = this.#listing;
    this.#listing = null;
    this.#held?.clear();
    listing?.stop.abort();
    // Not awaited, since it stops at its next step, which may follow a long read.
    void listing?.steps.return();
    return Promise.resolve();
  }

  #hold(step: ArchiveStep): ArchiveStep {
    const held = this.#held;
    if (held === null || step.kind !== 'acquisition') return step;
    return mapEntries(step, (entry) => held.hold(entry));
  }
}
