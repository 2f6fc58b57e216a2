import { env } from 'onnxruntime-web/wasm';
import { readDefinition, readMarkers } from '../../models/ribosomal-klebsiella/read-facts';
import { callSpecies } from '../../src/core/classify/call-species';
import type { SpeciesCall } from '../../src/core/job/types';
import {
  buildMarkerPack,
  type MarkerModelDefinition,
} from '../../src/core/marker-model/build-pack';
import type { MarkerRow } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import { parseManifest } from '../../src/core/model-pack/verify';
import { finishPack } from '../../workers/finish-pack';
import { ModelGraph } from '../../workers/model-graph';

export interface Judged {
  readonly call: SpeciesCall;
  /** Id of the taxon with the largest probability, called or not. */
  readonly best: string;
  readonly probability: number;
  readonly probabilities: readonly number[];
  readonly score: number;
  readonly shiftPpm: number;
  readonly lociSupported: number;
  readonly lociContradicted: number;
}

/** Rows of one run of the graph: enough to keep it busy, few enough for the memory. */
const BATCH = 16;

/** A model made by the product's own builder, with other numbers or other facts than the shipped one. */
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
    if (!manifest.ok) throw new Error(manifest.error.message);
    const graph = await ModelGraph.open(manifest.value, new Uint8Array(pack.graph));
    if (!graph.ok) throw new Error(graph.error.message);
    return new Variant(graph.value);
  }

  get taxa(): readonly string[] {
    return this.graph.manifest.taxa.map(({ id }) => id);
  }

  async judge(vectors: readonly Float64Array[]): Promise<Judged[]> {
    const judged: Judged[] = [];
    for (let start = 0; start < vectors.length; start += BATCH) {
      const batch = vectors.slice(start, start + BATCH);
      const width = this.graph.inputWidth;
      const input = new Float32Array(batch.length * width);
      batch.forEach((vector, row) => input.set(vector, row * width));
      for (const answer of await this.graph.answer(input, batch.length)) {
        if (!answer.ok) throw new Error(answer.error.message);
        const { evidence } = answer.value;
        if (evidence === null) throw new Error('A marker model gives evidence');
        const probabilities = Array.from(answer.value.probabilities);
        const probability = Math.max(...probabilities);
        judged.push({
          call: callSpecies(answer.value, this.graph.manifest),
          best: this.taxa[probabilities.indexOf(probability)] ?? '',
          probability,
          probabilities,
          score: Math.max(...evidence.scores),
          shiftPpm: evidence.shiftPpm,
          lociSupported: evidence.lociSupported,
          lociContradicted: evidence.lociContradicted,
        });
      }
    }
    return judged;
  }
}
