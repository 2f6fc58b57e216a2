import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import type { ModelPackDraft } from '../../src/core/model-pack/draft';
import { makeSelfTestVector } from '../../src/core/model-pack/self-test';
import type { ModelManifest, ModelPackFiles } from '../../src/core/model-pack/types';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { sha256 } from '../../src/io/sha256';
import { warmUpRuntime } from '../spectrum/model-graph';
import { OPENING_ROWS, SELF_TEST_ROWS, toldRun } from '../transport/model-run';
import { sentence } from '../../src/words/told/sentence';

/** Significant digits of a stored answer; the self-test's tolerance is far wider. */
const DIGITS = 6;

/** As `finishPack`, with a sentence where onnxruntime does not accept the graph. */
export async function finishOrRefuse(
  draft: ModelPackDraft,
): Promise<Result<ModelPackFiles, Problem>> {
  try {
    return ok(await finishPack(draft));
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 300) : String(error);
    return err(
      problem(
        'model-graph-unreadable',
        sentence('modelPack.runtime', { said }),
        sentence('modelPack.runtimeCure'),
      ),
    );
  }
}

/**
 * Completes a drafted model pack: adds the graph's checksum, and its answer to the self-test. Equal drafts
 * result in equal bytes. Rejects when onnxruntime does not accept the graph.
 */
export async function finishPack(draft: ModelPackDraft): Promise<ModelPackFiles> {
  const { graph } = draft;
  const manifest: ModelManifest = {
    ...draft.manifest,
    graph: { ...draft.manifest.graph, sha256: await sha256(graph) },
    selfTest: { ...draft.manifest.selfTest, probabilities: await answerSelfTest(draft) },
  };
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  return { manifest: new TextEncoder().encode(text), graph };
}

async function answerSelfTest({ manifest, graph }: ModelPackDraft): Promise<number[]> {
  await warmUpRuntime();
  const session = await toldRun(OPENING_ROWS, () =>
    InferenceSession.create(graph, { executionProviders: ['wasm'] }),
  );
  try {
    const vector = makeSelfTestVector(manifest);
    const input = new Tensor('float32', vector, [1, vector.length]);
    const answer = await toldRun(SELF_TEST_ROWS, () =>
      session.run({ [manifest.graph.input]: input }),
    );
    const probabilities = answer[manifest.graph.outputs.probabilities]?.data;
    if (!(probabilities instanceof Float32Array)) {
      throw new Error('The graph gave no probabilities of float32');
    }
    return Array.from(probabilities, (value) => Number(value.toFixed(DIGITS)));
  } finally {
    await session.release();
  }
}
