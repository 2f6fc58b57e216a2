import type { Expression } from './expression';
import { type Sentence, sentence } from '../../words/told/sentence';

interface Size {
  readonly trees: number;
  readonly nodes: number;
  readonly coefficients: number;
}

/** Measures how large a model is. */
function measure(expression: Expression): Size {
  const size = { trees: 0, nodes: 0, coefficients: 0 };
  for (const part of partsWithin(expression)) {
    if (part.op === 'trees') {
      size.trees += part.members.length;
      size.nodes += part.members.reduce((sum, { tree }) => sum + tree.left.length, 0);
    } else if (part.op === 'dense') {
      size.coefficients += part.weights.length;
    } else if (part.op === 'distances') {
      size.coefficients += part.points.length;
    } else if (part.op === 'squares') {
      size.coefficients += part.centre.length;
    }
  }
  return size;
}

/** @returns how large a model is, for its manifest: `200 trees with 4000 nodes`, `500 coefficients` */
export function sizeOf(expression: Expression): string {
  const { trees, nodes, coefficients } = measure(expression);
  if (trees > 0) return `${trees} ${trees === 1 ? 'tree' : 'trees'} with ${nodes} nodes`;
  return `${coefficients} coefficients`;
}

/** Tells the same as a part of a sentence. */
export function tellSize(expression: Expression): Sentence {
  const { trees, nodes, coefficients } = measure(expression);
  return trees > 0
    ? sentence('modelPack.sizeTrees', { trees, nodes })
    : sentence('modelPack.sizeCoefficients', { count: coefficients });
}

/** @returns number of its operations, of which the graph has a few nodes each: sums over trees are one each */
export function operationsIn(expression: Expression): number {
  let count = 0;
  for (const part of partsWithin(expression)) {
    count += part.op === 'couple' ? NODES_OF_COUPLING * part.classes : 1;
  }
  return count;
}

/** Nodes of `couple-pairs.ts` for each class. */
const NODES_OF_COUPLING = 200;

/** Yields it and all within it, once each. */
function* partsWithin(expression: Expression): Generator<Expression, void, void> {
  const seen = new Set<Expression>();
  const open = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    yield next;
    for (const part of partsOf(next)) open.push(part);
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'spectra':
    case 'constant':
      return [];
    case 'trees':
      return expression.of === null ? [] : [expression.of];
    case 'join':
    case 'add':
      return expression.of;
    default:
      return [expression.of];
  }
}
