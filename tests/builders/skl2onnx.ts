import { PbfWriter } from 'pbf';
import type { TestTree } from './sklearn';

/**
 * ONNX files in the form in which skl2onnx writes classifiers. It differs from ours: lists are not packed,
 * nodes have names, a variable dimension is empty, and the graph also returns the label. By default a ZipMap
 * turns the probabilities into dictionaries, an output that is not a tensor. See the examples in
 * https://onnx.ai/sklearn-onnx/auto_tutorial/
 * plot_dbegin_options_zipmap.html and plot_dbegin_options.html.
 */
export interface RawModel {
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly inputs: readonly RawValue[];
  readonly outputs: readonly RawValue[];
  readonly initializers?: readonly RawTensor[];
  readonly nodes: readonly RawNode[];
}

export interface RawNode {
  readonly operator: string;
  readonly domain?: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, RawAttribute>>;
}

export type RawAttribute =
  | { readonly i: number }
  | { readonly f: number }
  | { readonly s: string }
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly strings: readonly string[] }
  | { readonly graph: true };

/** Element numbers of onnx.proto: 1 float, 7 int64, 8 string, 11 double. */
export interface RawValue {
  readonly name: string;
  /** `maps` is a sequence of maps from strings or int64s to floats. */
  readonly type: 1 | 7 | 8 | 11 | 'maps';
  readonly dims?: readonly (number | null)[];
}

export interface RawTensor {
  readonly name: string;
  readonly type: 1 | 7;
  readonly dims: readonly number[];
  readonly data: readonly number[];
  /** Whether the data are written as bytes rather than in the field of their type. */
  readonly isRaw?: boolean;
  readonly isExternal?: boolean;
}

export function writeRawModel(model: RawModel): Uint8Array {
  const pbf = new PbfWriter();
  pbf.writeVarintField(1, 8);
  pbf.writeStringField(2, 'skl2onnx');
  pbf.writeStringField(3, '1.16.0');
  pbf.writeStringField(4, 'ai.onnx');
  pbf.writeVarintField(5, 0);
  pbf.writeStringField(6, '');
  pbf.writeMessage(7, writeGraph, model);
  for (const opset of model.opsets) {
    pbf.writeMessage(
      8,
      ({ domain, version }, out) => {
        out.writeStringField(1, domain);
        out.writeVarintField(2, version);
      },
      opset,
    );
  }
  return pbf.finish();
}

function writeGraph(model: RawModel, pbf: PbfWriter): void {
  model.nodes.forEach((node, i) => pbf.writeMessage(1, writeNode, { node, i }));
  pbf.writeStringField(2, 'ONNX(classifier)');
  for (const tensor of model.initializers ?? []) pbf.writeMessage(5, writeTensor, tensor);
  for (const value of model.inputs) pbf.writeMessage(11, writeValue, value);
  for (const value of model.outputs) pbf.writeMessage(12, writeValue, value);
}

function writeNode({ node, i }: { node: RawNode; i: number }, pbf: PbfWriter): void {
  for (const input of node.inputs) pbf.writeStringField(1, input);
  for (const output of node.outputs) pbf.writeStringField(2, output);
  pbf.writeStringField(3, `N${i}`);
  pbf.writeStringField(4, node.operator);
  for (const attribute of Object.entries(node.attributes ?? {})) {
    pbf.writeMessage(5, writeAttribute, attribute);
  }
  pbf.writeStringField(7, node.domain ?? '');
}

function writeAttribute([name, value]: [string, RawAttribute], pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  if ('f' in value) pbf.writeFloatField(2, value.f);
  if ('i' in value) pbf.writeVarintField(3, value.i);
  if ('s' in value) pbf.writeStringField(4, value.s);
  if ('graph' in value) pbf.writeMessage(6, () => undefined, null);
  if ('floats' in value) for (const float of value.floats) pbf.writeFloatField(7, float);
  if ('ints' in value) for (const int of value.ints) pbf.writeVarintField(8, int);
  if ('strings' in value) for (const text of value.strings) pbf.writeStringField(9, text);
  const kinds = { f: 1, i: 2, s: 3, graph: 5, floats: 6, ints: 7, strings: 8 } as const;
  for (const [kind, type] of Object.entries(kinds)) {
    if (kind in value) pbf.writeVarintField(20, type);
  }
}

