import { BIN_LIMITS } from '../preprocess/bin';

/** What a list's edges say about the width of its bins. */
export interface WidthsOfEdges {
  /** The width, where the edges leave no doubt; else null. */
  readonly told: number | null;
  /** All widths that fit, the widest first; empty: no even bins of 1 Da or more have these edges. */
  readonly possible: readonly number[];
}

/** Edges are told apart to a thousandth of a Da. */
const UNITS = 1_000;
/** Widths that are no whole numbers are a multiple of a twentieth of a Da: any two numbers have some divisor. */
const FRACTION = UNITS / 20;
/** Chance below which edges are not taken to lie in a wider pattern by accident. */
const CHANCE = 1 / 1_000;

/**
 * Tells how wide bins are from their left edges. Any two edges of even bins are a multiple of the width apart.
 * So the width divides the greatest common divisor of all distances; it is that divisor itself, unless each
 * edge lies on the wider pattern by chance.
 */
export function widthsOf(edges: readonly number[]): WidthsOfEdges {
  const units = edges.map((edge) => Math.round(edge * UNITS));
  let common = 0;
  for (const unit of units) common = divisor(common, Math.abs(unit - units[0]!));
  const { narrowest, widest } = BIN_LIMITS;
  const possible: number[] = [];
  if (common === 0) return { told: null, possible: [10, 1] };
  for (let parts = 1; common / parts >= narrowest * UNITS; parts++) {
    const width = common / parts / UNITS;
    // Whole numbers are not taken for bins of a fraction of a Da, unless their distance has one.
    const isLikely =
      common % UNITS === 0 ? Number.isInteger(width) : (common / parts) % FRACTION === 0;
    if (common % parts === 0 && width <= widest && isLikely) possible.push(width);
  }
  const [first, second] = possible;
  if (first === undefined || second === undefined) return { told: first ?? null, possible };
  if (first * UNITS !== common) return { told: null, possible };
  const chance = (second / first) ** (edges.length - 1);
  return { told: chance <= CHANCE ? first : null, possible };
}

function divisor(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small !== 0) [large, small] = [small, large % small];
  return large;
}
