import { isFailedCalibrant } from '../../core/calibrant/judge-calibrant';
import { isFailed, type JudgedControl } from '../../core/controls/judge-control';
import {
  brokenRules,
  limitsOf,
  standingOf,
  type BrokenRules,
  type ChartLimits,
  type ChartStanding,
} from '../../core/quality-history/levey-jennings';
import { isRecalibrated, valueOf, type HistoryRun } from '../../core/quality-history/run-order';
import type { HistoryMeasure } from '../../core/quality-history/run-summary';

/** What became of a run's controls together, or of its controls and calibration spots. */
export type ControlMark = 'failed' | 'open' | 'right';

/** A run in a chart of one measure. */
export interface ChartPoint {
  readonly run: HistoryRun;
  /** Null where the run does not have the measure. */
  readonly value: number | null;
  readonly standing: ChartStanding;
  readonly rules: BrokenRules;
  /** Whether the limits are made from it, too. */
  readonly isFirst: boolean;
  /** Whether the instrument was calibrated since the run before. */
  readonly isRecalibrated: boolean;
  readonly controls: readonly JudgedControl[];
  /** Null for a run without controls. */
  readonly controlsMark: ControlMark | null;
  /** The worst of its controls and judged calibration spots; null for a run without any. */
  readonly mark: ControlMark | null;
}

export interface Chart {
  readonly measure: HistoryMeasure;
  readonly points: readonly ChartPoint[];
  /** Null while there are too few runs. */
  readonly limits: ChartLimits | null;
  /** Number of runs that have the measure. */
  readonly measured: number;
}

/**
 * Makes a chart.
 *
 * @param limitRuns number of first runs that the limits are made from
 * @param controlsOf returns the judged controls of a run
 */
export function makeChart(
  runs: readonly HistoryRun[],
  measure: HistoryMeasure,
  limitRuns: number,
  controlsOf: (run: HistoryRun) => readonly JudgedControl[],
): Chart {
  const values = runs.map((run) => valueOf(run, measure));
  const limits = limitsOf(values, limitRuns);
  const broken = limits === null ? null : brokenRules(values, limits);
  let measured = 0;
  const points = runs.map((run, i): ChartPoint => {
    const value = values[i]!;
    if (value !== null) measured += 1;
    const before = runs[i - 1];
    const controls = controlsOf(run);
    const controlsMark = markOf(controls);
    return {
      run,
      value,
      standing: standingOf(broken?.[i]),
      rules: broken?.[i] ?? [],
      isFirst: value !== null && measured <= limitRuns,
      isRecalibrated: before !== undefined && isRecalibrated(before.run, run.run),
      controls,
      controlsMark,
      mark: withCalibrants(controlsMark, run.run.calibrationSpots),
    };
  });
  return { measure, points, limits, measured };
}

function markOf(controls: readonly JudgedControl[]): ControlMark | null {
  if (controls.length === 0) return null;
  if (controls.some(isFailed)) return 'failed';
  return controls.some(({ verdict }) => verdict === 'open') ? 'open' : 'right';
}

function withCalibrants(
  mark: ControlMark | null,
  spots: HistoryRun['run']['calibrationSpots'],
): ControlMark | null {
  if (spots.some(isFailedCalibrant)) return 'failed';
  return mark ?? (spots.length > 0 ? 'right' : null);
}
