import type { DecodedNode } from '../onnx/decoded';
import { err, ok, type Result } from '../result';
import { CLASSIFIER_LIMITS } from '../sklearn/budget';
import { badOnnx, type ImportProblem } from './problems';
import { type Sentence, sentence } from '../../words/told/sentence';

/**
 * Checks that these are trees. A TreeEnsembleClassifier or -Regressor with anything else could make the
 * runtime loop forever, or read outside the input.
 *
 * @param features number of columns of the model's input, which every column that a tree uses must be within
 * @returns the number of nodes of the trees
 */
export function checkEnsemble(node: DecodedNode, features: number): Result<number, ImportProblem> {
  const treeIds = ints(node, 'nodes_treeids');
  const nodeIds = ints(node, 'nodes_nodeids');
  const left = ints(node, 'nodes_truenodeids');
  const right = ints(node, 'nodes_falsenodeids');
  const columns = ints(node, 'nodes_featureids');
  const modes = node.attributes['nodes_modes'];
  const count = treeIds.length;
  const isWhole =
    count > 0 &&
    modes?.type === 'strings' &&
    [nodeIds, left, right, columns, modes.value].every((list) => list.length === count);
  if (!isWhole) return err(broken(sentence('modelFile.onnxTreesLengths')));
  if (count > CLASSIFIER_LIMITS.nodes) {
    return err(
      broken(sentence('modelFile.onnxTreesMany', { count, most: CLASSIFIER_LIMITS.nodes })),
    );
  }

  const places = new Map<number, Map<number, number>>();
  for (let i = 0; i < count; i++) {
    let tree = places.get(treeIds[i]!);
    if (tree === undefined) {
      tree = new Map<number, number>();
      places.set(treeIds[i]!, tree);
    }
    if (tree.has(nodeIds[i]!)) return err(broken(sentence('modelFile.onnxTreesTwice')));
    tree.set(nodeIds[i]!, i);
  }
  const seen = new Uint8Array(count);
  for (const tree of places.values()) {
    // The first node of a tree is its root.
    let level = [...tree.values()].slice(0, 1);
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > CLASSIFIER_LIMITS.depth) {
        return err(broken(sentence('modelFile.onnxTreesDeep', { most: CLASSIFIER_LIMITS.depth })));
      }
      const next: number[] = [];
      for (const i of level) {
        if (seen[i] === 1) return err(broken(sentence('modelFile.onnxTreesCycle')));
        seen[i] = 1;
        if (modes.value[i] === 'LEAF') continue;
        const children = [tree.get(left[i]!), tree.get(right[i]!)];
        if (!children.every((child) => child !== undefined)) {
          return err(broken(sentence('modelFile.onnxTreesMissing')));
        }
        if (!(columns[i]! >= 0 && columns[i]! < features)) {
          return err(
            broken(
              sentence('modelFile.onnxTreesFeature', { feature: columns[i]!, count: features }),
            ),
          );
        }
        next.push(...children);
      }
      level = next;
    }
  }
  return seen.every((mark) => mark === 1)
    ? ok(count)
    : err(broken(sentence('modelFile.onnxTreesAlone')));
}

function ints({ attributes }: DecodedNode, name: string): readonly number[] {
  const attribute = attributes[name];
  return attribute?.type === 'ints' ? attribute.value : [];
}

function broken(message: Sentence): ImportProblem {
  return badOnnx('import-onnx-trees', message);
}
