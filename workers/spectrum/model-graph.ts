import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { checkPackGraph } from '../../src/core/model-import/check-pack-graph';
import { countLoci } from '../../src/core/classify/judge-evidence';
import type { MarkerEvidence } from '../../src/core/job/types';
import { makeSelfTestVector } from '../../src/core/model-pack/self-test';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { checkGraphFile, MODEL_CURE } from '../../src/core/model-pack/verify';
import { encodeOnnx } from '../../src/core/onnx/encode';
import { GraphBuilder } from '../../src/core/onnx/graph';
import { problem, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { sha256 } from '../../src/io/sha256';
import { OPENING_ROWS, SELF_TEST_ROWS, toldRun } from '../transport/model-run';
import { checkTensors } from './check-tensors';
import type { ModelAnswer } from '../../src/core/job/outcome';
import { type Sentence, sentence } from '../../src/words/told/sentence';

// A single thread, the worker's own, which does not require the page to be cross-origin isolated.
env.wasm.numThreads = 1;

const OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['wasm'],
  graphOptimizationLevel: 'disabled',
  // Warnings about a graph concern its builder only.
  logSeverityLevel: 3,
};

/**
 * Loads and compiles onnxruntime before the model is here, which takes longer than opening a model. The
 * runtime does this for its first session, so a graph without any effect is opened. A failure is reported
 * for the first model.
 */
export async function warmUpRuntime(): Promise<void> {
  const graph = new GraphBuilder();
  graph.node('Identity', ['in'], {}, 'out');
  const value = (name: string) => ({ name, type: 'float32', dims: ['N'] }) as const;
  const nothing = graph.finish({
    name: 'nothing',
    description: '',
    opset: 18,
    mlOpset: null,
    inputs: [value('in')],
    outputs: [value('out')],
  });
  try {
    await (await InferenceSession.create(encodeOnnx(nothing), OPTIONS)).release();
  } catch {
    // Opening the model reports it.
  }
}

/** A model's graph in onnxruntime, verified: its file, its tensors and its answer to the self-test. */
export class ModelGraph {
  readonly manifest: ModelManifest;
  readonly #session: InferenceSession;
  /** Numbers in one row of an output, by the output's name in the graph. */
  readonly #widths: ReadonlyMap<string, number>;
  // A session runs one request at a time.
  #turn: Promise<unknown> = Promise.resolve();
  #isTested = false;

  private constructor(manifest: ModelManifest, session: InferenceSession) {
    this.manifest = manifest;
    this.#session = session;
    this.#widths = outputWidths(manifest);
  }

