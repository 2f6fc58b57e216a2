import { formatCount } from '../format';
import { say } from '../../words/say';
import type { Captions } from '../spectrum/build-scene';
import { drawMarkers } from '../spectrum/draw-markers';
import { firstAtOrAbove, type MzRange } from '../spectrum/mz-range';
import { plotFrame, TEXT_SIZE, type PlotFrame } from '../spectrum/plot-frame';
import { UNIT_SCALES } from '../spectrum/plot-content';
import type { PlotMarker } from '../spectrum/plot-markers';
import type { MeasureText, Paint, Scene, Shape } from '../spectrum/scene';
import { line, text } from '../spectrum/shapes';
import { niceTicks } from '../spectrum/ticks';
import { highestIn, penPath, type Trace } from '../spectrum/trace';
import type { CurveLayout } from './spectra-address';

/** A curve as it is drawn. */
export interface DrawnCurve {
  readonly name: string;
  readonly trace: Trace;
  /** The curves one standard deviation above and below; absent where it is no mean. */
  readonly band?: readonly Trace[];
  readonly ink: Paint;
  readonly dash: readonly number[];
}

/** What is drawn, whatever its size and range. With `difference`, the only curve is one. */
export interface CurveContent {
  readonly layout: CurveLayout;
  readonly curves: readonly DrawnCurve[];
  readonly markers: readonly PlotMarker[];
}

export interface CurveSceneOptions {
  readonly width: number;
  readonly height: number;
  readonly range: MzRange;
  readonly magnify: number;
  readonly detail: number;
  readonly measure: MeasureText;
  readonly captions: Captions | null;
}

export interface BuiltCurves {
  readonly frame: PlotFrame;
  readonly scene: Scene;
}

const LABEL_ROWS = 3;
const CAPTION_ROW = 18;
/** Least px between two numbers of an axis. */
const ACROSS = 60;
const UPWARDS = 32;

/** Where a curve stands: a share of its full height becomes a place. */
interface Lane {
  readonly zero: number;
  readonly yOf: (share: number) => number;
}

/** Draws several curves. Equal content and options give equal shapes. */
export function buildCurves(content: CurveContent, options: CurveSceneOptions): BuiltCurves {
  const { width, height, range, captions, measure } = options;
  const { curves, markers, layout } = content;
  const isDifference = layout === 'difference';
  const legend = captions === null ? 0 : curves.length;
  const frame = plotFrame({
    width,
    height,
    range,
    mirrored: isDifference,
    labelRows: { above: markers.length > 0 ? LABEL_ROWS : 0, below: 0 },
    margin: {
      above: captions === null ? 0 : 48 + legend * CAPTION_ROW,
      below: captions === null ? 0 : captions.footer.length * 16 + 8,
    },
  });
  const full = fullHeight(content, options);
  const lanes = curves.map((_, i) => laneOf(content, frame, i));
  const marks = { markers, rivals: [], watched: [], peaks: [] };
  const [first] = curves;
  const drawn =
    first === undefined || markers.length === 0
      ? { inside: [], labels: [] }
      : drawMarkers(marks, first.trace, { ...frame, ...lanes[0]! }, full, LABEL_ROWS, measure);
  const inside = {
    x: frame.left,
    y: frame.top,
    width: frame.right - frame.left,
    height: frame.bottom - frame.top,
  };
  const columns = Math.max(1, Math.round(inside.width * options.detail));
  const lines = curves.flatMap((curve, i) => {
    const { yOf } = lanes[i]!;
    const draw = (trace: Trace, style: { width: number; dash: readonly number[] }) =>
      line(
        curve.ink,
        penPath(trace, range, columns, frame.xOf, (value) => yOf(value / full)),
        style,
      );
    return [
      ...(curve.band ?? []).map((trace) => draw(trace, { width: 0.75, dash: [1, 2] })),
      draw(curve.trace, { width: 1.25, dash: curve.dash }),
    ];
  });
  const layers = [
    { clip: null, shapes: [...axes(content, frame, lanes, { full, measure })] },
    { clip: inside, shapes: [...drawn.inside, ...lines] },
    {
      clip: null,
      shapes: [
        ...drawn.labels,
        ...laneNames(content, frame, lanes),
        ...(captions === null ? [] : captionShapes(captions, curves, frame)),
      ],
    },
  ];
  return { frame, scene: { width, height, layers } };
}

