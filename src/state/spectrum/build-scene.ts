import type { TextPart } from '../taxon-text';
import { drawAxes } from './draw-axes';
import { drawMarkers, drawSticks, type MarkerShapes } from './draw-markers';
import type { MzRange } from './mz-range';
import type { PlotContent } from './plot-content';
import { plotFrame, TEXT_SIZE, type PlotFrame } from './plot-frame';
import type { MeasureText, Scene, Shape } from './scene';
import { line, text } from './shapes';
import { highestIn, penPath, type Trace } from './trace';

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly range: MzRange;
  /** Factor of the peaks' height; at 1 they fit. Whatever exceeds the top is cut off. */
  readonly magnify: number;
  /**
   * Columns for each pixel of the plot; in each of them a trace is drawn from its lowest to its highest
   * value.
   */
  readonly detail: number;
  readonly measure: MeasureText;
  /** Text above and below, for a file that must explain itself; null on the page. */
  readonly captions: Captions | null;
}

export interface Captions {
  readonly title: readonly TextPart[];
  readonly subtitle: readonly TextPart[];
  readonly footer: readonly string[];
}

export interface BuiltScene {
  readonly frame: PlotFrame;
  readonly scene: Scene;
  /** The value at the full height of the upper half. */
  readonly highest: number;
}

const CAPTIONS_ABOVE = 48;
const FOOTER_ROW = 16;

/** Makes the drawing of a plot. Equal content and options give equal shapes. */
export function buildScene(content: PlotContent, options: SceneOptions): BuiltScene {
  const { width, height, range, captions, measure, magnify } = options;
  const { spectrum, markers, mirrored, rivals = [], watched = [] } = content;
  const rows = height < 300 ? 2 : 3;
  const frame = plotFrame({
    width,
    height,
    range,
    mirrored: mirrored !== null,
    labelRows: {
      above: markers.length + rivals.length + watched.length > 0 ? rows : 0,
      below: mirrored?.kind === 'markers' ? rows : 0,
    },
    margin: {
      above: captions === null ? 0 : CAPTIONS_ABOVE,
      below: captions === null ? 0 : captions.footer.length * FOOTER_ROW + 8,
    },
  });
  const highest = fullHeight(spectrum.trace, options);
  const marks = { markers, rivals, watched, peaks: content.peaks ?? [] };
  const above = drawMarkers(marks, spectrum.trace, frame, highest, rows, measure);
  const below = hanging(content, frame, rows, options);
  const inside = {
    x: frame.left,
    y: frame.top,
    width: frame.right - frame.left,
    height: frame.bottom - frame.top,
  };
  const upper = drawTrace(spectrum.trace, frame, highest, 1, options);
  const layers = [
    { clip: null, shapes: [...drawAxes(content, frame, { highest, magnify }, measure)] },
    { clip: inside, shapes: [...above.inside, upper, ...below.inside] },
    {
      clip: null,
      shapes: [
        ...above.labels,
        ...below.labels,
        ...drawTitles(content, frame, measure),
        ...(captions === null ? [] : drawCaptions(captions, frame)),
      ],
    },
  ];
  return { frame, highest, scene: { width, height, layers } };
}

function fullHeight(trace: Trace, { range, magnify }: SceneOptions): number {
  return (highestIn(trace, range) || 1) / magnify;
}

/** @param sign 1 for above the line, -1 for below it */
function drawTrace(
  trace: Trace,
  frame: PlotFrame,
  highest: number,
  sign: 1 | -1,
  { detail }: SceneOptions,
): Shape {
  const columns = Math.max(1, Math.round((frame.right - frame.left) * detail));
  const yOf = (value: number) => frame.yOf((sign * value) / highest);
  return line('trace', penPath(trace, frame.range, columns, frame.xOf, yOf));
}

function hanging(
  { mirrored }: PlotContent,
  frame: PlotFrame,
  rows: number,
  options: SceneOptions,
): MarkerShapes {
  if (mirrored === null) return { inside: [], labels: [] };
  if (mirrored.kind === 'markers') {
    return drawSticks(mirrored.markers, frame, rows, options.measure);
  }
  const highest = fullHeight(mirrored.trace, options);
  return { inside: [drawTrace(mirrored.trace, frame, highest, -1, options)], labels: [] };
}

/** Labels the two halves. */
function* drawTitles(
  { spectrum, mirrored }: PlotContent,
  { right, top, bottom }: PlotFrame,
  measure: MeasureText,
): Generator<Shape> {
  if (mirrored === null) return;
  for (const { title, y } of [
    { title: spectrum.title, y: top + 16 },
    { title: mirrored.title, y: bottom - 8 },
  ]) {
    const width = measure(title.map((part) => part.text).join(''), TEXT_SIZE) + 8;
    const box = { x: right - 2 - width, y: y - 14, width, height: 20 };
    // The background is visible through it, but does not cross the letters.
    yield { kind: 'box', ink: 'background', opacity: 0.85, box };
    yield text('text', right - 6, y, title, { align: 'end' });
  }
}

function* drawCaptions({ title, subtitle, footer }: Captions, frame: PlotFrame): Generator<Shape> {
  const x = frame.left;
  yield text('text', x, 24, title, { align: 'start', bold: true, size: 16 });
  yield text('muted', x, 43, subtitle, { align: 'start' });
  for (const [i, words] of footer.entries()) {
    const y = frame.height - 10 - FOOTER_ROW * (footer.length - 1 - i);
    yield text('muted', x, y, words, { align: 'start' });
  }
}
