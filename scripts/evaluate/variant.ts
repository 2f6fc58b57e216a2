import { env } from 'onnxruntime-web/wasm';
import { readDefinition, readMarkers } from '../../models/ribosomal-klebsiella/read-facts';
import { callSpecies } from '../../src/core/classify/call-species';
import type { MassAxis } from '../../src/core/job/outcome';
import {
  buildMarkerPack,
  type MarkerModelDefinition,
} from '../../src/core/marker-model/build-pack';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import { finishPack } from '../../workers/importer/finish-pack';
import { ModelGraph } from '../../workers/spectrum/model-graph';
import { readModelPack } from '../headless/model-pack';
import { type Called, called } from './called';
import { inEnglish } from '../../src/words/in-words';

/** The input of a variant for one spectrum. */
export interface VariantInput {
  /** [bins] of the recipe `spectracl-1`. */
  readonly vector: Float64Array;
  readonly axis: MassAxis;
}

/** Rows in one run of the graph: enough to use the processor fully, few enough to fit in memory. */
const BATCH = 16;

/** A model made by the product's own builder, with numbers or facts other than those of the shipped one. */
export class Variant {
  private constructor(private readonly graph: ModelGraph) {}

  static async open(
    parameters: MarkerParameters,
    definition: MarkerModelDefinition = readDefinition(),
    rows: readonly MarkerRow[] = readMarkers(),
  ): Promise<Variant> {
    env.wasm.numThreads = 1;
    const pack = await finishPack(buildMarkerPack(definition, rows, parameters));
    const manifest = parseManifest(pack.manifest);
    if (!manifest.ok) throw new Error(inEnglish(manifest.error.message));
    return Variant.#of(manifest.value, new Uint8Array(pack.graph));
  }

  /** Opens a marker model as it was published. @param folder of its pack */
  static async ofPack(folder: string): Promise<Variant> {
    const pack = await readModelPack(folder);
    if (!pack.ok) throw new Error(inEnglish(pack.error.message));
    return Variant.#of(pack.value.manifest, new Uint8Array(pack.value.files.graph));
  }

  static async #of(manifest: ModelManifest, bytes: Uint8Array<ArrayBuffer>): Promise<Variant> {
    const graph = await ModelGraph.open(manifest, bytes);
    if (!graph.ok) throw new Error(inEnglish(graph.error.message));
    return new Variant(graph.value);
  }

  /** Replaces the answers of the spectra by those of this model. */
  async judge<T extends VariantInput>(spectra: readonly T[]): Promise<(T & Called)[]> {
    const { manifest, inputWidth } = this.graph;
    const judged: (T & Called)[] = [];
    for (let start = 0; start < spectra.length; start += BATCH) {
      const batch = spectra.slice(start, start + BATCH);
      const input = new Float32Array(batch.length * inputWidth);
      batch.forEach(({ vector }, row) => input.set(vector, row * inputWidth));
      const answers = await this.graph.answer(input, batch.length);
      for (const [i, answer] of answers.entries()) {
        if (!answer.ok) throw new Error(inEnglish(answer.error.message));
        const { evidence, probabilities } = answer.value;
        if (evidence === null) throw new Error('A marker model gives evidence');
        const one = batch[i]!;
        const call = callSpecies({ ...answer.value, axes: [one.axis] }, manifest);
        judged.push({ ...one, ...called(call, probabilities, evidence.scores, manifest) });
      }
    }
    return judged;
  }
}
