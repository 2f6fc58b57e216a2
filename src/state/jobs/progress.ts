export interface Progress {
  readonly done: number;
  /** Number of spectra found so far. */
  readonly found: number;
  /** False while the input is still being listed, so that `found` may grow. */
  readonly complete: boolean;
  /** Milliseconds since the run began. */
  readonly elapsed: number;
}

export interface RunPace {
  readonly spectraPerSecond: number | null;
  /** Milliseconds; null while unknown. */
  readonly timeLeft: number | null;
}

/** Computes the speed of a run so far, and the time that the rest takes at this speed. */
export function pace(progress: Progress | null): RunPace {
  // The first moments are start-up and not representative.
  if (progress === null || progress.done === 0 || progress.elapsed < 500) {
    return { spectraPerSecond: null, timeLeft: null };
  }
  const { done, found, complete, elapsed } = progress;
  const spectraPerSecond = (1000 * done) / elapsed;
  const timeLeft = complete ? (1000 * Math.max(0, found - done)) / spectraPerSecond : null;
  return { spectraPerSecond, timeLeft };
}
