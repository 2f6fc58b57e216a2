import { AxisCache } from '../../src/core/bruker/axis-cache';
import type { GuardVerdict } from '../../src/core/job/types';
import type { BinAxis, ModelManifest, ModelPackFiles } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { atPath, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { type Inflate, inflateRaw } from '../../src/io/inflate/inflate-raw';
import type { EntryBytes } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import { dataOf, readFiles } from './batch-files';
import { addQuality } from './add-quality';
import { ByteArena } from '../../src/core/byte-arena';
import { Guard } from './guard';
import { HeldReader } from './held-reader';
import { ModelGraph } from './model-graph';
import {
  isFine,
  preprocessAcquisition,
  type Processed,
  type Vector,
} from './preprocess-acquisition';
import { SpareArrays } from './spare-arrays';
import { ROWS_AT_ONCE, VectorModel } from './vector-model';
import { watchSpectrum } from './watch-spectrum';
import type { AcquisitionInput, LoadedModel, ProcessOptions, SpectrumWorkerApi } from './api';
import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';

/**
 * Number of arrays that are kept, for intensities and vectors (two where bins are coarse) of a part of each of two
 * batches: 8 MB at most.
 */
const SPARE_ARRAYS = 6 * ROWS_AT_ONCE;

/** Number of arenas for two batches: one is read while the other is computed. */
const SPARE_ARENAS = 2;

/** The files of each acquisition of a batch. */
type BatchFiles = readonly (readonly EntryBytes[])[];
type Unhashed = Omit<SpectrumOutcome, 'sha256'>;

/**
 * The compute worker's implementation, in a Web Worker, a thread of Node or Node's main thread. It keeps
 * what spectra share: the model, the axes, the preprocessor.
 */
export class SpectrumSession implements SpectrumWorkerApi {
  readonly #axes = new AxisCache();
  readonly #preprocessor: Preprocessor | Promise<Preprocessor>;
  readonly #spare = new SpareArrays((length) => new Float64Array(length), SPARE_ARRAYS);
  readonly #inflate: Inflate | Promise<Inflate>;
  readonly #spareArenas: ByteArena[] = [];
  readonly #held: HeldReader;
  #bins: BinAxis = ONE_DALTON_BINS;
  #model: Promise<Result<VectorModel, Problem>> | null = null;
  /** Present beside a classifier; null where none was given. */
  #guard: Promise<Guard | null> = Promise.resolve(null);

  /**
   * @param preprocessor this thread's own; may be a promise
   * @param inflate this thread's own; may be a promise
   * @param held connects to the archive's thread, where that holds bytes
   */
  constructor(
    preprocessor: Preprocessor | Promise<Preprocessor> = new PlainPreprocessor(),
    inflate: Inflate | Promise<Inflate> = inflateRaw,
    held: HeldReader = new HeldReader(),
  ) {
    this.#preprocessor = preprocessor;
    this.#inflate = inflate;
    this.#held = held;
  }

  /** Opens the graphs. Spectra may be sent before it resolves, and are read in the meantime. */
  async loadModel(
    pack: ModelPackFiles,
    guard: ModelPackFiles | null = null,
  ): Promise<Result<LoadedModel, Problem>> {
    const start = performance.now();
    const manifest = parseManifest(pack.manifest);
    if (manifest.ok) this.#bins = manifest.value.bins;
    const opening = manifest.ok ? openModel(manifest.value, pack.graph) : Promise.resolve(manifest);
    this.#model = opening;
    this.#guard = opening.then(() => guard && Guard.open(guard));
    const [opened, beside] = await Promise.all([opening, this.#guard]);
    if (!opened.ok) return opened;
    return ok({ elapsed: performance.now() - start, guardProblem: beside?.problem ?? null });
  }

  async process(
    batch: readonly AcquisitionInput[],
    { keepVectors, watch = [] }: ProcessOptions,
  ): Promise<readonly SpectrumOutcome[]> {
    const arena = this.#spareArenas.pop() ?? new ByteArena();
    const { data, done } = await this.#held.fetch(dataOf(batch));
    const files = await readFiles(batch, data, { inflate: await this.#inflate, room: arena.take });
    const hashing = files.map(([first]) =>
      first?.ok === true ? sha256(first.value) : Promise.resolve(null),
    );
    const [hashes, outcomes] = await Promise.all([
      Promise.all(hashing),
      this.#processParts(batch, files, { keepVectors, watch }),
    ]);
    done();
    arena.clear();
    if (this.#spareArenas.length < SPARE_ARENAS) this.#spareArenas.push(arena);
    return outcomes.map((outcome, i) => ({ ...outcome, sha256: hashes[i] ?? null }));
  }

  /** Processes as many spectra at a time as the model gets at once, since each needs large arrays meanwhile. */
  async #processParts(
    batch: readonly AcquisitionInput[],
    files: BatchFiles,
    options: ProcessOptions,
  ): Promise<readonly Unhashed[]> {
    const outcomes: Unhashed[] = [];
    for (let from = 0; from < batch.length; from += ROWS_AT_ONCE) {
      const to = from + ROWS_AT_ONCE;
      outcomes.push(
        ...(await this.#processPart(batch.slice(from, to), files.slice(from, to), options)),
      );
    }
    return outcomes;
  }

  async #processPart(
    batch: readonly AcquisitionInput[],
    files: BatchFiles,
    { keepVectors, watch = [] }: ProcessOptions,
  ): Promise<readonly Unhashed[]> {
    const preprocessor = await this.#preprocessor;
    const rooms: Vector[] = [];
    const room = (length: number) => {
      const array = this.#spare.take(length);
      rooms.push(array);
      return array;
    };
    const processed = batch.map((input, i) =>
      preprocessAcquisition(input, files[i]!, {
        axes: this.#axes,
        bins: this.#bins,
        preprocessor,
        room,
        keepVectors,
      }),
    );
    const answers = await this.#answer(processed);
    const model = await this.#model;
    const outcomes = processed.map(({ outcome, vector, fine, spectrum }, i) => {
      const answer = answers[i] ?? null;
      const kept =
        vector?.ok === false ? this.#emptyVector(vector.error, files[i]![0]!) : vector?.value;
      const measured =
        spectrum !== null && fine !== null && answer?.ok === true && model?.ok === true
          ? addQuality(outcome, spectrum, fine, answer.value, model.value.manifest, preprocessor)
          : outcome.measures;
      return {
        ...outcome,
        measures: measured,
        answer: answer === null || answer.ok ? answer : err(atPath(answer.error, batch[i]!.path)),
        vector: keepVectors ? (kept ?? null) : null,
        ...(watch.length > 0 && spectrum !== null && vector?.ok && answer?.ok && model?.ok
          ? watchSpectrum(watch, {
              spectrum,
              measures: outcome.measures,
              vector: vector.value,
              bins: this.#bins,
              answer: answer.value,
              manifest: model.value.manifest,
              preprocessor,
            })
          : {}),
      };
    });
    for (const array of rooms) this.#spare.recycle(array);
    return outcomes;
  }

  /** Returns one answer for each vector; none without a model. */
  async classify(
    vectors: readonly Float64Array[],
  ): Promise<readonly Result<ModelAnswer, Problem>[]> {
    const model = await this.#model;
    if (model === null) return [];
    if (!model.ok) return vectors.map(() => model);
    const answers = await model.value.answer(vectors);
    // The guard cannot judge a mean in coarse bins.
    const guard = isFine(this.#bins) ? await this.#guard : null;
    if (guard === null) return answers;
    return joinVerdicts(answers, await guard.judge(vectors, []));
  }

  /**
   * Returns the model's answer to each with, beside a classifier, the guard's verdict; null without a
   * model.
   */
  async #answer(
    processed: readonly Processed[],
  ): Promise<readonly (Result<ModelAnswer, Problem> | null)[]> {
    const usable = processed.flatMap(({ vector, fine, outcome }) =>
      vector?.ok && fine !== null ? [{ vector: vector.value, fine, axis: outcome.measures }] : [],
    );
    const [model, guard] = await Promise.all([this.#model, this.#guard]);
    const vectors = usable.map(({ vector }) => vector);
    const answers =
      model === null ? [] : model.ok ? await model.value.answer(vectors) : usable.map(() => model);
    const fine = usable.map((one) => one.fine);
    const axes = usable.map(({ axis }) => axis);
    const joined =
      guard === null || model?.ok !== true
        ? answers
        : joinVerdicts(answers, await guard.judge(fine, axes));
    let next = 0;
    return processed.map(({ vector }) => (vector?.ok ? (joined[next++] ?? null) : vector));
  }

  /** Returns the recipe's result for an acquisition without any signal: all bins are 0. */
  #emptyVector(reason: Problem, intensities: EntryBytes): Vector | null {
    const isEmpty = reason.kind === 'no-spectrum' && intensities.ok && intensities.value.length > 0;
    return isEmpty ? new Float64Array(this.#bins.count) : null;
  }
}

async function openModel(
  manifest: ModelManifest,
  graph: ModelPackFiles['graph'],
): Promise<Result<VectorModel, Problem>> {
  const opened = await ModelGraph.open(manifest, graph);
  return opened.ok ? ok(new VectorModel(opened.value)) : opened;
}

/** Adds the guard's verdict on the same spectrum to each answer. */
function joinVerdicts(
  answers: readonly Result<ModelAnswer, Problem>[],
  verdicts: readonly GuardVerdict[],
): readonly Result<ModelAnswer, Problem>[] {
  return answers.map((answer, i) => {
    const guard = verdicts[i];
    return answer.ok && guard !== undefined ? ok({ ...answer.value, guard }) : answer;
  });
}