function writeTensor(tensor: RawTensor, pbf: PbfWriter): void {
  for (const dim of tensor.dims) pbf.writeVarintField(1, dim);
  pbf.writeVarintField(2, tensor.type);
  if (tensor.isRaw === true) {
    const size = tensor.type === 1 ? 4 : 8;
    const view = new DataView(new ArrayBuffer(tensor.data.length * size));
    tensor.data.forEach((value, i) => {
      if (tensor.type === 1) view.setFloat32(i * size, value, true);
      else view.setBigInt64(i * size, BigInt(value), true);
    });
    pbf.writeBytesField(9, new Uint8Array(view.buffer));
  } else if (tensor.type === 1) pbf.writePackedFloat(4, [...tensor.data]);
  else pbf.writePackedVarint(7, [...tensor.data]);
  pbf.writeStringField(8, tensor.name);
  if (tensor.isExternal === true) pbf.writeVarintField(14, 1);
}

function writeValue({ name, type, dims }: RawValue, pbf: PbfWriter): void {
  pbf.writeStringField(1, name);
  pbf.writeMessage(
    2,
    (_, out) => {
      // Fields of TypeProto: 1 is a tensor, 4 a sequence.
      if (type === 'maps') out.writeMessage(4, () => undefined, null);
      else {
        out.writeMessage(
          1,
          (element, tensor) => {
            tensor.writeVarintField(1, element);
            if (dims !== undefined) tensor.writeMessage(2, writeShape, dims);
          },
          type,
        );
      }
    },
    null,
  );
}

function writeShape(dims: readonly (number | null)[], pbf: PbfWriter): void {
  for (const dim of dims) {
    pbf.writeMessage(
      1,
      (size, out) => {
        if (size !== null) out.writeVarintField(1, size);
      },
      dim,
    );
  }
}

/** Returns the attributes of a forest's TreeEnsembleClassifier. Each leaf's classes get a vote of 1 / trees. */
function forestAttributes(
  trees: readonly TestTree[],
  labels: readonly string[] | readonly number[],
): Record<string, RawAttribute> {
  const nodes = trees.flatMap((tree, id) => tree.nodes.map((node, at) => ({ node, id, at })));
  const votes = nodes.flatMap(({ node, id, at }) => {
    if (!('counts' in node)) return [];
    const sum = node.counts.reduce((total, count) => total + count, 0) || 1;
    return node.counts.map((count, c) => ({ id, at, c, weight: count / sum / trees.length }));
  });
  const ints = (pick: (one: (typeof nodes)[number]) => number): RawAttribute => ({
    ints: nodes.map(pick),
  });
  const areTexts = (list: typeof labels): list is readonly string[] => typeof list[0] === 'string';
  return {
    class_ids: { ints: votes.map(({ c }) => c) },
    class_nodeids: { ints: votes.map(({ at }) => at) },
    class_treeids: { ints: votes.map(({ id }) => id) },
    class_weights: { floats: votes.map(({ weight }) => weight) },
    ...(areTexts(labels)
      ? { classlabels_strings: { strings: labels } }
      : { classlabels_int64s: { ints: labels } }),
    nodes_falsenodeids: ints(({ node }) => ('counts' in node ? 0 : node.right)),
    nodes_featureids: ints(({ node }) => ('counts' in node ? 0 : node.feature)),
    nodes_hitrates: { floats: nodes.map(() => 1) },
    nodes_missing_value_tracks_true: ints(() => 0),
    nodes_modes: { strings: nodes.map(({ node }) => ('counts' in node ? 'LEAF' : 'BRANCH_LEQ')) },
    nodes_nodeids: ints(({ at }) => at),
    nodes_treeids: ints(({ id }) => id),
    nodes_truenodeids: ints(({ node }) => ('counts' in node ? 0 : node.left)),
    nodes_values: {
      floats: nodes.map(({ node }) => ('counts' in node ? 0 : Math.fround(node.threshold))),
    },
    post_transform: { s: 'NONE' },
  };
}

