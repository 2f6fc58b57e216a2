import type { Similarity } from '../../core/similarity/compare-all';

/** Most merges that are drawn at once: the highest. */
const MOST_DRAWN = 400;

/** A merge as it is drawn. */
export interface DrawnMerge {
  /** First and last place of the order that it reaches. */
  readonly first: number;
  readonly last: number;
  readonly height: number;
  /** The two that it puts together: where each lies along the order, and its own height. */
  readonly ends: readonly [End, End];
}

interface End {
  readonly at: number;
  readonly height: number;
}

/** Lists all merges with their places along the order, the highest last. */
export function listMerges({
  count,
  order,
  left,
  right,
  height,
}: Similarity): readonly DrawnMerge[] {
  const places = new Float64Array(count);
  for (const [place, spectrum] of order.entries()) places[spectrum] = place;
  const merges: DrawnMerge[] = [];
  const endOf = (node: number): End & { first: number; last: number } => {
    if (node < count) {
      const at = places[node]!;
      return { at: at + 0.5, height: 0, first: at, last: at };
    }
    const { ends, first, last, height: own } = merges[node - count]!;
    return { at: (ends[0].at + ends[1].at) / 2, height: own, first, last };
  };
  for (const [i, own] of height.entries()) {
    const [a, b] = [endOf(left[i]!), endOf(right[i]!)];
    merges.push({
      first: Math.min(a.first, b.first),
      last: Math.max(a.last, b.last),
      height: own,
      ends: [
        { at: a.at, height: a.height },
        { at: b.at, height: b.height },
      ],
    });
  }
  return merges;
}

/** Returns the path of those merges that reach into a part of the order, in places along and heights across. */
export function mergesPath(
  merges: readonly DrawnMerge[],
  { from, size }: { readonly from: number; readonly size: number },
  { width, length }: { readonly width: number; readonly length: number },
): string {
  const top = merges[merges.length - 1]?.height || 1;
  const x = (height: number) => (width * (1 - height / top)).toFixed(1);
  const y = (at: number) => ((length * (at - from)) / size).toFixed(1);
  const parts: string[] = [];
  for (let i = merges.length - 1; i >= 0 && parts.length < MOST_DRAWN; i--) {
    const { first, last, height, ends } = merges[i]!;
    if (last < from || first >= from + size) continue;
    const [a, b] = ends;
    parts.push(`M${x(a.height)} ${y(a.at)}H${x(height)}V${y(b.at)}H${x(b.height)}`);
  }
  return parts.join('');
}
