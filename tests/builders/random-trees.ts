import type { TestNode, TestTree } from './sklearn';

/** Returns a small generator of uniform numbers in [0, 1). It is seeded, so that a failing test fails again. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Grows a random tree whose children follow their parents, as in scikit-learn. */
export function randomTree(
  { features, classes, splits }: { features: number; classes: number; splits: number },
  random: () => number,
): TestTree {
  const below = (count: number) => Math.floor(random() * count);
  const nodes: TestNode[] = [];
  const leaf = (): TestNode => ({ counts: Array.from({ length: classes }, () => below(5)) });
  nodes.push(leaf());
  for (let i = 0; i < splits; i++) {
    const leaves = nodes.flatMap((node, at) => ('counts' in node ? [at] : []));
    const at = leaves[below(leaves.length)] ?? 0;
    const threshold = (random() - 0.3) * 10 ** -below(8);
    nodes[at] = {
      feature: below(features),
      threshold,
      left: nodes.length,
      right: nodes.length + 1,
    };
    nodes.push(leaf(), leaf());
  }
  return { features, classes, nodes };
}

/**
 * Makes rows that are hard for trees: many values lie one float32 step from a threshold.
 *
 * @returns [rows x features]
 */
export function rowsAtThresholds(
  trees: readonly TestTree[],
  rows: number,
  features: number,
  random: () => number,
): Float32Array {
  const table = Float32Array.from({ length: rows * features }, () => random() - 0.3);
  const splits = trees.flatMap(({ nodes }) => nodes.filter((node) => !('counts' in node)));
  for (let i = 0; i < rows * 4; i++) {
    const split = splits[Math.floor(random() * splits.length)];
    if (split === undefined || 'counts' in split) continue;
    const step = [0, 2 ** -24, -(2 ** -24)][i % 3] ?? 0;
    table[(i % rows) * features + split.feature] = split.threshold * (1 + step);
  }
  return table;
}
