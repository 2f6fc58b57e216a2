import { isFailedCalibrant, tellCalibrant } from '../../core/calibrant/judge-calibrant';
import { tellControl } from '../../core/controls/judge-control';
import { valueOf, type InstrumentRuns } from '../../core/quality-history/run-order';
import { HISTORY_MEASURES } from '../../core/quality-history/run-summary';
import { csvLines } from '../../io/exports/csv';
import { safeFileName } from '../../io/exports/safe-file-name';
import { inEnglish } from '../../words/in-words';
import { say } from '../../words/say';
import { formatDay } from '../format';
import { PAPER } from '../spectrum/paper-style';
import type { Ink, Scene, Shape } from '../spectrum/scene';
import { sceneSvg } from '../spectrum/scene-svg';
import type { Chart } from './chart';
import { CALIBRATION_GLYPH, markGlyph, pointGlyph } from './chart-glyphs';
import { layOutChart } from './chart-layout';
import { axisNumber, historyLabel, instrumentName, limitsWords, lineName } from './history-words';

/** In no language, since programs read them. */
const HEAD = [
  ...['job', 'name', 'instrument', 'time', 'spectra', 'failed_spectra', 'calibration_spots'],
  ...['shift_ppm', 'tilt_ppm_per_kda', 'peaks', 'marker_signal_to_noise', 'resolution'],
  ...['failed_part', 'measure', 'mean', 'sd', 'rules', 'limits_from', 'calibrated_at'],
  ...['calibrated_anew', 'controls', 'control_verdict'],
  ...['calibration_spots_judged', 'calibration_spots_failed', 'calibration_spot_findings'],
];

/** Writes all runs of an instrument, oldest first, with what the chart says of the shown measure. */
export function chartTable(chart: Chart, chosen: InstrumentRuns): File {
  const line = csvLines();
  const lines = chart.points.map((point) => {
    const { run, rules, isFirst, controls } = point;
    return line([
      run.job.token,
      run.job.name,
      chosen.instrument,
      new Date(run.time).toISOString(),
      run.run.spectra,
      run.run.failures,
      run.run.calibrants,
      ...HISTORY_MEASURES.map((measure) => valueOf(run, measure)),
      chart.measure,
      chart.limits?.mean ?? null,
      chart.limits?.deviation ?? null,
      rules.join(' '),
      isFirst ? 'yes' : 'no',
      run.run.calibratedAt.join(' '),
      point.isRecalibrated ? 'yes' : 'no',
      controls.map((one) => inEnglish(tellControl(one))).join(' '),
      point.controlsMark ?? '',
      run.run.calibrationSpots.length,
      run.run.calibrationSpots.filter(isFailedCalibrant).length,
      run.run.calibrationSpots.map((one) => inEnglish(tellCalibrant(one))).join(' '),
    ]);
  });
  return new File([`\ufeff${line(HEAD)}`, ...lines], `${fileName(chart, chosen)}.csv`, {
    type: 'text/csv',
  });
}

/** Draws the chart for paper: all runs, in as much width as they need. */
export function chartPicture(chart: Chart, chosen: InstrumentRuns, limitRuns: number): File {
  const title = say('history.pictureTitle', {
    label: historyLabel(chart.measure),
    instrument: instrumentName(chosen),
  });
  const svg = sceneSvg(chartScene(chart, title, limitsWords(chart, limitRuns)), PAPER, title);
  return new File([svg], `${fileName(chart, chosen)}.svg`, { type: 'image/svg+xml' });
}

function fileName({ measure }: Chart, { instrument }: InstrumentRuns): string {
  return safeFileName(`quality-${instrument}-${measure}`, 'quality');
}

const [LEFT, RIGHT, HEAD_HEIGHT] = [72, 48, 48];
/** Px of a chart of few runs. */
const LEAST_WIDTH = 640;

export function chartScene(chart: Chart, title: string, about: string): Scene {
  const layout = layOutChart(chart, LEAST_WIDTH);
  const end = LEFT + layout.width;
  const at = (y: number) => y + HEAD_HEIGHT;
  const shapes: Shape[] = [
    text(title, { x: 8, y: 18, size: 14, bold: true }),
    text(about, { x: 8, y: 36, size: 11, ink: 'muted' }),
  ];
  for (const { value, y } of layout.ticks) {
    const number = axisNumber(chart.measure, value, layout.digits);
    shapes.push(text(number, { x: LEFT - 6, y: at(y) + 4, align: 'end', ink: 'muted' }));
  }
  for (const { deviations, y, isNamed } of layout.lines) {
    const dash = deviations === 0 ? [] : Math.abs(deviations) === 2 ? [6, 4] : [2, 3];
    shapes.push({ kind: 'line', ink: 'muted', width: 1, dash, path: [LEFT, at(y), end, at(y)] });
    if (isNamed) {
      shapes.push(text(lineName(deviations), { x: end + 4, y: at(y) + 4, ink: 'muted' }));
    }
  }
  const measured = layout.points.flatMap(({ x, y }) => (y === null ? [] : [LEFT + x, at(y)]));
  if (measured.length > 2) {
    shapes.push({ kind: 'line', ink: 'lead', width: 1, dash: [], path: measured });
  }
  for (const { point, x, y } of layout.points) {
    if (point.isRecalibrated) {
      shapes.push(glyph(CALIBRATION_GLYPH, LEFT + x, at(10), 'found', true));
    }
    if (y !== null) {
      const ink = point.standing === 'out' ? 'rival' : 'trace';
      shapes.push(glyph(pointGlyph(point.standing), LEFT + x, at(y), ink, !point.isFirst));
    }
    if (point.mark !== null) {
      const ink = point.mark === 'failed' ? 'rival' : 'muted';
      shapes.push(glyph(markGlyph(point.mark), LEFT + x, at(layout.controlsY), ink, false));
    }
  }
  for (const { point, x } of layout.days) {
    const day = formatDay(point.run.time);
    shapes.push(text(day, { x: LEFT + x - 32, y: at(layout.daysY), ink: 'muted' }));
  }
  return {
    width: end + RIGHT,
    height: HEAD_HEIGHT + layout.height,
    layers: [{ clip: null, shapes }],
  };
}

interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: 'start' | 'end';
  readonly ink?: Ink;
}

function text(words: string, style: TextStyle): Shape {
  const { x, y, size = 11, bold = false, align = 'start', ink = 'text' } = style;
  const parts = [{ text: words, italic: false }];
  return { kind: 'text', ink, x, y, size, bold, align, upwards: false, parts };
}

function glyph(path: string, x: number, y: number, ink: Ink, filled: boolean): Shape {
  const line = { stroke: ink, width: 1.5, dash: [] };
  return { kind: 'glyph', ink: filled ? ink : null, ...line, path, x, y, scale: 1 };
}
