import { importModel } from '../../../src/core/model-import/import-model';
import { decodeOnnx } from '../../../src/core/onnx/decode';
import { encodeOnnx } from '../../../src/core/onnx/encode';
import { GraphBuilder } from '../../../src/core/onnx/graph';
import { texts } from '../../builders/numpy';
import { PROTOCOLS, writePickle } from '../../builders/pickle';
import {
  constantPredictor,
  forest,
  logisticRegression,
  oneVsRest,
  pipeline,
  scaler,
  type SklearnStyle,
} from '../../builders/sklearn';
import { tinyPackFiles } from '../../builders/tiny-pack';
import { checkProblem, checkResult, checkText, invariant } from '../check';
import { pickleMutators } from '../mutate/pickle';
import { protobufMutators } from '../mutate/protobuf';
import { textMutators } from '../mutate/text';
import { joinParts, oneOf, partMutators, splitParts } from '../parts';
import { type Bytes, bytesOf, type Target } from '../target';
import { inEnglish } from '../../../src/words/in-words';

const TREE = {
  features: 3,
  classes: 2,
  nodes: [
    { feature: 2, threshold: 0.5, left: 1, right: 2 },
    { counts: [3, 1] },
    { feature: 0, threshold: -1, left: 3, right: 4 },
    { counts: [0, 2] },
    { counts: [1, 0] },
  ],
};

/** A model of each kind, in all protocols, as NumPy and scikit-learn wrote them over the years. */
function pickles(): Bytes[] {
  return PROTOCOLS.flatMap((protocol) => {
    const isNew = protocol > 3;
    const style: SklearnStyle = { protocol, numpy2: isNew, version: '1.3.0', isFrom1_3: isNew };
    const binary = forest([TREE, TREE], style, texts(['0', '1'], style));
    const line = { coefficients: [[0.5, -1, 2]], intercept: [0.1], options: {} };
    return [
      forest([TREE], style, texts(['a', 'b'], style)),
      oneVsRest(
        [binary, constantPredictor(0, style), binary],
        style,
        texts(['a', 'b', 'c'], style),
        'multiclass',
      ),
      pipeline(
        [scaler([1, 2, 3], [1, 1, 2], style), logisticRegression(line, style, ['a', 'b'])],
        '1.3.0',
      ),
    ].map((model) => writePickle(model, protocol));
  });
}

const FEATURES = bytesOf('2000\n2001\n3000\n');
const CLASSES = bytesOf('a\tKlebsiella pneumoniae\nb\tKlebsiella oxytoca\n');
const WORDS = ['2000', '1950', '20998', 'a', 'b', '\t', 'Klebsiella'];

/** Three files: the model, its features list, the names of its classes (or an empty file for none). */
function checkImport(input: Bytes): string[] {
  const [model, features, classes] = splitParts(input, 3);
  const imported = importModel(
    { model: model!, features: features!, classes: classes!.length === 0 ? null : classes! },
    { fileName: 'model.bin' },
  );
  if (!imported.ok) return [checkProblem(imported.error)];
  const { draft, notes } = imported.value;
  for (const note of notes.map(inEnglish))
    invariant(/^\S.*\.$/s.test(note), `a note that is no sentence: ${note}`);
  for (const { id, name } of draft.manifest.taxa) {
    invariant(/^[a-z0-9][a-z0-9-]*$/.test(id), `a class with the id ${id}`);
    checkText(name, 200, 'the name of a class');
  }
  // What was written must be read again: the runtime reads no other.
  return ['ok', `written: ${checkResult(decodeOnnx(draft.graph))}`];
}

const listMutators = [1, 2].map((part) => oneOf(partMutators(3, part, textMutators(WORDS))));

export const pickle: Target = {
  name: 'pickle',
  seeds: () => pickles().map((model) => joinParts([model, FEATURES, new Uint8Array(0)])),
  mutators: [...partMutators(3, 0, [...pickleMutators, ...pickleMutators]), ...listMutators],
  run: checkImport,
};

/** A classifier as converters write it: trees, with the list of dictionaries that Python wants. */
function treesWithZipMap(): Bytes {
  const graph = new GraphBuilder();
  graph.nodeOf({
    operator: 'TreeEnsembleClassifier',
    domain: 'ai.onnx.ml',
    inputs: ['X'],
    outputs: ['label', 'probabilities'],
    attributes: {
      nodes_treeids: { type: 'ints', value: [0, 0, 0] },
      nodes_nodeids: { type: 'ints', value: [0, 1, 2] },
      nodes_featureids: { type: 'ints', value: [1, 0, 0] },
      nodes_modes: { type: 'strings', value: ['BRANCH_LEQ', 'LEAF', 'LEAF'] },
      nodes_values: { type: 'floats', value: [0.5, 0, 0] },
      nodes_truenodeids: { type: 'ints', value: [1, 0, 0] },
      nodes_falsenodeids: { type: 'ints', value: [2, 0, 0] },
      class_treeids: { type: 'ints', value: [0, 0] },
      class_nodeids: { type: 'ints', value: [1, 2] },
      class_ids: { type: 'ints', value: [0, 1] },
      class_weights: { type: 'floats', value: [1, 1] },
      classlabels_strings: { type: 'strings', value: ['a', 'b'] },
      post_transform: { type: 'string', value: 'NONE' },
    },
  });
  graph.nodeOf({
    operator: 'ZipMap',
    domain: 'ai.onnx.ml',
    inputs: ['probabilities'],
    outputs: ['output_probability'],
    attributes: { classlabels_strings: { type: 'strings', value: ['a', 'b'] } },
  });
  return encodeOnnx(
    graph.finish({
      name: 'trees',
      description: 'skl2onnx',
      opset: 17,
      mlOpset: 1,
      inputs: [{ name: 'X', type: 'float32', dims: ['N', 3] }],
      outputs: [{ name: 'probabilities', type: 'float32', dims: ['N', 2] }],
    }),
  );
}

export const onnx: Target = {
  name: 'onnx',
  async seeds() {
    const two = bytesOf('2000\n2001\n');
    return [
      joinParts([(await tinyPackFiles()).graph, two, bytesOf('a\nb\n')]),
      joinParts([treesWithZipMap(), FEATURES, new Uint8Array(0)]),
      joinParts([treesWithZipMap(), FEATURES, CLASSES]),
    ];
  },
  mutators: [...partMutators(3, 0, [...protobufMutators, ...protobufMutators]), ...listMutators],
  run(input) {
    const [model] = splitParts(input, 3);
    // Both readers in any case, whichever the first byte would choose.
    return [`decoded: ${checkResult(decodeOnnx(model!))}`, ...checkImport(input)];
  },
};
