/** Two clusters that are put together. Leaves are 0 to n - 1, and merges follow: the first is n. */
export interface Merge {
  readonly left: number;
  readonly right: number;
  /** Average distance of the two. */
  readonly height: number;
}

/**
 * Orders leaves as the dendrogram has them. Of the ways in which two clusters can lie side by side, the one is taken
 * in which the leaves that touch are most similar.
 */
export function leafOrder(
  n: number,
  merges: readonly Merge[],
  similarity: (a: number, b: number) => number,
): Uint32Array<ArrayBuffer> {
  const parts: (number[] | null)[] = Array.from({ length: n }, (_, i) => [i]);
  for (const { left, right } of merges) {
    const [a, b] = [parts[left]!, parts[right]!];
    const ends = (list: readonly number[]) => [list[0]!, list[list.length - 1]!] as const;
    const [[aFirst, aLast], [bFirst, bLast]] = [ends(a), ends(b)];
    const ways = [
      similarity(aLast, bFirst),
      similarity(aLast, bLast),
      similarity(aFirst, bFirst),
      similarity(aFirst, bLast),
    ];
    const best = ways.indexOf(Math.max(...ways));
    if (best >= 2) a.reverse();
    if (best % 2 === 1) b.reverse();
    for (const leaf of b) a.push(leaf);
    parts[left] = parts[right] = null;
    parts.push(a);
  }
  return Uint32Array.from(parts.flatMap((part) => part ?? []));
}

/** Returns the number of the cluster of each leaf after a cut at a height; clusters are numbered from 1 along the order. */
export function cutAt(
  order: Uint32Array,
  merges: readonly Merge[],
  height: number,
): Uint32Array<ArrayBuffer> {
  const n = order.length;
  const tops = Uint32Array.from({ length: n + merges.length }, (_, i) => i);
  for (let i = merges.length - 1; i >= 0; i--) {
    const { left, right, height: own } = merges[i]!;
    if (own > height) continue;
    tops[left] = tops[right] = tops[n + i]!;
  }
  const numbers = new Map<number, number>();
  for (const leaf of order) {
    const top = tops[leaf]!;
    if (!numbers.has(top)) numbers.set(top, numbers.size + 1);
  }
  return Uint32Array.from(tops.subarray(0, n), (top) => numbers.get(top)!);
}

/** Where a dendrogram's merges lie along the order of its leaves. */
export interface MergePlaces {
  /** [leaves, then merges] how far along the order each is; the first leaf is from 0 to 1. */
  readonly middles: Float64Array<ArrayBuffer>;
  /** [merges] first and last place of the order that each reaches. */
  readonly firsts: Uint32Array<ArrayBuffer>;
  readonly lasts: Uint32Array<ArrayBuffer>;
}

/** Places a dendrogram's merges along the order of its leaves. */
export function placeMerges(order: Uint32Array, merges: readonly Merge[]): MergePlaces {
  const n = order.length;
  const middles = new Float64Array(n + merges.length);
  const firsts = new Uint32Array(merges.length);
  const lasts = new Uint32Array(merges.length);
  for (const [place, leaf] of order.entries()) middles[leaf] = place + 0.5;
  const firstOf = (node: number) => (node < n ? Math.floor(middles[node]!) : firsts[node - n]!);
  const lastOf = (node: number) => (node < n ? Math.floor(middles[node]!) : lasts[node - n]!);
  for (const [i, { left, right }] of merges.entries()) {
    middles[n + i] = (middles[left]! + middles[right]!) / 2;
    firsts[i] = Math.min(firstOf(left), firstOf(right));
    lasts[i] = Math.max(lastOf(left), lastOf(right));
  }
  return { middles, firsts, lasts };
}