/** The value at the full height: the same for all curves, so that they can be compared. */
function fullHeight({ curves, layout }: CurveContent, { range, magnify }: CurveSceneOptions) {
  const top = Math.max(0, ...curves.map(({ trace }) => highestIn(trace, range)));
  const low =
    layout === 'difference' ? Math.max(0, ...curves.map((c) => depthIn(c.trace, range))) : 0;
  return (Math.max(top, low) || 1) / magnify;
}

function depthIn({ mz, y }: Trace, { from, to }: MzRange): number {
  let depth = 0;
  for (let i = firstAtOrAbove(mz, from); i < mz.length && mz[i]! <= to; i += 1) {
    if (-y[i]! > depth) depth = -y[i]!;
  }
  return depth;
}

function laneOf({ layout, curves }: CurveContent, frame: PlotFrame, i: number): Lane {
  if (layout !== 'stacked') return { zero: frame.zero, yOf: frame.yOf };
  const height = (frame.bottom - frame.top) / curves.length;
  const zero = frame.top + (i + 1) * height;
  return { zero, yOf: (share) => zero - share * height * 0.92 };
}

function* axes(
  { layout, curves }: CurveContent,
  frame: PlotFrame,
  lanes: readonly Lane[],
  { full, measure }: { readonly full: number; readonly measure: MeasureText },
): Generator<Shape, void, void> {
  const { left, right, top, bottom, axis, range } = frame;
  const across = niceTicks(range.from, range.to, Math.max(2, Math.floor((right - left) / ACROSS)));
  for (const mz of across.values) {
    const x = frame.xOf(mz);
    yield line('rule', [x, top, x, bottom]);
    yield line('muted', [x, bottom, x, bottom + 4]);
    yield text('muted', x, axis + 16, formatCount(mz, across.digits));
  }
  const scaled = full * UNIT_SCALES.share;
  const parts = layout === 'stacked' ? curves.length : layout === 'difference' ? 2 : 1;
  const room = (bottom - top) / Math.max(1, parts);
  const up = niceTicks(0, scaled, Math.max(2, Math.floor(room / UPWARDS)));
  const values =
    layout === 'difference'
      ? [...up.values, ...up.values.filter((value) => value > 0).map((value) => -value)]
      : up.values;
  for (const { yOf, zero } of layout === 'stacked' ? lanes : [frame]) {
    for (const value of values) {
      const y = yOf(value / scaled);
      yield line('rule', [left, y, right, y]);
      yield text('muted', left - 6, y + 4, formatCount(value, up.digits), { align: 'end' });
    }
    yield line('muted', [left, zero, right, zero]);
  }
  yield line('muted', [left, top, left, bottom, right, bottom]);
  const title = say('spectrum.axisShare');
  const fits = measure(title, TEXT_SIZE) <= bottom - top;
  const shown = fits ? title : say('spectrum.axisShareShort');
  yield text('muted', 12, (top + bottom) / 2, shown, { upwards: true });
  yield text('muted', right, axis + 32, 'm/z', { align: 'end' });
}

/** In lanes, each curve has its name at its own place. */
function* laneNames(
  { layout, curves }: CurveContent,
  { right, left }: PlotFrame,
  lanes: readonly Lane[],
): Generator<Shape, void, void> {
  if (layout !== 'stacked') return;
  for (const [i, { name, ink, dash }] of curves.entries()) {
    const y = lanes[i]!.yOf(0.86);
    yield line(ink, [left + 8, y, left + 40, y], { width: 2, dash });
    yield text('text', right - 6, y + 4, name, { align: 'end' });
  }
}

function* captionShapes(
  { title, subtitle, footer }: Captions,
  curves: readonly DrawnCurve[],
  { left, height }: PlotFrame,
): Generator<Shape, void, void> {
  yield text('text', left, 24, title, { align: 'start', bold: true, size: 16 });
  yield text('muted', left, 43, subtitle, { align: 'start' });
  for (const [i, { name, ink, dash }] of curves.entries()) {
    const y = 60 + i * CAPTION_ROW;
    yield line(ink, [left, y, left + 40, y], { width: 2, dash });
    yield text('text', left + 48, y + 4, name, { align: 'start' });
  }
  for (const [i, words] of footer.entries()) {
    yield text('muted', left, height - 10 - 16 * (footer.length - 1 - i), words, {
      align: 'start',
    });
  }
}
