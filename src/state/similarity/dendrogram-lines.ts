import type { Similarity } from '../../core/similarity/compare-all';

/** Most merges that are drawn at once: the highest. */
export const MOST_DRAWN = 400;

/** A merge as it is drawn: its own height, and where the two that it puts together lie along the order, and how high. */
export interface DrawnMerge {
  readonly height: number;
  readonly ends: readonly [End, End];
}

interface End {
  readonly at: number;
  readonly height: number;
}

/** Yields the highest merges that reach into a part of the order, the highest first. */
export function* highestMerges(
  { count, left, right, height, places }: Similarity,
  { from, size }: { readonly from: number; readonly size: number },
  most: number,
): Generator<DrawnMerge, void, void> {
  const { middles, firsts, lasts } = places;
  const endOf = (node: number): End => ({
    at: middles[node]!,
    height: node < count ? 0 : height[node - count]!,
  });
  for (let [i, found] = [height.length - 1, 0]; i >= 0 && found < most; i--) {
    if (lasts[i]! < from || firsts[i]! >= from + size) continue;
    found += 1;
    yield { height: height[i]!, ends: [endOf(left[i]!), endOf(right[i]!)] };
  }
}

/** Returns the height of the whole dendrogram, and never 0. */
export function treeHeight({ height }: Similarity): number {
  return height[height.length - 1] || 1;
}

/** Returns the path of the merges that reach into a part of the order, in places along and heights across. */
export function mergesPath(
  similarity: Similarity,
  shown: { readonly from: number; readonly size: number },
  { width, length }: { readonly width: number; readonly length: number },
): string {
  const top = treeHeight(similarity);
  const x = (height: number) => (width * (1 - height / top)).toFixed(1);
  const y = (at: number) => ((length * (at - shown.from)) / shown.size).toFixed(1);
  return Array.from(
    highestMerges(similarity, shown, MOST_DRAWN),
    ({ height, ends: [a, b] }) =>
      `M${x(a.height)} ${y(a.at)}H${x(height)}V${y(b.at)}H${x(b.height)}`,
  ).join('');
}
