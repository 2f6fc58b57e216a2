import { decodeOnnx, type OnnxProblem } from '../onnx/decode';
import type { DecodedModel } from '../onnx/decoded';
import { encodeOnnx } from '../onnx/encode';
import type { GraphNode } from '../onnx/graph';
import { nodesFor } from '../onnx/prune';
import { printable } from '../text';
import { err, ok, type Result } from '../result';
import { ALLOWED_OPERATORS } from './allowed-operators';
import { findProbabilities } from './find-probabilities';
import type { ImportedGraph, ImportFiles, ImportOptions } from './imported-graph';
import { nameClasses } from './name-classes';
import { badOnnx, type ImportProblem } from './problems';
import { refuseNodes, refuseOpsets, refuseTrees } from './refuse-nodes';
import { resolveFeatures } from './resolve-features';
import { sentence } from '../../words/told/sentence';

/** Names of the tensors that are added; a converter would have to choose them on purpose. */
const WIDE_INPUT = 'ktyper_wide_input';
const OUTPUT = 'ktyper_probabilities';

const ELEMENT = { float32: 1, float64: 11 } as const;

/**
 * Rewrites an ONNX file of a classifier, as skl2onnx writes it, as a graph whose only output is a tensor of
 * probabilities. The graph is checked, and the ZipMap and the label are removed.
 */
export function importOnnx(
  { model: bytes, features, classes }: ImportFiles,
  options: ImportOptions,
): Result<ImportedGraph, OnnxProblem | ImportProblem> {
  const decoded = decodeOnnx(bytes);
  if (!decoded.ok) return decoded;
  const model = decoded.value;
  const fault = refuseOpsets(model) ?? refuseNodes(model, ALLOWED_OPERATORS);
  if (fault !== null) return err(fault);
  const found = findProbabilities(model);
  if (!found.ok) return found;
  const input = findInput(model);
  if (!input.ok) return input;
  const resolved = resolveFeatures(features, input.value.columns, options.binWidth ?? null);
  if (!resolved.ok) return resolved;
  const { tensor, labels } = found.value;
  const output = model.outputs.find(({ name }) => name === tensor);
  const names = nameClasses(labels, classes, output?.dims?.[1] ?? null);
  if (!names.ok) return names;

  const kept = nodesFor(tensor, model.nodes, model.initializers);
  const trees = refuseTrees(kept.nodes, resolved.value.columns);
  if (trees !== null) return err(trees);
  if (!kept.nodes.some((node) => node.inputs.includes(input.value.name))) {
    return err(badOnnx('import-onnx-shape', sentence('modelFile.onnxNoInput')));
  }
  const producer = printable(model.producer);
  const origin = `ONNX model${producer === '' ? '' : ` by ${producer}`}`;
  const graph = encodeOnnx({
    name: 'classifier',
    description: origin,
    opset: model.opsets.get('') ?? DEFAULT_OPSET,
    mlOpset: model.opsets.get('ai.onnx.ml') ?? null,
    inputs: [{ name: input.value.name, type: 'float32', dims: ['rows', resolved.value.columns] }],
    outputs: [{ name: OUTPUT, type: 'float32', dims: ['rows', names.value.length] }],
    initializers: kept.initializers,
    nodes: narrow(kept.nodes as readonly GraphNode[], tensor, input.value),
  });
  return ok({
    bytes: graph,
    input: input.value.name,
    probabilities: OUTPUT,
    features: resolved.value,
    labels,
    names: names.value,
    origin,
    introduce: (bins) =>
      producer === ''
        ? sentence('modelPack.isOnnx', { bins })
        : sentence('modelPack.isOnnxBy', { producer, bins }),
    sumsToOne: null,
    notes: [],
  });
}

/**
 * Version of ONNX's own domain for a file with operators of ai.onnx.ml only, which may omit it; the added
 * Cast needs it.
 */
const DEFAULT_OPSET = 18;

interface GraphInput {
  readonly name: string;
  readonly type: keyof typeof ELEMENT;
  readonly columns: number | null;
}

/** Longest name that a manifest accepts. */
const LONGEST_NAME = 200;

/** Finds the input. Old files list their constants among the inputs, too. */
function findInput(model: DecodedModel): Result<GraphInput, ImportProblem> {
  const inputs = model.inputs.filter(({ name }) => !model.initializers.has(name));
  const [input] = inputs;
  const isTable =
    input !== undefined &&
    inputs.length === 1 &&
    input.name !== '' &&
    input.name.length <= LONGEST_NAME &&
    (input.dims === null || input.dims.length === 2) &&
    (input.type === 'float32' || input.type === 'float64');
  if (!isTable) {
    return err(
      badOnnx(
        'import-onnx-shape',
        inputs.length === 1
          ? sentence('modelFile.onnxInputOther', { shape: '[rows, features]' })
          : sentence('modelFile.onnxInputs', { shape: '[rows, features]', count: inputs.length }),
      ),
    );
  }
  const { name, type } = input;
  return ok({ name, type: type as GraphInput['type'], columns: input.dims?.[1] ?? null });
}

/**
 * Adds casts at the graph's edges, so that all packs have float32 inputs and outputs whatever the graph
 * computes in.
 */
function narrow(nodes: readonly GraphNode[], tensor: string, input: GraphInput): GraphNode[] {
  if (input.type === 'float32') return [...nodes, cast(tensor, OUTPUT, ELEMENT.float32)];
  const renamed = nodes.map((node) => ({
    ...node,
    inputs: node.inputs.map((name) => (name === input.name ? WIDE_INPUT : name)),
  }));
  return [
    cast(input.name, WIDE_INPUT, ELEMENT.float64),
    ...renamed,
    cast(tensor, OUTPUT, ELEMENT.float32),
  ];
}

function cast(from: string, to: string, element: number): GraphNode {
  return {
    operator: 'Cast',
    domain: '',
    inputs: [from],
    outputs: [to],
    attributes: { to: { type: 'int', value: element } },
  };
}
