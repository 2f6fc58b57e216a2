import { agnes } from 'ml-hclust';
import { chainCluster } from './chain';
import { pairAt } from './cosine';
import type { Merge } from './dendrogram';

/** Most spectra that the library clusters: its time grows with the cube of their number. */
export const LIBRARY_REACH = 500;

/**
 * Clusters by the average distance (UPGMA).
 *
 * @param distances [pairs], condensed; overwritten
 */
export function cluster(n: number, distances: Float32Array): Merge[] {
  return n > LIBRARY_REACH ? chainCluster(n, distances) : libraryCluster(n, distances);
}

export function libraryCluster(n: number, distances: Float32Array): Merge[] {
  if (n < 2) return [];
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (i === j ? 0 : distances[pairAt(n, i, j)]!)),
  );
  const merges: Merge[] = [];
  const enter = (node: Node): { place: number; height: number } => {
    if (node.isLeaf) return { place: node.index, height: 0 };
    const [left, right] = [enter(node.children[0]!), enter(node.children[1]!)];
    // Of equal distances a mean may be rounded down, and so lie below what it is the mean of.
    const height = Math.max(node.height, left.height, right.height);
    merges.push({ left: left.place, right: right.place, height });
    return { place: -merges.length, height };
  };
  enter(agnes(rows, { method: 'average', isDistanceMatrix: true }));
  return inOrder(n, merges);
}

type Node = ReturnType<typeof agnes>;

/** Orders merges by height. In what comes in, -1 is the first merge, and none is below what it puts together. */
function inOrder(n: number, merges: readonly Merge[]): Merge[] {
  const order = [...merges.keys()].sort((a, b) => merges[a]!.height - merges[b]!.height || a - b);
  const places = new Map(order.map((from, to) => [-1 - from, n + to]));
  const placed = (node: number) => places.get(node) ?? node;
  return order.map((at) => {
    const { left, right, height } = merges[at]!;
    return { left: placed(left), right: placed(right), height };
  });
}
