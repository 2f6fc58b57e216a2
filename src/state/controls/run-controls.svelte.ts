import { isFailed, type JudgedControl } from '../../core/controls/judge-control';
import { controlsOfRun } from '../../core/controls/run-controls';
import { inSlices } from '../../engine/in-slices';
import type { JobSession } from '../jobs/job-session.svelte';
import { isAtWork } from '../jobs/job-words';
import type { SettingsState } from '../settings.svelte';

const NONE: readonly JudgedControl[] = [];

/** The controls among the samples of a job, by what is declared on this computer now. */
export class RunControls {
  readonly #session: JobSession;
  readonly #settings: SettingsState;
  /** Those that were found, in the order of the samples; none while the job runs. */
  judged = $state.raw(NONE);
  /** Indices of the samples that are controls and fail. */
  readonly failed: ReadonlySet<number> = $derived.by(
    () => new Set(this.judged.filter(isFailed).map(({ sample }) => sample.index)),
  );

  constructor(session: JobSession, settings: SettingsState) {
    this.#session = session;
    this.#settings = settings;
  }

  /** Judges them, in slices, since a job may have tens of thousands of samples. */
  async judge(signal: AbortSignal): Promise<void> {
    const { samples, spectra, manifest, record } = this.#session;
    const { controls } = this.#settings.values;
    // A result that may still change is none to judge a control by.
    if (isAtWork(record) || controls.length === 0) {
      this.judged = NONE;
      return;
    }
    const judged = await inSlices(controlsOfRun(samples, spectra, manifest, controls), signal);
    if (judged !== null && !signal.aborted) this.judged = judged;
  }
}
