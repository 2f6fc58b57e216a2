import type { AttributeValue } from '../onnx/graph';
import type { TreeSum } from './expression';
import { floorToFloat32 } from './float32-threshold';
import { weightSplitter } from './split-weight';

/**
 * Makes the attributes of a TreeEnsembleRegressor of ai.onnx.ml, version 3, whose output is [rows, 2 x
 * columns]: the coarse sums of all columns, then the rests; see `split-weight.ts`.
 */
export function ensembleAttributes({ columns, members }: TreeSum): Record<string, AttributeValue> {
  const splitters = splittersOf(columns, members);
  const nodes = members.reduce((sum, { tree }) => sum + tree.left.length, 0);
  const thresholds = new Float32Array(nodes);
  const treeIds: number[] = [];
  const nodeIds: number[] = [];
  const features: number[] = [];
  const modes: string[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const leaves = new LeafWeights();
  members.forEach(({ tree, targets }, id) => {
    for (let node = 0; node < tree.left.length; node++) {
      const isLeaf = tree.left[node] === -1;
      thresholds[nodeIds.length] = isLeaf ? 0 : floorToFloat32(tree.threshold[node]!);
      treeIds.push(id);
      nodeIds.push(node);
      features.push(isLeaf ? 0 : tree.feature[node]!);
      modes.push(isLeaf ? 'LEAF' : 'BRANCH_LEQ');
      left.push(isLeaf ? 0 : tree.left[node]!);
      right.push(isLeaf ? 0 : tree.right[node]!);
      if (!isLeaf) continue;
      const before = leaves.weights.length;
      for (const [column, to] of targets.entries()) {
        if (to === null) continue;
        const [coarse, rest] = splitters[to]!(tree.values[node * tree.columns + column]!);
        if (coarse !== 0) leaves.add(id, node, to, coarse);
        if (rest !== 0) leaves.add(id, node, columns + to, rest);
      }
      // The runtime does not treat a leaf without a weight as a leaf.
      if (leaves.weights.length === before) leaves.add(id, node, 0, 0);
    }
  });
  return {
    aggregate_function: { type: 'string', value: 'SUM' },
    n_targets: { type: 'int', value: 2 * columns },
    nodes_falsenodeids: { type: 'ints', value: right },
    nodes_featureids: { type: 'ints', value: features },
    nodes_modes: { type: 'strings', value: modes },
    nodes_nodeids: { type: 'ints', value: nodeIds },
    nodes_treeids: { type: 'ints', value: treeIds },
    nodes_truenodeids: { type: 'ints', value: left },
    nodes_values: { type: 'floats', value: thresholds },
    post_transform: { type: 'string', value: 'NONE' },
    target_ids: { type: 'ints', value: leaves.targets },
    target_nodeids: { type: 'ints', value: leaves.nodes },
    target_treeids: { type: 'ints', value: leaves.trees },
    target_weights: { type: 'floats', value: leaves.weights },
  };
}

/** @returns for each column how the values that are added to it are split */
function splittersOf(
  columns: number,
  members: TreeSum['members'],
): ((value: number) => [number, number])[] {
  const counts = new Float64Array(columns);
  const largest = new Float64Array(columns);
  for (const { tree, targets } of members) {
    for (const [column, to] of targets.entries()) {
      if (to === null) continue;
      counts[to]! += 1;
      for (let node = 0; node < tree.left.length; node++) {
        if (tree.left[node] !== -1) continue;
        largest[to] = Math.max(largest[to]!, Math.abs(tree.values[node * tree.columns + column]!));
      }
    }
  }
  return Array.from({ length: columns }, (_, i) => weightSplitter(counts[i]!, largest[i]));
}

class LeafWeights {
  readonly trees: number[] = [];
  readonly nodes: number[] = [];
  readonly targets: number[] = [];
  readonly weights: number[] = [];

  add(tree: number, node: number, target: number, weight: number): void {
    this.trees.push(tree);
    this.nodes.push(node);
    this.targets.push(target);
    this.weights.push(weight);
  }
}