/** Builds a forest as `convert_sklearn` does, with a ZipMap or with the option `zipmap: False`. */
export function rawForest(
  trees: readonly TestTree[],
  labels: readonly string[] | readonly number[],
  { zipMap, features }: { readonly zipMap: boolean; readonly features: number | null },
): RawModel {
  const isText = typeof labels[0] === 'string';
  const ensemble: RawNode = {
    operator: 'TreeEnsembleClassifier',
    domain: 'ai.onnx.ml',
    inputs: ['float_input'],
    outputs: ['label', 'probabilities'],
    attributes: forestAttributes(trees, labels),
  };
  const attributes = Object.fromEntries(
    Object.entries(ensemble.attributes ?? {}).filter(([name]) => name.startsWith('classlabels')),
  );
  const label = { name: zipMap ? 'output_label' : 'label', type: isText ? 8 : 7 } as const;
  return {
    opsets: [
      { domain: 'ai.onnx.ml', version: 1 },
      { domain: '', version: 17 },
    ],
    inputs: [{ name: 'float_input', type: 1, dims: [null, features] }],
    outputs: [
      { ...label, dims: [null] },
      zipMap
        ? { name: 'output_probability', type: 'maps' }
        : { name: 'probabilities', type: 1, dims: [null, labels.length] },
    ],
    nodes: zipMap
      ? [
          ensemble,
          isText
            ? { operator: 'Identity', inputs: ['label'], outputs: ['output_label'] }
            : {
                operator: 'Cast',
                inputs: ['label'],
                outputs: ['output_label'],
                attributes: { to: { i: 7 } },
              },
          {
            operator: 'ZipMap',
            domain: 'ai.onnx.ml',
            inputs: ['probabilities'],
            outputs: ['output_probability'],
            attributes,
          },
        ]
      : [ensemble],
  };
}

/** Builds a logistic regression: a LinearClassifier, and a Normalizer that makes its scores sum to 1. */
export function rawRegression(
  coefficients: readonly (readonly number[])[],
  intercept: readonly number[],
  labels: readonly string[],
): RawModel {
  return {
    opsets: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 1 },
    ],
    inputs: [{ name: 'X', type: 1, dims: [null, coefficients[0]?.length ?? 0] }],
    outputs: [
      { name: 'label', type: 8, dims: [null] },
      { name: 'probabilities', type: 1, dims: [null, labels.length] },
    ],
    nodes: [
      {
        operator: 'LinearClassifier',
        domain: 'ai.onnx.ml',
        inputs: ['X'],
        outputs: ['label', 'probability_tensor'],
        attributes: {
          classlabels_strings: { strings: labels },
          coefficients: { floats: coefficients.flat() },
          intercepts: { floats: intercept },
          multi_class: { i: 1 },
          post_transform: { s: 'SOFTMAX' },
        },
      },
      {
        operator: 'Normalizer',
        domain: 'ai.onnx.ml',
        inputs: ['probability_tensor'],
        outputs: ['probabilities'],
        attributes: { norm: { s: 'L1' } },
      },
    ],
  };
}

/** Builds a one-vs-rest model: the second columns of the estimators, side by side, divided by their sum. */
export function rawOneVsRest(parts: readonly (readonly TestTree[])[], features: number): RawModel {
  const names = parts.map((_, i) => `probY_${i}`);
  return {
    opsets: [
      { domain: '', version: 17 },
      { domain: 'ai.onnx.ml', version: 1 },
    ],
    inputs: [{ name: 'X', type: 1, dims: [null, features] }],
    outputs: [
      { name: 'label', type: 7, dims: [null] },
      { name: 'probabilities', type: 1, dims: [null, parts.length] },
    ],
    initializers: [
      { name: 'starts', type: 7, dims: [1], data: [1] },
      { name: 'ends', type: 7, dims: [1], data: [2], isRaw: true },
      { name: 'axes', type: 7, dims: [1], data: [1] },
      { name: 'unused', type: 1, dims: [2], data: [1, 2], isRaw: true },
    ],
    nodes: [
      ...parts.flatMap((trees, i): RawNode[] => [
        {
          operator: 'TreeEnsembleClassifier',
          domain: 'ai.onnx.ml',
          inputs: ['X'],
          outputs: [`label_${i}`, `proba_${i}`],
          attributes: forestAttributes(trees, [0, 1]),
        },
        {
          operator: 'Slice',
          inputs: [`proba_${i}`, 'starts', 'ends', 'axes'],
          outputs: [names[i] ?? ''],
        },
      ]),
      {
        operator: 'Concat',
        inputs: names,
        outputs: ['concatenated'],
        attributes: { axis: { i: 1 } },
      },
      {
        operator: 'LpNormalization',
        inputs: ['concatenated'],
        outputs: ['probabilities'],
        attributes: { axis: { i: 1 }, p: { i: 1 } },
      },
      {
        operator: 'ArgMax',
        inputs: ['concatenated'],
        outputs: ['label'],
        attributes: { axis: { i: 1 }, keepdims: { i: 0 } },
      },
    ],
  };
}
