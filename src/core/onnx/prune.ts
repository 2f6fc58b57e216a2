import type { DecodedNode } from './decoded';
import type { TensorData } from './graph';

/**
 * Finds the nodes that a tensor depends on, in their order, and the constants that these use.
 *
 * @param nodes sorted so that each comes after those that it depends on, as ONNX requires
 */
export function nodesFor(
  wanted: string,
  nodes: readonly DecodedNode[],
  initializers: ReadonlyMap<string, TensorData>,
): { readonly nodes: readonly DecodedNode[]; readonly initializers: Map<string, TensorData> } {
  const needed = new Set([wanted]);
  const kept: DecodedNode[] = [];
  for (const node of [...nodes].reverse()) {
    if (!node.outputs.some((output) => needed.has(output))) continue;
    // An input without a name is an optional one that is absent.
    for (const input of node.inputs) if (input !== '') needed.add(input);
    kept.push(node);
  }
  return {
    nodes: kept.reverse(),
    initializers: new Map([...initializers].filter(([name]) => needed.has(name))),
  };
}
