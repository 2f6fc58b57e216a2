import { calibrationSpotOf, type CalibrationSpot } from '../../core/calibrant/judge-calibrant';
import { isFailed, type JudgedControl } from '../../core/controls/judge-control';
import { controlsOfRun } from '../../core/controls/run-controls';
import type { Interruptible } from '../../core/interruptible';
import type { SpectrumRow } from '../../core/job/types';
import { inSlices } from '../../engine/in-slices';
import type { JobSession } from '../jobs/job-session.svelte';
import { isAtWork } from '../jobs/job-words';
import type { SettingsState } from '../settings.svelte';

const NONE: readonly JudgedControl[] = [];
const NO_SPOTS: readonly CalibrationSpot[] = [];

/** The controls among the samples of a job, by what is declared on this computer now, and its calibration spots. */
export class RunControls {
  readonly #session: JobSession;
  readonly #settings: SettingsState;
  /** Those that were found, in the order of the samples; none while the job runs. */
  judged = $state.raw(NONE);
  /** The calibration spots that were looked at; none while the job runs. */
  calibrationSpots = $state.raw(NO_SPOTS);
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
    if (isAtWork(record)) {
      this.judged = NONE;
      this.calibrationSpots = NO_SPOTS;
      return;
    }
    const spots = await inSlices(calibrationSpotsIn(spectra), signal);
    const judged = await inSlices(controlsOfRun(samples, spectra, manifest, controls), signal);
    if (spots === null || judged === null || signal.aborted) return;
    this.calibrationSpots = spots;
    this.judged = judged;
  }
}

function* calibrationSpotsIn(
  spectra: readonly SpectrumRow[],
): Interruptible<readonly CalibrationSpot[]> {
  const spots: CalibrationSpot[] = [];
  for (const row of spectra) {
    const spot = calibrationSpotOf(row);
    if (spot !== null) spots.push(spot);
    yield;
  }
  return spots;
}
