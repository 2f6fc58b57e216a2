import type { MarkerEvidence } from '../../src/core/job/types';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { encodeOnnx } from '../../src/core/onnx/encode';
import { GraphBuilder } from '../../src/core/onnx/graph';
import { sha256 } from '../../src/io/sha256';
import { namingManifest } from './naming-model';

/** Number of peaks that this model reports for every spectrum. */
const PEAKS = 30;

export interface FixedAnswer {
  readonly evidence: MarkerEvidence;
  /** [taxa] */
  readonly probabilities: readonly number[];
}

/** Builds the model of `naming-model.ts` with a graph that returns the same answer for every spectrum. */
export async function namingPackFiles({
  evidence,
  probabilities,
}: FixedAnswer): Promise<ModelPackFiles> {
  const { taxa, markers, bins, graph: head } = namingManifest;
  const { outputs } = head;
  const [T, L, I] = [taxa.length, markers!.loci.length, markers!.ions.length];
  const graph = new GraphBuilder();
  const nothing = graph.node('Mul', [head.input, graph.scalar(0)]);
  const zeros = graph.node('ReduceSum', [nothing, graph.int64s([1])]);
  const given: { name: string; dims: (number | string)[] }[] = [];
  const give = (name: string, values: ArrayLike<number>, dims: readonly number[]) => {
    const rows = graph.node('Add', [zeros, graph.floats(values, [1, values.length])]);
    graph.node('Reshape', [rows, graph.int64s([-1, ...dims])], {}, name);
    given.push({ name, dims: ['N', ...dims] });
  };
  give(outputs.probabilities, probabilities, [T]);
  give(outputs.scores!, evidence.scores, [T]);
  give(outputs.lociEvidence!, evidence.loci, [T, L]);
  give(outputs.ions!, evidence.ions, [I, 4]);
  give(outputs.shift!, [evidence.shiftPpm], []);
  give(outputs.tilt!, [evidence.tiltPpmPerKda], []);
  give(outputs.sensitivity!, [evidence.sensitivity], []);
  give(outputs.summary!, [PEAKS, 1e-5], [2]);
  const bytes = encodeOnnx(
    graph.finish({
      name: 'naming',
      description: '',
      opset: 18,
      mlOpset: null,
      inputs: [{ name: head.input, type: 'float32', dims: ['N', bins.count] }],
      outputs: given.map((one) => ({ ...one, type: 'float32' as const })),
    }),
  );
  const manifest = {
    ...namingManifest,
    graph: { ...head, bytes: bytes.length, sha256: await sha256(bytes) },
    selfTest: { ...namingManifest.selfTest, probabilities },
  };
  return { manifest: new TextEncoder().encode(JSON.stringify(manifest)), graph: bytes };
}
