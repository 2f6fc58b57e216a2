/** A label that wants to stand above a place. */
export interface WantedLabel {
  /** Where its middle wants to be, px. */
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** Where its middle is. */
  readonly x: number;
  /** 0 is next to the plot. */
  readonly row: number;
}

/** Px between two labels of a row. */
const GAP = 6;
/** Px between a label and a line that leads past it to a label of a row further out. */
const CLEAR = 3;

/**
 * Places labels into rows without one touching another, or the line that leads from it to its place
 * crossing one. The first of the list come first: what finds
 * no room is left out (null), and shows when a person zooms in.
 *
 * @param from left edge of the plot, px, and its right edge `to`: no label stands out over them
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  rows: number,
  from: number,
  to: number,
): readonly (PlacedLabel | null)[] {
  const taken: { row: number; lead: number; start: number; end: number }[] = [];
  return wanted.map(({ x, width }) => {
    const centre = Math.max(from + width / 2, Math.min(x, to - width / 2));
    const start = centre - width / 2;
    const end = centre + width / 2;
    for (let row = 0; row < rows; row++) {
      const isFree = taken.every((other) => {
        if (other.row === row) return end + GAP <= other.start || start >= other.end + GAP;
        return other.row < row
          ? x + CLEAR <= other.start || x >= other.end + CLEAR
          : end + CLEAR <= other.lead || start >= other.lead + CLEAR;
      });
      if (!isFree) continue;
      taken.push({ row, lead: x, start, end });
      return { x: centre, row };
    }
    return null;
  });
}
