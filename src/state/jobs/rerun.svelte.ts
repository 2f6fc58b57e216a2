import { problem, type Problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import { hasReviews } from '../../storage/reviews';
import type { JobRecord } from '../../storage/records';
import type { App } from '../app';
import { listChosen } from './dropped-files';
import type { ShelvedModel } from '../model-shelf.svelte';
import { findRunInput } from './find-run-input';
import { sentence } from '../../words/told/sentence';

/** The user's choices before a job is rerun with another model. */
export class Rerun {
  readonly #app: App;
  readonly #record: JobRecord;
  #files = $state.raw<readonly InputFile[] | null>(null);
  #sampleSheet = $state.raw<InputFile | null>(null);
  /** Key of the chosen model; null: the first of the available ones. */
  #chosen = $state.raw<string | null>(null);
  /** True until it is known whether the files are available. */
  isLooking = $state.raw(true);
  problem = $state.raw<Problem | null>(null);
  /** Whether a person has reviewed the job: its review is of its own calls, and no other job gets it. */
  isReviewed = $state.raw(false);

  constructor(app: App, record: JobRecord) {
    this.#app = app;
    this.#record = record;
  }

  /** The models that can be used, except the one that the job ran with. */
  get models(): readonly ShelvedModel[] {
    const used = this.#record.model;
    const isOther = ({ pack }: ShelvedModel) =>
      pack.ok &&
      (pack.value.ref.manifestSha256 !== used?.manifestSha256 ||
        pack.value.ref.sha256 !== used.sha256);
    return (this.#app.models.models ?? []).filter(isOther);
  }

  get model(): ShelvedModel | null {
    const { models } = this;
    return models.find(({ key }) => key === this.#chosen) ?? models[0] ?? null;
  }

  choose(key: string): void {
    this.#chosen = key;
  }

  get needsFiles(): boolean {
    return !this.isLooking && this.#files === null;
  }

  /** Whether a sheet is missing: one that was chosen beside the run is not part of it. */
  get needsSampleSheet(): boolean {
    return !this.isLooking && this.#record.sampleSheet !== null && this.#sampleSheet === null;
  }

  get isReady(): boolean {
    return this.model !== null && this.#files !== null && !this.needsSampleSheet;
  }

  async look(): Promise<void> {
    const [found, reviewed] = await Promise.all([
      findRunInput(this.#app, this.#record),
      hasReviews(this.#app.db, this.#record.token),
      this.#app.models.load(),
    ]);
    this.isLooking = false;
    this.isReviewed = reviewed.ok && reviewed.value;
    if (!found.ok) {
      this.problem = found.error;
      return;
    }
    this.#files = found.value.files;
    this.#sampleSheet = found.value.sampleSheet;
  }

  async takeFiles(chosen: readonly File[]): Promise<void> {
    if (chosen.length === 0) return;
    const { files, problems } = await listChosen(chosen);
    this.problem = files.length > 0 ? null : (problems[0] ?? nothingChosen());
    if (files.length > 0) this.#files = files;
  }

  takeSampleSheet(chosen: readonly File[]): void {
    const [file] = chosen;
    if (file !== undefined) this.#sampleSheet = { path: file.name, blob: file };
  }

  /**
   * Starts the new job.
   *
   * @returns its token; null when something is missing
   */
  start(): string | null {
    const { model } = this;
    const files = this.#files;
    if (!this.isReady || model === null || files === null || !model.pack.ok) return null;
    const { token, againOf, origin, name, grouping = null } = this.#record;
    const { title, version } = model.pack.value.manifest;
    const { session } = this.#app.queue.enqueue({
      name: `${baseName(name)} (${title} ${version})`,
      title: name,
      origin,
      listing: Promise.resolve({ files, problems: [] }),
      sampleSheet: this.#sampleSheet,
      grouping,
      model: model.key,
      againOf: againOf ?? token,
    });
    return session.record.token;
  }
}

/** @returns a job's name without the model's name that an earlier rerun appended */
function baseName(name: string): string {
  return name.replace(/ \([^()]* \d+\.\d+\.\d+\S*\)$/, '');
}

function nothingChosen(): Problem<'drop-empty'> {
  return problem('drop-empty', sentence('job.choiceEmpty'), sentence('job.choiceEmptyCure'));
}