  /** Verifies the graph that a manifest names, and opens it if all checks pass. */
  static async open(
    manifest: ModelManifest,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<Result<ModelGraph, Problem>> {
    const fault = checkGraphFile(manifest, {
      bytes: bytes.byteLength,
      sha256: await sha256(bytes),
    });
    if (fault !== null) return err(fault);
    const foreign = checkPackGraph(manifest, bytes);
    if (foreign !== null) return err(foreign);
    let session: InferenceSession;
    try {
      // The runtime may have to be fetched first, which is not the model's time.
      await warmUpRuntime();
      session = await toldRun(OPENING_ROWS, () => InferenceSession.create(bytes, OPTIONS));
    } catch (error) {
      const message = sentence('thread.graphUnreadable', { error: textOf(error) });
      return err(problem('model-graph-unreadable', message, MODEL_CURE));
    }
    const graph = new ModelGraph(manifest, session);
    const wrong = checkTensors(manifest, session, graph.#widths);
    if (wrong !== null) return err(problem('model-tensors', wrong, MODEL_CURE));
    const tested = await graph.#selfTest();
    graph.#isTested = true;
    return tested === null ? ok(graph) : err(tested);
  }

  /** Numbers in one row of the input. */
  get inputWidth(): number {
    return this.manifest.features?.length ?? this.manifest.bins.count;
  }

  /**
   * Classifies vectors.
   *
   * @param input [rows x inputWidth], row by row; it is not changed
   * @returns one answer for each row; their arrays are views into the batch's
   */
  async answer(
    input: Float32Array,
    rows: number,
  ): Promise<readonly Result<ModelAnswer, Problem>[]> {
    if (rows === 0) return [];
    // The runtime multiplies a single row by another method, with other last digits than several rows. A
    // spectrum's answer must not depend on the size of the batch, so a single row is run twice.
    const outputs = rows === 1 ? await this.#run(twice(input), 2) : await this.#run(input, rows);
    return Array.from({ length: rows }, (_, row) => this.#rowOf(outputs, row));
  }

  async #run(input: Float32Array, rows: number): Promise<ReadonlyMap<string, Float32Array>> {
    const { graph } = this.manifest;
    const run = async () => {
      const tensor = new Tensor('float32', input, [rows, this.inputWidth]);
      const told = this.#isTested ? rows : SELF_TEST_ROWS;
      return toldRun(told, () => this.#session.run({ [graph.input]: tensor }));
    };
    const turn = this.#turn.then(run, run);
    this.#turn = turn.catch(() => undefined);
    const outputs = await turn;
    return new Map(
      [...this.#widths].map(([name, width]) => {
        const data = outputs[name]?.data;
        if (!(data instanceof Float32Array) || data.length !== rows * width) {
          throw new Error(`The graph's output ${name} is not ${rows} rows of ${width} float32`);
        }
        return [name, data];
      }),
    );
  }

  #rowOf(outputs: ReadonlyMap<string, Float32Array>, row: number): Result<ModelAnswer, Problem> {
    const names = this.manifest.graph.outputs;
    const slice = (name: string | undefined) => {
      const width = this.#widths.get(name ?? '') ?? 0;
      return (
        outputs.get(name ?? '')?.subarray(row * width, (row + 1) * width) ?? new Float32Array(0)
      );
    };
    const probabilities = slice(names.probabilities);
    const fault = faultOf(probabilities, this.manifest.judgesEachClass !== true);
    if (fault !== null) return err(problem('model-answer', fault, sentence('thread.answerCure')));
    if (this.manifest.kind === 'classifier')
      return ok({ probabilities, evidence: null, peaks: null });
    const seen = {
      scores: slice(names.scores),
      loci: slice(names.lociEvidence),
      ions: slice(names.ions),
      shiftPpm: slice(names.shift)[0] ?? 0,
      tiltPpmPerKda: slice(names.tilt)[0] ?? 0,
      sensitivity: slice(names.sensitivity)[0] ?? 1,
    };
    const { supported, contradicted } = countLoci(seen, indexOfMax(probabilities), this.manifest);
    const evidence: MarkerEvidence = {
      ...seen,
      lociSupported: supported,
      lociContradicted: contradicted,
    };
    return ok({ probabilities, evidence, peaks: Math.round(slice(names.summary)[0] ?? 0) });
  }

  async #selfTest(): Promise<Problem | null> {
    const { selfTest } = this.manifest;
    const vector = makeSelfTestVector(this.manifest);
    // The same vector twice in one batch: the rows must not influence each other.
    const input = new Float32Array(2 * vector.length);
    input.set(vector);
    input.set(vector, vector.length);
    let answers;
    try {
      answers = await this.answer(input, 2);
    } catch (error) {
      const message = sentence('thread.selfTestFailed', { error: textOf(error) });
      return problem('model-self-test', message, MODEL_CURE);
    }
    for (const answer of answers) {
      if (!answer.ok) return answer.error;
      const passed = answer.value.probabilities.every(
        (p, t) => Math.abs(p - (selfTest.probabilities[t] ?? NaN)) <= selfTest.tolerance,
      );
      if (!passed) {
        return problem('model-self-test', sentence('thread.selfTestOther'), MODEL_CURE);
      }
    }
    return null;
  }
}

/** Single precision, in sums of many classes. */
const ROUNDING = 1e-3;

/**
 * @param sumToOne whether the model's classes exclude one another
 * @returns why these are no probabilities of classes; null when they are
 */
function faultOf(probabilities: Float32Array, sumToOne: boolean): Sentence | null {
  const isOne = (p: number) => p >= -ROUNDING && p <= 1 + ROUNDING;
  const stray = probabilities.find((p) => !isOne(p));
  if (stray !== undefined) return sentence('thread.answerRange', { value: stray });
  if (!sumToOne) return null;
  const sum = probabilities.reduce((total, p) => total + p, 0);
  return Math.abs(sum - 1) <= ROUNDING
    ? null
    : sentence('thread.answerSum', { sum: Number(sum.toPrecision(4)) });
}

function twice(row: Float32Array): Float32Array {
  const both = new Float32Array(2 * row.length);
  both.set(row);
  both.set(row, row.length);
  return both;
}

function outputWidths({ graph, taxa, markers }: ModelManifest): ReadonlyMap<string, number> {
  const { probabilities, scores, lociEvidence, ions, shift, tilt, sensitivity, summary } =
    graph.outputs;
  const widths = new Map([[probabilities, taxa.length]]);
  if (scores !== undefined) widths.set(scores, taxa.length);
  if (lociEvidence !== undefined)
    widths.set(lociEvidence, taxa.length * (markers?.loci.length ?? 0));
  if (ions !== undefined) widths.set(ions, 4 * (markers?.ions.length ?? 0));
  for (const one of [shift, tilt, sensitivity]) if (one !== undefined) widths.set(one, 1);
  if (summary !== undefined) widths.set(summary, 2);
  return widths;
}

function indexOfMax(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

/** Shortens the runtime's message, which may quote long names of the graph. */
function textOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
