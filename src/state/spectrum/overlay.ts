import { formatFixed } from '../format';
import { say } from '../../words/say';
import { nearestPeak, type ListedPeak } from './listed-peaks';
import type { PlotContent } from './plot-content';
import type { PlotFrame } from './plot-frame';
import type { PlotView } from './plot-view.svelte';
import { readPeak, readPoint } from './read-out';
import type { Layer, Shape } from './scene';
import { line, text } from './shapes';

/** Distance in px within which the cross-hair jumps to a peak. */
const SNAP = 8;

/** The point or peak under the cross-hair. */
export interface Pointed {
  readonly mz: number;
  readonly words: string;
}

/** Returns the peak at the cross-hair, or else the point; null while it points at nothing visible. */
export function pointedAt(
  content: PlotContent,
  peaks: readonly ListedPeak[],
  frame: PlotFrame,
  cursor: number | null,
): Pointed | null {
  const { from, to } = frame.range;
  if (cursor === null || cursor < from || cursor > to) return null;
  const within = frame.mzOf(SNAP) - frame.mzOf(0);
  const peak = nearestPeak(peaks, cursor, within);
  if (peak !== null) return { mz: peak.mz, words: readPeak(peak) };
  return { mz: cursor, words: readPoint(content.spectrum.trace, cursor, content.unit) };
}

/** Draws what is above a plot during its use: the cross-hair, the marked range, and the magnification. */
export function overlay(
  frame: PlotFrame,
  pointed: Pointed | null,
  { selection, magnify }: Pick<PlotView, 'selection' | 'magnify'>,
): Layer {
  const { left, top, right, bottom } = frame;
  const shapes: Shape[] = [];
  if (selection !== null) {
    const x = frame.xOf(selection.from);
    const box = { x, y: top, width: frame.xOf(selection.to) - x, height: bottom - top };
    shapes.push({ kind: 'box', ink: 'mark', opacity: 0.15, box });
  }
  if (pointed !== null) {
    const x = frame.xOf(pointed.mz);
    shapes.push(line('mark', [x, top, x, bottom]));
  }
  if (magnify > 1) {
    const times = formatFixed(magnify, magnify < 10 ? 1 : 0);
    const words = say('spectrum.plotHeights', { times });
    shapes.push(text('text', left + 8, top + 14, words, { align: 'start' }));
  }
  const clip = { x: left, y: top, width: right - left, height: bottom - top };
  return { clip, shapes };
}
