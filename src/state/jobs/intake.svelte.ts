import type { InputFile } from '../../io/entry';
import { checkSheet, type SheetCheck } from './check-sheet';
import { fetchExampleRun } from './example-run';
import { listChosen, listTransfer, type Listing } from './dropped-files';
import type { Router } from '../router.svelte';
import type { JobQueue } from './job-queue.svelte';

/** A page that uses a drop for something other than a new job. */
export interface DropReceiver {
  /** The effect of a drop, shown while something is dragged over the page. */
  readonly words: string;
  take(listing: Promise<Listing>): void;
}

/** The user's choices for the next job, and the ways to start it. */
export class Intake {
  readonly #queue: JobQueue;
  readonly #router: Router;
  readonly #exampleAddress: string;
  /** A name typed before the drop; empty: the run's own is used. */
  name = $state('');
  /** A sample sheet chosen beside the input; null: a sheet inside the input is used, if there is one. */
  sampleSheet = $state.raw<InputFile | null>(null);
  /** What is in the sheet that was chosen last, or why it is not taken; null while that is not known. */
  sheetCheck = $state.raw<SheetCheck | null>(null);

  /** Null: a drop starts a job. */
  receiver = $state.raw<DropReceiver | null>(null);

  constructor(queue: JobQueue, router: Router, exampleAddress: string) {
    this.#queue = queue;
    this.#router = router;
    this.#exampleAddress = exampleAddress;
  }

  /** Starts a job, or calls the receiver. Must be called within the drop's own event. */
  drop(transfer: DataTransfer): void {
    const listing = listTransfer(transfer);
    if (this.receiver !== null) this.receiver.take(listing);
    else this.#begin(listing, 'Dropped files', 'input');
  }

  choose(files: readonly File[]): void {
    if (files.length > 0) this.#begin(listChosen(files), 'Chosen files', 'input');
  }

  example(): void {
    this.#begin(fetchExampleRun(this.#exampleAddress), 'Example run', 'example');
  }

  /** Takes a sheet for the next job, unless it cannot be read. */
  async chooseSampleSheet(file: File): Promise<void> {
    const chosen = { path: file.name, blob: file };
    this.sampleSheet = chosen;
    this.sheetCheck = null;
    const check = await checkSheet(file.name, file);
    // Another may have been chosen, or a run dropped, in the meantime.
    if (this.sampleSheet !== chosen) return;
    this.sheetCheck = check;
    if (check.kind === 'refused') this.sampleSheet = null;
  }

  removeSampleSheet(): void {
    this.sampleSheet = null;
    this.sheetCheck = null;
  }

  #begin(listing: Promise<Listing>, title: string, origin: 'input' | 'example'): void {
    const name = this.name.trim() === '' ? null : this.name.trim();
    const { sampleSheet } = this;
    const { session } = this.#queue.enqueue({ name, title, origin, listing, sampleSheet });
    this.name = '';
    this.removeSampleSheet();
    this.#router.go(`/results/${session.record.token}`);
  }
}
