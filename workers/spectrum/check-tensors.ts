import type { InferenceSession } from 'onnxruntime-web/wasm';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { type Sentence, sentence } from '../../src/words/told/sentence';

type Metadata = InferenceSession.ValueMetadata;

/**
 * Checks that a graph's tensors are those of its manifest: one input and every output, each of float32, and
 * of the right width wherever the graph declares one.
 *
 * @param widths numbers in one row of an output, by its name in the graph
 * @returns the fault; null when there is none
 */
export function checkTensors(
  { graph, features, bins }: ModelManifest,
  session: Pick<InferenceSession, 'inputMetadata' | 'outputMetadata'>,
  widths: ReadonlyMap<string, number>,
): Sentence | null {
  const { inputMetadata: inputs, outputMetadata: outputs } = session;
  const [input] = inputs;
  if (input === undefined || inputs.length !== 1 || input.name !== graph.input) {
    const names = inputs.map(({ name }) => name).join(', ');
    return sentence('thread.graphInput', { inputs: names, input: graph.input });
  }
  const fault = faultOf('takes', input, features?.length ?? bins.count);
  if (fault !== null) return fault;
  const missing = [...widths.keys()].filter((name) => outputs.every((one) => one.name !== name));
  if (missing.length > 0) return sentence('thread.noOutput', { names: missing.join(', ') });
  for (const [name, width] of widths) {
    const output = outputs.find((one) => one.name === name);
    const wrong = output && faultOf('gives', output, width);
    if (wrong) return wrong;
  }
  return null;
}

function faultOf(does: 'takes' | 'gives', tensor: Metadata, width: number): Sentence | null {
  const { name } = tensor;
  if (!tensor.isTensor) return sentence(FAULTS[does].noTensor, { name });
  if (tensor.type !== 'float32') return sentence(FAULTS[does].type, { name, type: tensor.type });
  const [, ...dims] = tensor.shape;
  if (tensor.shape.length === 0 || dims.some(isOpen)) return null;
  const numbers = dims.reduce<number>((product, dim) => product * Number(dim), 1);
  return numbers === width ? null : sentence(FAULTS[does].width, { name, numbers, width });
}

const FAULTS = {
  takes: {
    noTensor: 'thread.takesNoTensor',
    type: 'thread.takesType',
    width: 'thread.takesWidth',
  },
  gives: {
    noTensor: 'thread.givesNoTensor',
    type: 'thread.givesType',
    width: 'thread.givesWidth',
  },
} as const;

/** Returns whether a dimension is open, like the number of rows: a name, or no positive size. */
function isOpen(dim: number | string): boolean {
  return typeof dim === 'string' || dim <= 0;
}
