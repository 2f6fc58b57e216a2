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

/**
 * Places labels into rows without one touching another. The first of the list come first: what finds
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
  const taken: { start: number; end: number }[][] = Array.from({ length: rows }, () => []);
  return wanted.map(({ x, width }) => {
    const centre = Math.max(from + width / 2, Math.min(x, to - width / 2));
    const start = centre - width / 2;
    const end = centre + width / 2;
    for (const [row, spans] of taken.entries()) {
      if (spans.some((span) => start < span.end + GAP && end > span.start - GAP)) continue;
      spans.push({ start, end });
      return { x: centre, row };
    }
    return null;
  });
}
