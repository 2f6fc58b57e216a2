import type { InferenceSession } from 'onnxruntime-web/wasm';
import type { ModelManifest } from '../../src/core/model-pack/types';

type Metadata = InferenceSession.ValueMetadata;

/**
 * Checks that a graph's tensors are those of its manifest: one input and every output, each of float32, and
 * of the right width wherever the graph declares one.
 *
 * @param widths numbers in one row of an output, by its name in the graph
 * @returns the fault, as the end of a sentence about the graph; null when there is none
 */
export function checkTensors(
  { graph, features, bins }: ModelManifest,
  session: Pick<InferenceSession, 'inputMetadata' | 'outputMetadata'>,
  widths: ReadonlyMap<string, number>,
): string | null {
  const { inputMetadata: inputs, outputMetadata: outputs } = session;
  const [input] = inputs;
  if (input === undefined || inputs.length !== 1 || input.name !== graph.input) {
    return `takes ${inputs.map(({ name }) => name).join(', ')}, but its manifest says ${graph.input}`;
  }
  const fault = faultOf(input, features?.length ?? bins.count);
  if (fault !== null) return `takes ${fault}`;
  const missing = [...widths.keys()].filter((name) => outputs.every((one) => one.name !== name));
  if (missing.length > 0) return `has no output ${missing.join(', ')}, which its manifest names`;
  for (const [name, width] of widths) {
    const output = outputs.find((one) => one.name === name);
    const wrong = output && faultOf(output, width);
    if (wrong) return `gives ${wrong}`;
  }
  return null;
}

function faultOf(tensor: Metadata, width: number): string | null {
  const { name } = tensor;
  if (!tensor.isTensor) return `${name}, which is no tensor`;
  if (tensor.type !== 'float32') return `${name} of ${tensor.type}, not of float32`;
  const [, ...dims] = tensor.shape;
  if (tensor.shape.length === 0 || dims.some(isOpen)) return null;
  const numbers = dims.reduce<number>((product, dim) => product * Number(dim), 1);
  return numbers === width
    ? null
    : `${name} with ${numbers} numbers a row, but its manifest makes it ${width}`;
}

/** Returns whether a dimension is open, like the number of rows: a name, or no positive size. */
function isOpen(dim: number | string): boolean {
  return typeof dim === 'string' || dim <= 0;
}
