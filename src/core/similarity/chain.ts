import { pairAt } from './cosine';
import type { Merge } from './dendrogram';

/**
 * Clusters by the average distance with the nearest-neighbour chain: each step goes to the nearest neighbour until two
 * are each other's nearest, which are merged. It takes time by the square of their number, and no memory beside the
 * distances. Murtagh 1983, doi:10.1093/comjnl/26.4.354; the order of merges as in Müllner 2011, arXiv:1109.2378.
 *
 * @param distances [pairs], condensed; overwritten
 * @returns merges by their height
 */
export function chainCluster(n: number, distances: Float32Array): Merge[] {
  const sizes = new Float64Array(n).fill(1);
  const living = Uint32Array.from({ length: n }, (_, i) => i);
  let count = n;
  const chain: number[] = [];
  const merges: { a: number; b: number; height: number }[] = [];
  while (count > 1) {
    if (chain.length === 0) chain.push(living[0]!);
    const last = chain[chain.length - 1]!;
    const before = chain.length > 1 ? chain[chain.length - 2]! : -1;
    // Among equals, the one before, so that the chain ends.
    let nearest = before;
    let least = before < 0 ? Infinity : distances[pairAt(n, last, before)]!;
    for (let k = 0; k < count; k++) {
      const other = living[k]!;
      if (other === last) continue;
      const distance = distances[pairAt(n, last, other)]!;
      if (distance < least) [least, nearest] = [distance, other];
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    merges.push({ a: last, b: nearest, height: least });
    const [kept, gone] = last < nearest ? [last, nearest] : [nearest, last];
    const [ofKept, ofGone] = [sizes[kept]!, sizes[gone]!];
    sizes[kept] = ofKept + ofGone;
    let to = 0;
    for (let k = 0; k < count; k++) {
      const other = living[k]!;
      if (other === gone) continue;
      living[to++] = other;
      if (other === kept) continue;
      const at = pairAt(n, kept, other);
      const mean = ofKept * distances[at]! + ofGone * distances[pairAt(n, gone, other)]!;
      distances[at] = mean / (ofKept + ofGone);
    }
    count = to;
  }
  return asMerges(n, merges);
}

/** Orders merges by height, and names what each puts together: a leaf, or an earlier merge. */
function asMerges(n: number, found: readonly { a: number; b: number; height: number }[]): Merge[] {
  const parents = Uint32Array.from({ length: n }, (_, i) => i);
  const nodes = Uint32Array.from({ length: n }, (_, i) => i);
  const rootOf = (leaf: number) => {
    let at = leaf;
    while (parents[at]! !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  const sorted = [...found].sort((one, other) => one.height - other.height);
  let highest = 0;
  return sorted.map(({ a, b, height }, i) => {
    const [left, right] = [rootOf(a), rootOf(b)];
    const merge = {
      left: nodes[left]!,
      right: nodes[right]!,
      height: (highest = Math.max(highest, height)),
    };
    parents[right] = left;
    nodes[left] = n + i;
    return merge;
  });
}
