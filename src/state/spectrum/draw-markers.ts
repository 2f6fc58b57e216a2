import { placeLabels, type PlacedLabel } from './place-labels';
import { LABEL_ROW, TEXT_SIZE, type PlotFrame } from './plot-frame';
import { markerLabel, type PlotMarker } from './plot-markers';
import type { MeasureText, Shape } from './scene';
import { line, pointer, text } from './shapes';
import { highestIn, type Trace } from './trace';

/** A missing marker is told from a found one by its dashes and its hollow mark, and not by colour alone. */
const MISSING = [3, 3];
/** Doubly charged sticks. */
const DOUBLE = [4, 3];
/** Around a found marker its peak's top is looked for this near, as a part of its m/z. */
const NEAR = 0.0005;

/** What is drawn within the plot, and what stands above or below it. */
export interface MarkerShapes {
  readonly inside: readonly Shape[];
  readonly labels: readonly Shape[];
}

/** The markers of a spectrum: their labels above the plot, and a line from each down to its place. */
export function drawMarkers(
  markers: readonly PlotMarker[],
  trace: Trace,
  frame: PlotFrame,
  highest: number,
  rows: number,
  measure: MeasureText,
): MarkerShapes {
  const inside: Shape[] = [];
  const labels: Shape[] = [];
  for (const { marker, x, label } of placed(markers, frame, rows, measure)) {
    const dash = marker.found === null ? MISSING : [];
    const ink = marker.found === null ? 'missing' : 'found';
    if (marker.found !== null) {
      const near = { from: marker.mz * (1 - NEAR), to: marker.mz * (1 + NEAR) };
      const top = frame.yOf(Math.min(1, highestIn(trace, near) / highest));
      const tip = Math.max(frame.top + 8, top - 2);
      inside.push(line(ink, [x, frame.top, x, tip - 7], { dash }), pointer(ink, x, tip, true));
    } else {
      const tip = frame.top + 8;
      inside.push(line(ink, [x, tip, x, frame.zero], { dash }), pointer(ink, x, tip, false));
    }
    if (label === null) continue;
    const y = frame.top - 5 - label.row * LABEL_ROW;
    labels.push(text(ink, label.x, y, markerLabel(marker), { bold: marker.found !== null }));
    if (label.row > 0) labels.push(line(ink, [x, y + 4, x, frame.top], { dash }));
  }
  return { inside, labels };
}

/** A taxon's expected markers, hanging: each as long as the part of the genomes that have it. */
export function drawSticks(
  markers: readonly PlotMarker[],
  frame: PlotFrame,
  rows: number,
  measure: MeasureText,
): MarkerShapes {
  const inside: Shape[] = [];
  const labels: Shape[] = [];
  for (const { marker, x, label } of placed(markers, frame, rows, measure)) {
    const dash = marker.charge === 1 ? [] : DOUBLE;
    const path = [x, frame.zero, x, frame.yOf(-marker.fraction)];
    inside.push(line('found', path, { width: 2, dash }));
    if (label === null) continue;
    const y = frame.bottom + 13 + label.row * LABEL_ROW;
    labels.push(text('found', label.x, y, markerLabel(marker)));
  }
  return { inside, labels };
}

interface Placed {
  readonly marker: PlotMarker;
  readonly x: number;
  readonly label: PlacedLabel | null;
}

/** The markers in view, each with its label's place if there is one. */
function placed(
  markers: readonly PlotMarker[],
  { range, left, right, xOf }: PlotFrame,
  rows: number,
  measure: MeasureText,
): readonly Placed[] {
  const inView = markers
    .filter(({ mz }) => mz >= range.from && mz <= range.to)
    .map((marker) => ({ marker, x: xOf(marker.mz) }));
  const wanted = inView.map(({ marker, x }) => ({
    x,
    width: measure(markerLabel(marker), TEXT_SIZE),
  }));
  const labels = placeLabels(wanted, rows, left, right);
  return inView.map((item, i) => ({ ...item, label: labels[i] ?? null }));
}
