import type { ChartStanding } from '../../core/quality-history/levey-jennings';
import type { ControlMark } from './chart';

/** The outlines of points, about their middle: one a standing, so that no colour is needed to tell them apart. */
const POINTS: Readonly<Record<ChartStanding, string>> = {
  // A disc, a diamond, and a triangle.
  'no-limits': 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  within: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  warning: 'M0 -6L6 0L0 6L-6 0z',
  out: 'M0 -7L7 6H-7z',
};

export function pointGlyph(standing: ChartStanding): string {
  return POINTS[standing];
}

const MARKS: Readonly<Record<ControlMark, string>> = {
  // A cross, a tilde, and a tick.
  failed: 'M-5 -5L5 5M5 -5L-5 5',
  open: 'M-6 1q3 -5 6 0t6 0',
  right: 'M-5 0L-1 4L6 -4',
};

export function markGlyph(mark: ControlMark): string {
  return MARKS[mark];
}

/** The sign of a calibration between two runs. */
export const CALIBRATION_GLYPH = 'M-5 -4h10l-5 8z';
