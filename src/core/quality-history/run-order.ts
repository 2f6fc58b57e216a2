import type { HistoryMeasure, RunSummary } from './run-summary';

/** A job as far as its runs' place in time depends on it. */
export interface HistoryJob {
  readonly token: string;
  readonly name: string;
  readonly createdAt: number;
  /** Whether it is of the simulated run that ships with the app. */
  readonly isExample: boolean;
}

/** One point of a chart. */
export interface HistoryRun {
  readonly job: HistoryJob;
  readonly run: RunSummary;
  /** Milliseconds since 1970: of its first spectrum, or of its job where no file says one. */
  readonly time: number;
}

/** The runs of one instrument, in order of time. */
export interface InstrumentRuns {
  /** Its name, or empty where no file says one. */
  readonly instrument: string;
  /** Whether its runs are of the example, whose instrument does not exist. */
  readonly isExample: boolean;
  readonly runs: readonly HistoryRun[];
  /** Jobs on runs that another job has measured already, which do not count again. */
  readonly repeated: number;
}

/** Sorts the runs of all jobs by instrument, the one with the most runs first, and by time. */
export function runsByInstrument(
  jobs: readonly { readonly job: HistoryJob; readonly runs: readonly RunSummary[] }[],
): readonly InstrumentRuns[] {
  const instruments = new Map<string, HistoryRun[]>();
  for (const { job, runs } of jobs) {
    for (const run of runs) {
      // A run of nothing but calibration spots is no point of a chart.
      if (run.spectra === 0) continue;
      const key = JSON.stringify([run.instrument, job.isExample]);
      const acquired = run.acquiredAt === null ? NaN : Date.parse(run.acquiredAt);
      const one = { job, run, time: Number.isNaN(acquired) ? job.createdAt : acquired };
      const before = instruments.get(key);
      if (before === undefined) instruments.set(key, [one]);
      else before.push(one);
    }
  }
  return [...instruments.values()]
    .map((all): InstrumentRuns => {
      const runs = withoutRepeats(all).sort(inTime);
      const [{ job, run }] = all as [HistoryRun];
      return {
        instrument: run.instrument,
        isExample: job.isExample,
        runs,
        repeated: all.length - runs.length,
      };
    })
    .sort((a, b) => b.runs.length - a.runs.length || (a.instrument < b.instrument ? -1 : 1));
}

function inTime(a: HistoryRun, b: HistoryRun): number {
  return (
    a.time - b.time || a.job.createdAt - b.job.createdAt || (a.job.token < b.job.token ? -1 : 1)
  );
}

/**
 * Keeps one of several jobs on the same spectra, as after another model was tried: the one with the most measures, of
 * these the first.
 */
function withoutRepeats(all: readonly HistoryRun[]): HistoryRun[] {
  const kept = new Map<string, HistoryRun>();
  const rest: HistoryRun[] = [];
  for (const one of all) {
    const { checksum } = one.run;
    if (checksum === null) {
      rest.push(one);
      continue;
    }
    const other = kept.get(checksum);
    if (other === undefined || isBetter(one, other)) kept.set(checksum, one);
  }
  return [...kept.values(), ...rest];
}

function isBetter(one: HistoryRun, other: HistoryRun): boolean {
  const measures = ({ run }: HistoryRun) => Object.keys(run.medians).length;
  const more = measures(one) - measures(other);
  return more !== 0 ? more > 0 : inTime(one, other) < 0;
}

/** @returns the value of a run; null where it has none */
export function valueOf({ run }: Pick<HistoryRun, 'run'>, measure: HistoryMeasure): number | null {
  if (measure !== 'failures') return run.medians[measure] ?? null;
  return run.spectra === 0 ? null : run.failures / run.spectra;
}

/**
 * Tells whether the instrument was calibrated between two runs that follow one another. Where both runs have dates of
 * a calibration, the dates are compared; elsewhere the constants are.
 */
export function isRecalibrated(before: RunSummary, after: RunSummary): boolean {
  const differ = (one: readonly string[], other: readonly string[]) =>
    one.length > 0 && other.length > 0 && JSON.stringify(one) !== JSON.stringify(other);
  return before.calibratedAt.length > 0 && after.calibratedAt.length > 0
    ? differ(before.calibratedAt, after.calibratedAt)
    : differ(before.calibrations, after.calibrations);
}
