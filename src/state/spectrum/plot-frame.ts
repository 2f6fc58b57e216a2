import type { MzRange } from './mz-range';

/** Sizes of the parts of a plot, px. */
export const TEXT_SIZE = 12;
export const LABEL_ROW = 15;
const LEFT = 52;
const RIGHT = 10;
const BOTTOM = 38;
const TOP = 8;
/** Share of the height that is free above the highest peak. */
const HEADROOM = 0.04;

/** Converts between values and places in a plot. */
export interface PlotFrame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The lower edge of the plot, above the numbers of the m/z axis. */
  readonly axis: number;
  /** The line under the peaks: the bottom, or the middle if there is a lower half. */
  readonly zero: number;
  readonly range: MzRange;
  readonly xOf: (mz: number) => number;
  readonly mzOf: (x: number) => number;
  /** @param share of the full height, 0 to 1; negative in the lower half */
  readonly yOf: (share: number) => number;
}

export interface FrameOptions {
  readonly width: number;
  readonly height: number;
  readonly range: MzRange;
  readonly mirrored: boolean;
  /** Number of rows that are free for labels above the peaks, and below the lower half. */
  readonly labelRows: { readonly above: number; readonly below: number };
  /** Px that are free for a title and a footer. */
  readonly margin: { readonly above: number; readonly below: number };
}

export function plotFrame({
  width,
  height,
  range,
  mirrored,
  labelRows,
  margin,
}: FrameOptions): PlotFrame {
  const left = LEFT;
  const right = Math.max(left + 1, width - RIGHT);
  const top = TOP + margin.above + labelRows.above * LABEL_ROW;
  const bottom = Math.max(top + 2, height - BOTTOM - margin.below - labelRows.below * LABEL_ROW);
  const axis = bottom + labelRows.below * LABEL_ROW;
  const zero = mirrored ? Math.round((top + bottom) / 2) : bottom;
  const pxPerDa = (right - left) / (range.to - range.from);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    axis,
    zero,
    range,
    xOf: (mz) => left + (mz - range.from) * pxPerDa,
    mzOf: (x) => range.from + (x - left) / pxPerDa,
    yOf: (share) => zero - share * (1 - HEADROOM) * (share >= 0 ? zero - top : bottom - zero),
  };
}
