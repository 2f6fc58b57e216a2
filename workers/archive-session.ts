import type { InputFile } from '../src/io/entry';
import { listAcquisitions } from './list-acquisitions';
import type { ArchiveStep, ArchiveWorkerApi } from './worker-api';

interface Listing {
  readonly steps: AsyncGenerator<ArchiveStep, void, void>;
  readonly stop: AbortController;
}

/** What the archive worker does, wherever it runs. */
export class ArchiveSession implements ArchiveWorkerApi {
  #listing: Listing | null = null;

  async open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void> {
    await this.close();
    const stop = new AbortController();
    this.#listing = { steps: listAcquisitions(files, sampleSheet, stop.signal), stop };
  }

  async next(max: number): Promise<readonly ArchiveStep[]> {
    const listing = this.#listing;
    const steps: ArchiveStep[] = [];
    while (listing !== null && steps.length < max) {
      const { done, value } = await listing.steps.next();
      if (done === true) break;
      steps.push(value);
    }
    return steps;
  }

  async close(): Promise<void> {
    const listing = this.#listing;
    this.#listing = null;
    listing?.stop.abort();
    // Not awaited: it ends at its next step, which may be a long read away.
    void listing?.steps.return();
    return Promise.resolve();
  }
}
