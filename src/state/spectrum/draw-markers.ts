import { formatMz } from '../format';
import { placeLabels, type PlacedLabel } from './place-labels';
import { LABEL_ROW, TEXT_SIZE, type PlotFrame } from './plot-frame';
import { markerLabel, type PlotMarker } from './plot-markers';
import type { PlotWatch } from './plot-watch';
import type { MeasureText, Shape } from './scene';
import { diamond, line, pointer, square, text } from './shapes';
import { highestIn, type Trace } from './trace';

/** Dashes and a hollow mark distinguish a missing marker from a found one, beside the colour. */
const MISSING = [3, 3];
/** Dashes of doubly charged ions. */
const DOUBLE = [4, 3];
/** Distance within which the top of a found marker's peak is searched, as a share of its m/z. */
const NEAR = 0.0005;

/** The shapes within the plot, and those above and below it. */
export interface MarkerShapes {
  readonly inside: readonly Shape[];
  readonly labels: readonly Shape[];
}

/** What is drawn over a spectrum. */
interface DrawnMarks {
  readonly markers: readonly PlotMarker[];
  /** Of the taxon that is compared with, where the two differ. */
  readonly rivals: readonly PlotMarker[];
  readonly watched: readonly PlotWatch[];
  /** m/z of the peaks. */
  readonly peaks: readonly number[];
}

type MarkKind = 'marker' | 'rival' | 'watched';

interface DrawnMark {
  readonly kind: MarkKind;
  readonly mz: number;
  readonly isFound: boolean;
  readonly words: string;
}

/** Widest range, m/z, in which labels have their m/z: in a wider one, they would leave no room for each other. */
const TELLS_MZ = 600;

/**
 * Draws the markers of a spectrum and the watched peaks: labels above the plot, and a line from each to its
 * place. Watched peaks get their labels first, since they are few and a person asked for them. In a narrow
 * range, labels and peaks have their m/z.
 */
export function drawMarkers(
  { markers, rivals, watched, peaks }: DrawnMarks,
  trace: Trace,
  frame: PlotFrame,
  highest: number,
  rows: number,
  measure: MeasureText,
): MarkerShapes {
  const inside: Shape[] = [];
  const over: Shape[] = [];
  const labels: Shape[] = [];
  const tellsMz = frame.range.to - frame.range.from <= TELLS_MZ;
  const markOf = (kind: MarkKind) => (marker: PlotMarker) => ({
    kind,
    mz: marker.mz,
    isFound: marker.found !== null,
    words: tellsMz ? `${markerLabel(marker)} ${formatMz(marker.mz)}` : markerLabel(marker),
  });
  const marks: readonly DrawnMark[] = [
    ...watched.map(({ name, ...mark }) => ({ ...mark, words: name, kind: 'watched' as const })),
    ...markers.map(markOf('marker')),
    ...rivals.map(markOf('rival')),
  ];
  for (const { mark, x, label } of placed(marks, frame, rows, measure)) {
    const { isFound, kind, words } = mark;
    const ink = kind === 'marker' ? (isFound ? 'found' : 'missing') : kind;
    const tip = isFound ? tipOf(mark, trace, frame, highest) : frame.top + 8;
    const raised = Math.max(frame.top + 10, tip - clearance(mark, markers));
    if (kind === 'marker') inside.push(pointer(ink, x, tip, isFound));
    else over.push((kind === 'rival' ? square : diamond)(ink, x, raised, isFound));
    // A marker without a label gets no line: where many are close, only their marks are drawn.
    if (label === null) continue;
    const y = frame.top - 5 - label.row * LABEL_ROW;
    const style = { dash: isFound ? [] : MISSING };
    const [start, end] = isFound ? [frame.top, tip - 7] : [tip, frame.zero];
    inside.push(line('lead', [x, start, x, end], style));
    labels.push(line('lead', [x, y + 4, x, frame.top], style));
    labels.push(text(ink, label.x, y, words, { bold: isFound }));
  }
  if (tellsMz) {
    const told = marks.filter(({ isFound }) => isFound).map(({ mz }) => mz);
    inside.push(...peakMasses(peaks, told, trace, frame, highest, measure));
  }
  // A person asked for the watched peaks, so no marker covers them.
  return { inside: [...inside, ...over], labels };
}

