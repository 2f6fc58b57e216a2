/** A label that should be above a place. */
export interface WantedLabel {
  /** The wanted place of its middle, px. */
  readonly x: number;
  readonly width: number;
}

export interface PlacedLabel {
  /** The place of its middle, px. */
  readonly x: number;
  /** Its row; 0 is next to the plot. */
  readonly row: number;
}

/** Least px between two labels of a row. */
const GAP = 6;
/** Least px between a label and a line that leads past it to a label of an outer row. */
const CLEAR = 3;

/**
 * Places labels into rows, so that no label touches another one, or the line from another one to its place.
 * The first labels of the list take precedence. A label without room is left out (null) and appears when a
 * person zooms in.
 *
 * @param from left edge of the plot, px, which no label exceeds, as it does not exceed the right edge `to`
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
