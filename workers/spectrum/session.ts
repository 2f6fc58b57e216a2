import { AxisCache } from '../../src/core/bruker/axis-cache';
import { identityByPath } from '../../src/core/open-formats/identity';
import type { GuardVerdict } from '../../src/core/job/types';
import type { BinAxis, ModelManifest, ModelPackFiles } from '../../src/core/model-pack/types';
import { parseManifest } from '../../src/core/model-pack/verify';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import { atPath, type Problem } from '../../src/core/problem';
import { err, ok, type Result } from '../../src/core/result';
import { type Inflate, inflateRaw } from '../../src/io/inflate/inflate-raw';
import type { EntryBytes } from '../../src/io/read-entry';
import { sha256 } from '../../src/io/sha256';
import { internalError } from '../../src/core/job/internal-error';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../../src/kernel/preprocessor';
import { dataOf, readFiles } from './batch-files';
import { addQuality } from './add-quality';
import { readCalibrant } from './read-calibrant';
import { ByteArena } from '../../src/core/byte-arena';
import { Guard } from './guard';
import { HeldReader } from './held-reader';
import { ModelGraph } from './model-graph';
import { readData } from './read-data';
import { SpareArrays } from './spare-arrays';
import { VectorModel } from './vector-model';
import { watchSpectrum } from './watch-spectrum';
import type { AcquisitionInput, LoadedModel, ProcessOptions, SpectrumWorkerApi } from './api';
import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';

type Vector = Float64Array<ArrayBuffer>;

/**
 * Number of arrays that are kept, for intensities and vectors (two where bins are coarse) of two full
 * batches: 15 MB at most.
 */
const SPARE_ARRAYS = 96;

/** Number of arenas for two batches: one is read while the other is computed. */
const SPARE_ARENAS = 2;

/** An acquisition after all steps but classification: its vector, or why it has none; null for a calibration spot. */
interface Processed {
  readonly outcome: Omit<SpectrumOutcome, 'sha256' | 'answer' | 'vector'>;
  readonly vector: Result<Vector, Problem> | null;
  /**
   * The same spectrum in bins of 1 Da, which is its vector where the model uses these; null where there is
   * none.
   */
  readonly fine: Vector | null;
  /** The spectrum as measured, for measurements that need the model's answer. */
  readonly spectrum: Spectrum | null;
}

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
    const preprocessor = await this.#preprocessor;
    const rooms: Vector[] = [];
    const room = (length: number) => {
      const array = this.#spare.take(length);
      rooms.push(array);
      return array;
    };
    const processed = batch.map((input, i) =>
      this.#preprocess(input, files[i]!, preprocessor, { room, keepVectors }),
    );
    const [hashes, answers] = await Promise.all([Promise.all(hashing), this.#answer(processed)]);
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
        sha256: hashes[i] ?? null,
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
    done();
    arena.clear();
    if (this.#spareArenas.length < SPARE_ARENAS) this.#spareArenas.push(arena);
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

  #preprocess(
    input: AcquisitionInput,
    files: readonly EntryBytes[],
    preprocessor: Preprocessor,
    { room, keepVectors }: { room: (length: number) => Vector; keepVectors: boolean },
  ): Processed {
    const { index, path } = input;
    try {
      const bytes = files.map((file) => (file.ok ? file.value : null));
      const reading = readData(
        { path, data: input, bytes },
        this.#axes,
        room,
        preprocessor.decodeCounts,
      );
      const { uid, name, spot, names, record, warnings, spectrum, skipped = null } = reading;
      const named = name === undefined ? {} : { name };
      const outcome = { index, uid, ...named, spot, names, record, warnings, skipped };
      // A file that could not be read is the cause, and takes precedence over consequences of its absence.
      const unread = files.findLast((file) => !file.ok);
      if (input.calibrant === true) {
        const calibrant = unread === undefined ? readCalibrant(spectrum, preprocessor, room) : null;
        // What is the matter with a calibration spot is no warning about a sample.
        return unclassified({ ...outcome, warnings: [], measures: null, calibrant });
      }
      if (unread?.ok === false) {
        const vector = err(atPath(unread.error, unread.error.path ?? path));
        return {
          outcome: { ...outcome, warnings: [], measures: null },
          vector,
          fine: null,
          spectrum: null,
        };
      }
      if (!spectrum.ok) {
        const without = { vector: spectrum, fine: null, spectrum: null };
        return { outcome: { ...outcome, measures: null }, ...without };
      }
      const vector = preprocessor.run(
        SPECTRACL_1,
        spectrum.value.spectrum,
        this.#bins,
        keepVectors ? undefined : room,
      );
      return {
        outcome: { ...outcome, measures: spectrum.value.measures },
        vector: ok(vector),
        fine: isFine(this.#bins)
          ? vector
          : preprocessor.run(SPECTRACL_1, spectrum.value.spectrum, ONE_DALTON_BINS, room),
        spectrum: spectrum.value.spectrum,
      };
    } catch (error) {
      const known = { ...identityByPath(path), index, record: null, warnings: [], skipped: null };
      if (input.calibrant === true) {
        return unclassified({ ...known, measures: null, calibrant: null });
      }
      return {
        outcome: { ...known, measures: null },
        vector: err(atPath(internalError(error), path)),
        fine: null,
        spectrum: null,
      };
    }
  }

  /** Returns the recipe's result for an acquisition without any signal: all bins are 0. */
  #emptyVector(reason: Problem, intensities: EntryBytes): Vector | null {
    const isEmpty = reason.kind === 'no-spectrum' && intensities.ok && intensities.value.length > 0;
    return isEmpty ? new Float64Array(this.#bins.count) : null;
  }
}

/** Returns a calibration spot, which no model sees. */
function unclassified(outcome: Processed['outcome']): Processed {
  return { outcome, vector: null, fine: null, spectrum: null };
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

function isFine({ first, width, count }: BinAxis): boolean {
  const fine = ONE_DALTON_BINS;
  return first === fine.first && width === fine.width && count === fine.count;
}