/** Writes the m/z of the highest peaks above them, but not of those that a label tells already. */
function peakMasses(
  peaks: readonly number[],
  told: readonly number[],
  trace: Trace,
  frame: PlotFrame,
  highest: number,
  measure: MeasureText,
): readonly Shape[] {
  const { range, left, right } = frame;
  const wanted = peaks
    .filter((mz) => mz >= range.from && mz <= range.to)
    .filter((mz) => told.every((other) => Math.abs(other / mz - 1) >= NEAR))
    .map((mz) => ({ mz, y: tipOf({ mz }, trace, frame, highest) }))
    .sort((a, b) => a.y - b.y);
  const texts = wanted.map(({ mz }) => ({
    x: frame.xOf(mz),
    width: measure(formatMz(mz), TEXT_SIZE),
  }));
  return placeLabels(texts, 1, left, right).flatMap((label, i) =>
    label === null
      ? []
      : text('muted', label.x, Math.max(frame.top + 12, wanted[i]!.y - 4), formatMz(wanted[i]!.mz)),
  );
}

/** Px that a mark is raised, so that it is above the triangle of a marker at the same peak. */
function clearance(
  { mz, isFound }: { readonly mz: number; readonly isFound: boolean },
  markers: readonly PlotMarker[],
): number {
  const isSame = ({ found }: PlotMarker) => found !== null && Math.abs(found.mz / mz - 1) < NEAR;
  return isFound && markers.some(isSame) ? 8 : 0;
}

/** Returns the place just above the top of a found peak, within the plot. */
function tipOf(
  { mz }: { readonly mz: number },
  trace: Trace,
  frame: PlotFrame,
  highest: number,
): number {
  const near = { from: mz * (1 - NEAR), to: mz * (1 + NEAR) };
  const top = frame.yOf(Math.min(1, highestIn(trace, near) / highest));
  return Math.max(frame.top + 8, top - 2);
}

/** Draws a taxon's expected markers below the line, each as long as the share of genomes that have it. */
export function drawSticks(
  markers: readonly PlotMarker[],
  frame: PlotFrame,
  rows: number,
  measure: MeasureText,
): MarkerShapes {
  const inside: Shape[] = [];
  const labels: Shape[] = [];
  const marks = markers.map((marker) => ({ ...marker, words: markerLabel(marker) }));
  for (const { mark: marker, x, label } of placed(marks, frame, rows, measure)) {
    const dash = marker.charge === 1 ? [] : DOUBLE;
    const path = [x, frame.zero, x, frame.yOf(-marker.fraction)];
    inside.push(line('found', path, { width: 2, dash }));
    if (label === null) continue;
    const y = frame.bottom + 13 + label.row * LABEL_ROW;
    labels.push(text('found', label.x, y, markerLabel(marker)));
  }
  return { inside, labels };
}

interface Placed<Mark> {
  readonly mark: Mark;
  readonly x: number;
  readonly label: PlacedLabel | null;
}

/** Returns the visible marks, each with the place of its label, if it has one. */
function placed<Mark extends { readonly mz: number; readonly words: string }>(
  marks: readonly Mark[],
  { range, left, right, xOf }: PlotFrame,
  rows: number,
  measure: MeasureText,
): readonly Placed<Mark>[] {
  const inView = marks
    .filter(({ mz }) => mz >= range.from && mz <= range.to)
    .map((mark) => ({ mark, x: xOf(mark.mz) }));
  const wanted = inView.map(({ mark, x }) => ({ x, width: measure(mark.words, TEXT_SIZE) }));
  const labels = placeLabels(wanted, rows, left, right);
  return inView.map((item, i) => ({ ...item, label: labels[i] ?? null }));
}
