/** The probability of an answer, and whether the answer was right. */
export interface Prediction {
  readonly probability: number;
  readonly isRight: boolean;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** Mean probability; null where the bin is empty. */
  readonly mean: number | null;
}

/** Edges of the bins, which include the limits of the call. */
const RELIABILITY_EDGES: readonly number[] = [0, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

/**
 * Counts how often predictions of about the same probability are right. A bin includes its lower edge, and
 * the last bin its upper edge as well.
 *
 * @param edges ascending, the first at or below every probability
 */
export function reliabilityBins(
  predictions: readonly Prediction[],
  edges = RELIABILITY_EDGES,
): ReliabilityBin[] {
  return edges.slice(1).map((to, i) => {
    const from = edges[i]!;
    const isLast = i === edges.length - 2;
    const inside = predictions.filter(
      ({ probability: p }) => p >= from && (p < to || (isLast && p <= to)),
    );
    const sum = inside.reduce((total, { probability }) => total + probability, 0);
    return {
      from,
      to,
      count: inside.length,
      right: inside.filter(({ isRight }) => isRight).length,
      mean: inside.length === 0 ? null : sum / inside.length,
    };
  });
}
