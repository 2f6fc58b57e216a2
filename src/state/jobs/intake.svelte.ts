import type { Grouping } from '../../core/sample-sheet/grouping-kinds';
import type { InputFile } from '../../io/entry';
import type { Problem } from '../../core/problem';
import { say } from '../../words/say';
import { checkSheet, type OutlineSheet, type SheetCheck } from './check-sheet';
import { fetchExampleRun } from './example-run';
import { findJobFiles } from '../job-files/find-job-files';
import { listChosen, listTransfer, type Listing } from './dropped-files';
import type { Router } from '../router.svelte';
import type { JobQueue } from './job-queue.svelte';
import type { JobSession } from './job-session.svelte';
import { describeNoRun, type NoRun, type ReadModelFiles, whyNoRun } from './no-run';
import { restOfWords } from '../../words/fetch-words';
import { inWords } from '../../words/in-words';

/** A page that uses a drop for something other than a new job. */
export interface DropReceiver {
  /** The effect of a drop, shown while something is dragged over the page. */
  readonly words: string;
  take(listing: Promise<Listing>): void;
}

export interface IntakeParts {
  readonly queue: JobQueue;
  readonly router: Router;
  readonly jobFiles: { open(files: readonly File[], others: number): Promise<void> };
  readonly exampleAddress: string;
  /** Reads a sheet on a thread of its own. */
  readonly outlineSheet: OutlineSheet;
  readonly readModelFiles: ReadModelFiles;
  /** Removes a job for good. */
  readonly forgetJob: (token: string) => Promise<unknown>;
  readonly announce: (sentence: string) => void;
}

/** The user's choices for the next job, and the ways to start it. */
export class Intake {
  readonly #parts: IntakeParts;
  /** A name typed before the drop; empty: the run's own is used. */
  name = $state('');
  /** A sample sheet chosen beside the input; null: a sheet inside the input is used, if there is one. */
  sampleSheet = $state.raw<InputFile | null>(null);
  /** What is in the sheet that was chosen last, or why it is not taken; null while that is not known. */
  sheetCheck = $state.raw<SheetCheck | null>(null);

  /** How samples are made without a sheet; null: by sheets. */
  grouping = $state.raw<Grouping | null>(null);

  /** Null: a drop starts a job. */
  receiver = $state.raw<DropReceiver | null>(null);

  /** What was dropped last, where it was no run. */
  noRun = $state.raw<NoRun | null>(null);
  #modelFiles: readonly InputFile[] | null = null;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Starts a job, opens a job file, or calls the receiver. Must be called within the drop's own event. */
  drop(transfer: DataTransfer): void {
    const listing = listTransfer(transfer);
    this.#unlessJobFiles([...transfer.files], () => {
      if (this.receiver !== null) this.receiver.take(listing);
      else this.#begin(listing, say('jobs.nameOfDrop'), 'input');
    });
  }

  choose(files: readonly File[]): void {
    if (files.length === 0) return;
    this.#unlessJobFiles(files, () =>
      this.#begin(listChosen(files), say('jobs.nameOfChoice'), 'input'),
    );
  }

  /** Opens the job files among what was given, or lets it be taken for a run, at once where its names allow. */
  #unlessJobFiles(files: readonly File[], otherwise: () => void): void {
    const found = findJobFiles(files);
    if (found === null) otherwise();
    else {
      void found.then((jobFiles) => {
        if (jobFiles.length === 0) otherwise();
        else void this.#parts.jobFiles.open(jobFiles, files.length - jobFiles.length);
      });
    }
  }

  example(): void {
    this.#begin(fetchExampleRun(this.#parts.exampleAddress), say('jobs.nameOfExample'), 'example');
  }

  chooseSampleSheet(file: File): Promise<void> {
    return this.#takeSheet({ path: file.name, blob: file });
  }

  /** Has samples made without a sheet, or by sheets again. */
  groupBy(grouping: Grouping | null): void {
    this.grouping = grouping;
    if (grouping !== null) this.removeSampleSheet();
  }

  removeSampleSheet(): void {
    this.sampleSheet = null;
    this.sheetCheck = null;
  }

  /** Takes a sheet that was dropped by itself. */
  useSheet(sheet: InputFile): void {
    this.noRun = null;
    void this.#takeSheet(sheet);
  }

  /** Hands what was dropped to the page Models, which asks for it. */
  offerModel(): void {
    const { noRun } = this;
    if (noRun?.offer.kind === 'model') this.#modelFiles = noRun.offer.files;
    this.noRun = null;
  }

  /** @returns files to be added as a model, once */
  takeModelFiles(): readonly InputFile[] | null {
    const files = this.#modelFiles;
    this.#modelFiles = null;
    return files;
  }

  dismissNoRun(): void {
    this.noRun = null;
  }

  /** Takes a sheet for the next job, unless it cannot be read. */
  async #takeSheet(chosen: InputFile): Promise<void> {
    this.grouping = null;
    this.sampleSheet = chosen;
    this.sheetCheck = null;
    const check = await checkSheet(chosen.path, chosen.blob, this.#parts.outlineSheet);
    // Another may have been chosen, or a run dropped, in the meantime.
    if (this.sampleSheet !== chosen) return;
    this.sheetCheck = check;
    if (check.kind === 'refused') this.sampleSheet = null;
  }

  #begin(listing: Promise<Listing>, title: string, origin: 'input' | 'example'): void {
    const { queue, router } = this.#parts;
    const name = this.name.trim() === '' ? null : this.name.trim();
    const { sampleSheet, grouping } = this;
    const request = { name, title, origin, listing, sampleSheet, grouping };
    const { session, ended } = queue.enqueue(request);
    this.noRun = null;
    this.name = '';
    this.removeSampleSheet();
    this.grouping = null;
    router.go(`/results/${session.record.token}`);
    void ended.then(async () => {
      const reason = whyNoRun(session.record);
      if (reason === null) return;
      // The chosen name and sheet were meant for a run, so they stay chosen.
      if (name !== null && this.name === '') this.name = name;
      this.grouping ??= grouping;
      if (sampleSheet !== null && this.sampleSheet === null) void this.#takeSheet(sampleSheet);
      await this.#tellNoRun(session, reason, (await listing).files);
    });
  }

  /** Removes the job of a drop that was not a run, and says on the first page what was dropped. */
  async #tellNoRun(
    { record: { token } }: JobSession,
    reason: Problem,
    files: readonly InputFile[],
  ): Promise<void> {
    const { router, outlineSheet, readModelFiles, forgetJob, announce } = this.#parts;
    const first: NoRun = { problem: reason, offer: { kind: 'none' } };
    this.noRun = first;
    if (router.path === `/results/${token}`) router.go('/', { replace: true });
    await forgetJob(token);
    const noRun = await describeNoRun(reason, files, outlineSheet, readModelFiles);
    // Another drop may have come in the meantime.
    if (this.noRun === first) this.noRun = noRun;
    await restOfWords().catch(() => null);
    announce(`${inWords(noRun.problem.message)} ${inWords(noRun.problem.cure)}`);
  }
}
