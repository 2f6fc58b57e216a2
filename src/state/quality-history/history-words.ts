import { measureLabel } from '../../core/quality/explain';
import { tellCalibrant } from '../../core/calibrant/judge-calibrant';
import type { ChartRule } from '../../core/quality-history/levey-jennings';
import type { InstrumentRuns } from '../../core/quality-history/run-order';
import type { HistoryMeasure } from '../../core/quality-history/run-summary';
import { tellControl } from '../../core/controls/judge-control';
import type { MessageKey } from '../../words/key-types';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatFixed, formatSigned, formatTime } from '../format';
import { formatMeasure } from '../format-measure';
import type { Chart, ChartPoint, ControlMark } from './chart';

/** Returns the name of a measure. */
export function historyLabel(measure: HistoryMeasure): string {
  return measure === 'failures' ? say('history.failures') : inWords(measureLabel(measure));
}

/** Writes the value of a measure with its unit. */
export function historyValue(measure: HistoryMeasure, value: number): string {
  return measure === 'failures' ? percent(value, 1) : formatMeasure(measure, value);
}

const SIGNED: ReadonlySet<HistoryMeasure> = new Set(['shiftPpm', 'tiltPpmPerKda']);

/** Writes a number on the axis of a measure. */
export function axisNumber(measure: HistoryMeasure, value: number, digits: number): string {
  if (measure === 'failures') return percent(value, Math.max(0, digits - 2));
  return SIGNED.has(measure) && value !== 0
    ? formatSigned(value, digits)
    : formatFixed(value, digits);
}

/** A limit of a part may be below 0. */
function percent(part: number, digits: number): string {
  const figure = formatFixed(Math.abs(part) * 100, digits);
  return say('history.percent', { percent: part < 0 ? `−${figure}` : figure });
}

/** Returns the name of an instrument. */
export function instrumentName({ instrument, isExample }: InstrumentRuns): string {
  const name = instrument === '' ? say('history.instrumentUnknown') : instrument;
  return isExample ? say('history.instrumentExample', { name }) : name;
}

/** Returns the name of a line of the limits. */
export function lineName(deviations: number): string {
  return deviations === 0
    ? say('history.lineMean')
    : say(deviations > 0 ? 'history.lineAbove' : 'history.lineBelow', {
        deviations: Math.abs(deviations),
      });
}

const RULES = {
  '1-3s': 'history.rule13s',
  '2-2s': 'history.rule22s',
  '4-1s': 'history.rule41s',
  '10-x': 'history.rule10x',
  '1-2s': 'history.rule12s',
} as const satisfies Record<ChartRule, MessageKey>;

/** Returns what a broken rule says, with its name. */
export function ruleWords(rule: ChartRule): string {
  return say('history.ruleNamed', { rule, words: say(RULES[rule]) });
}

const MARKS = {
  failed: 'history.controlsFailed',
  open: 'history.controlsOpen',
  right: 'history.controlsSound',
} as const satisfies Record<ControlMark, MessageKey>;

export function markWords(mark: ControlMark): string {
  return say(MARKS[mark]);
}

/** Returns how a point stands, in one word or with the rules that it breaks. */
export function standingWords({ standing, rules, value }: ChartPoint): string {
  if (value === null) return say('history.notMeasured');
  if (standing === 'no-limits') return say('history.noLimits');
  if (rules.length === 0) return say('history.within');
  // What is out of its limits needs no warning beside it.
  const told = standing === 'out' ? rules.filter((rule) => rule !== '1-2s') : rules;
  return told.map(ruleWords).join(' ');
}

/** Tells all of a point: what a screen reader says of it, and what stands below the chart. */
export function pointWords(chart: Chart, point: ChartPoint): string {
  const { run, value } = point;
  const label = historyLabel(chart.measure);
  return [
    say('history.point', { job: run.job.name, time: formatTime(run.time) }),
    value === null
      ? say('history.pointNone', { label })
      : say('history.pointValue', { label, value: historyValue(chart.measure, value) }),
    ...(value === null ? [] : [standingWords(point)]),
    ...(point.isFirst ? [say('history.pointFirst')] : []),
    ...(point.isRecalibrated ? [say('history.pointCalibrated')] : []),
    ...point.controls.map((one) => inWords(tellControl(one))),
    ...run.run.calibrationSpots.map((one) => inWords(tellCalibrant(one))),
  ].join(' ');
}

/** Says what the limits are made from, or why there are none. */
export function limitsWords({ limits, measured, measure }: Chart, runs: number): string {
  if (measured < runs) return say('history.limitsWait', { measured, runs });
  if (limits === null) return say('history.limitsLevel', { runs });
  const { mean, deviation } = limits;
  const at = (value: number) => historyValue(measure, value);
  return say('history.limits', {
    runs,
    mean: at(mean),
    low2: at(mean - 2 * deviation),
    high2: at(mean + 2 * deviation),
    low3: at(mean - 3 * deviation),
    high3: at(mean + 3 * deviation),
  });
}
