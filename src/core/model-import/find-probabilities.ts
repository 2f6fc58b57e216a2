import type { DecodedModel, DecodedNode } from '../onnx/decoded';
import { err, ok, type Result } from '../result';
import { badOnnx, type ImportProblem } from './problems';
import { type Sentence, sentence } from '../../words/told/sentence';

export interface FoundProbabilities {
  /** Name of the tensor [rows, classes]. */
  readonly tensor: string;
  /** The model's own names of its classes, where it has them. */
  readonly labels: readonly string[] | null;
}

/**
 * Finds the tensor that holds the probabilities. In a classifier that skl2onnx wrote, the second output is
 * either that tensor, or a list of dictionaries with class names that a ZipMap makes from it for Python.
 */
export function findProbabilities(model: DecodedModel): Result<FoundProbabilities, ImportProblem> {
  const zipMaps = model.nodes.filter((node) => node.operator === 'ZipMap');
  if (zipMaps.length > 1)
    return err(notOne(sentence('modelFile.onnxZipMaps', { count: zipMaps.length })));
  const [zipMap] = zipMaps;
  if (zipMap !== undefined) {
    const [tensor] = zipMap.inputs;
    return tensor === undefined
      ? err(notOne(sentence('modelFile.onnxZipMapOfNothing')))
      : ok({ tensor, labels: labelsOf(zipMap) });
  }
  const tables = model.outputs.filter(
    ({ type, dims }) => (type === 'float32' || type === 'float64') && dims?.length === 2,
  );
  const [table] = tables;
  if (table === undefined || tables.length > 1) {
    return err(
      notOne(sentence('modelFile.onnxOutputs', { count: tables.length, shape: '[rows, classes]' })),
    );
  }
  return ok({ tensor: table.name, labels: labelsOfMaker(table.name, model.nodes) });
}

/** Steps that change the probabilities but not the meaning of their columns. */
const KEEPS_COLUMNS = new Set(['Normalizer', 'LpNormalization', 'Identity', 'Cast', 'Softmax']);

const MOST_STEPS = 8;

function labelsOfMaker(tensor: string, nodes: readonly DecodedNode[]): readonly string[] | null {
  let name = tensor;
  for (let step = 0; step < MOST_STEPS; step++) {
    const maker = nodes.find((node) => node.outputs.includes(name));
    if (maker === undefined) return null;
    if (!KEEPS_COLUMNS.has(maker.operator)) return labelsOf(maker);
    name = maker.inputs[0] ?? '';
  }
  return null;
}

function labelsOf({ attributes }: DecodedNode): readonly string[] | null {
  const texts = attributes['classlabels_strings'];
  const numbers = attributes['classlabels_int64s'] ?? attributes['classlabels_ints'];
  if (texts?.type === 'strings' && texts.value.length > 0) return texts.value;
  if (numbers?.type === 'ints' && numbers.value.length > 0) return numbers.value.map(String);
  return null;
}

function notOne(message: Sentence): ImportProblem {
  return badOnnx('import-onnx-shape', message);
}
