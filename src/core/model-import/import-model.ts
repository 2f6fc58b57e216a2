import type { Problem } from '../problem';
import type { Result } from '../result';
import { draftPack, type ImportedModel } from './draft-pack';
import { importOnnx } from './import-onnx';
import { importSklearn } from './import-sklearn';
import type { ImportFiles, ImportOptions } from './imported-graph';

/** An ONNX file begins with field 1, the version of its format; no pickle begins with this byte. */
const ONNX_FIRST_BYTE = 0x08;

/**
 * Makes the draft of a model pack from a laboratory's own model: a scikit-learn pickle, or an ONNX file, with
 * its features list. The caller adds the graph's checksum and its answer to the self-test, which need a hash
 * function and an ONNX runtime. No code in a file is executed, and the work is bounded.
 */
export function importModel(
  files: ImportFiles,
  options: ImportOptions = {},
): Result<ImportedModel, Problem> {
  const graph =
    files.model[0] === ONNX_FIRST_BYTE ? importOnnx(files, options) : importSklearn(files, options);
  return graph.ok ? draftPack(graph.value, options) : graph;
}
