import { AxisCache } from '../src/core/bruker/axis-cache';
import { spectrumNames, spotFromPath, uidFromPath } from '../src/core/bruker/names';
import { readAcquisition } from '../src/core/bruker/read-acquisition';
import { selectFeatures } from '../src/core/model-pack/select-features';
import type { SpectrumMeasures } from '../src/core/job/types';
import type { BinAxis, ModelManifest, ModelPackFiles } from '../src/core/model-pack/types';
import { parseManifest } from '../src/core/model-pack/verify';
import { ONE_DALTON_BINS } from '../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../src/core/preprocess/recipe';
import { atPath, type Problem } from '../src/core/problem';
import { err, ok, type Result } from '../src/core/result';
import type { EntryData } from '../src/io/entry';
import type { Inflate } from '../src/io/inflate';
import { inflateRaw } from '../src/io/inflate-raw';
import { DEFAULT_IO_LIMITS } from '../src/io/limits';
import { type EntryBytes, type Inflating, readEntries } from '../src/io/read-entry';
import { sha256 } from '../src/io/sha256';
import { internalError } from '../src/core/job/internal-error';
import { measureQuality } from '../src/core/quality/measure-quality';
import type { Spectrum } from '../src/core/spectrum/spectrum';
import { PlainPreprocessor } from '../src/kernel/plain-preprocessor';
import type { Preprocessor } from '../src/kernel/preprocessor';
import { ByteArena } from './byte-arena';
import { HeldReader } from './held-reader';
import { ModelGraph } from './model-graph';
import { SpareArrays } from './spare-arrays';
import { watchSpectrum } from './watch-spectrum';
import type {
  AcquisitionInput,
  LoadedModel,
  ProcessOptions,
  SpectrumWorkerApi,
} from './worker-api';
import type { ModelAnswer, SpectrumOutcome } from '../src/core/job/outcome';

type Vector = Float64Array<ArrayBuffer>;

/** Intensities and vectors of two full batches: 10 MB. */
const SPARE_ARRAYS = 64;

/** Batches that are read at once: one is read while the other is computed. */
const SPARE_ARENAS = 2;

/** An acquisition after all steps but the model's: its vector, or why it has none. */
interface Processed {
  readonly outcome: Omit<SpectrumOutcome, 'sha256' | 'answer' | 'vector'>;
  readonly vector: Result<Vector, Problem>;
  /** As measured, for what is measured of it once the model has answered. */
  readonly spectrum: Spectrum | null;
}

/**
 * What a compute worker does, wherever it runs: in a Web Worker, in a thread of Node or in Node's
 * first. It keeps what spectra share: the model, the axes, the preprocessor.
 */
export class SpectrumSession implements SpectrumWorkerApi {
  readonly #axes = new AxisCache();
  readonly #preprocessor: Preprocessor | Promise<Preprocessor>;
  readonly #spare = new SpareArrays((length) => new Float64Array(length), SPARE_ARRAYS);
  readonly #spareInputs = new SpareArrays((length) => new Float32Array(length), 2);
  readonly #inflate: Inflate | Promise<Inflate>;
  readonly #spareArenas: ByteArena[] = [];
  readonly #held: HeldReader;
  #bins: BinAxis = ONE_DALTON_BINS;
  #model: Promise<Result<ModelGraph, Problem>> | null = null;

  /**
   * @param preprocessor this thread's own; it may still be on its way
   * @param inflate the same
   * @param held knows the archive's thread, where bytes are held by it
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

  /** Spectra may be sent before it is done: they are read while the graph is opened. */
  async loadModel(pack: ModelPackFiles): Promise<Result<LoadedModel, Problem>> {
    const start = performance.now();
    const manifest = parseManifest(pack.manifest);
    if (manifest.ok) this.#bins = manifest.value.bins;
    this.#model = manifest.ok
      ? ModelGraph.open(manifest.value, pack.graph)
      : Promise.resolve(manifest);
    const opened = await this.#model;
    return opened.ok ? ok({ elapsed: performance.now() - start }) : opened;
  }

  async process(
    batch: readonly AcquisitionInput[],
    { keepVectors, watch = [] }: ProcessOptions,
  ): Promise<readonly SpectrumOutcome[]> {
    const arena = this.#spareArenas.pop() ?? new ByteArena();
    const { data, done } = await this.#held.fetch(dataOf(batch));
    const files = await readFiles(batch, data, { inflate: await this.#inflate, room: arena.take });
    const hashing = files.map(({ fid }) => (fid.ok ? sha256(fid.value) : Promise.resolve(null)));
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
    const vectors = processed.flatMap(({ vector }) => (vector.ok ? [vector.value] : []));
    const [hashes, answers] = await Promise.all([Promise.all(hashing), this.classify(vectors)]);
    const model = await this.#model;
    let next = 0;
    const outcomes = processed.map(({ outcome, vector, spectrum }, i) => {
      const answer = vector.ok ? (answers[next++] ?? null) : vector;
      const kept = vector.ok ? vector.value : this.#emptyVector(vector.error, files[i]!.fid);
      const measured =
        spectrum !== null && vector.ok && answer?.ok === true && model?.ok === true
          ? this.#measure(
              outcome,
              spectrum,
              vector.value,
              answer.value,
              model.value.manifest,
              preprocessor,
            )
          : outcome.measures;
      return {
        ...outcome,
        measures: measured,
        sha256: hashes[i] ?? null,
        answer: answer === null || answer.ok ? answer : err(atPath(answer.error, batch[i]!.path)),
        vector: keepVectors ? kept : null,
        ...(watch.length > 0 && spectrum !== null && vector.ok && answer?.ok && model?.ok
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
    for (const array of rooms) this.#spare.giveBack(array);
    done();
    arena.clear();
    if (this.#spareArenas.length < SPARE_ARENAS) this.#spareArenas.push(arena);
    return outcomes;
  }

  /** One answer a vector; none at all without a model. */
  async classify(
    vectors: readonly Float64Array[],
  ): Promise<readonly Result<ModelAnswer, Problem>[]> {
    const model = await this.#model;
    if (model === null) return [];
    if (!model.ok) return vectors.map(() => model);
    try {
      return await this.#answerAll(model.value, vectors);
    } catch {
      // A fault that one vector brings about must not cost the others their answers.
      return Promise.all(vectors.map((vector) => this.#answerOne(model.value, vector)));
    }
  }

  async #answerAll(
    model: ModelGraph,
    vectors: readonly Float64Array[],
  ): Promise<readonly Result<ModelAnswer, Problem>[]> {
    const width = model.inputWidth;
    const input = this.#spareInputs.take(vectors.length * width);
    vectors.forEach((vector, row) => selectFeatures(vector, model.manifest, input, row * width));
    const answers = await model.answer(input, vectors.length);
    this.#spareInputs.giveBack(input);
    return answers;
  }

  async #answerOne(model: ModelGraph, vector: Float64Array): Promise<Result<ModelAnswer, Problem>> {
    try {
      const [answer] = await this.#answerAll(model, [vector]);
      return answer!;
    } catch (error) {
      return err(internalError(error));
    }
  }

  #preprocess(
    input: AcquisitionInput,
    { fid, acqu }: Files,
    preprocessor: Preprocessor,
    { room, keepVectors }: { room: (length: number) => Vector; keepVectors: boolean },
  ): Processed {
    const { index, path } = input;
    try {
      const reading = readAcquisition(
        {
          path,
          fid: fid.ok ? fid.value : new Uint8Array(0),
          acqu: acqu?.ok === true ? acqu.value : null,
        },
        this.#axes,
        room,
      );
      const { uid, spot, names, record, warnings, spectrum } = reading;
      const outcome = { index, uid, spot, names, record, warnings, skipped: null };
      // What the archive could not give counts before what its absence brings about.
      const unread = acqu?.ok === false ? acqu : fid;
      if (!unread.ok) {
        const vector = err(atPath(unread.error, unread.error.path ?? path));
        return {
          outcome: { ...outcome, warnings: [], measures: null },
          vector,
          spectrum: null,
        };
      }
      if (!spectrum.ok) {
        return { outcome: { ...outcome, measures: null }, vector: spectrum, spectrum: null };
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
        spectrum: spectrum.value.spectrum,
      };
    } catch (error) {
      const uid = uidFromPath(path);
      const spot = spotFromPath(path);
      const names = spectrumNames(path, uid, spot);
      const known = { index, uid, spot, names, record: null, warnings: [], skipped: null };
      return {
        outcome: { ...known, measures: null },
        vector: err(atPath(internalError(error), path)),
        spectrum: null,
      };
    }
  }

  /** A spectrum's measures with those of its quality, which are all taken in bins of 1 Da. */
  #measure(
    { measures, record }: Processed['outcome'],
    spectrum: Spectrum,
    vector: Vector,
    answer: ModelAnswer,
    manifest: ModelManifest,
    preprocessor: Preprocessor,
  ): SpectrumMeasures | null {
    if (measures === null) return null;
    const bins = ONE_DALTON_BINS;
    const { first, width, count } = this.#bins;
    const isFine = first === bins.first && width === bins.width && count === bins.count;
    const quality = measureQuality(
      {
        spectrum,
        maxIntensity: measures.maxIntensity,
        laserShots: record?.laserShots ?? null,
        vector: isFine ? vector : preprocessor.run(SPECTRACL_1, spectrum, bins),
        bins,
        answer,
      },
      manifest,
      (...asked) => preprocessor.findPeaks(...asked),
    );
    return { ...measures, quality };
  }

  /** The recipe's answer to an acquisition without any signal: all bins are 0. */
  #emptyVector(reason: Problem, fid: EntryBytes): Vector | null {
    const isEmpty = reason.kind === 'no-spectrum' && fid.ok && fid.value.length > 0;
    return isEmpty ? new Float64Array(this.#bins.count) : null;
  }
}

interface Files {
  readonly fid: EntryBytes;
  readonly acqu: EntryBytes | null;
}

function dataOf(batch: readonly AcquisitionInput[]): readonly EntryData[] {
  return batch.flatMap(({ fid, acqu }) => (acqu === null ? [fid] : [fid, acqu]));
}

/**
 * The files of a batch, read together, as they lie close to each other in an archive.
 * @param data of `dataOf`, in its order
 */
async function readFiles(
  batch: readonly AcquisitionInput[],
  data: readonly EntryData[],
  inflating: Inflating,
): Promise<readonly Files[]> {
  const bytes = await readEntries(data, DEFAULT_IO_LIMITS, inflating);
  let next = 0;
  return batch.map(({ acqu }) => ({
    fid: bytes[next++]!,
    acqu: acqu === null ? null : bytes[next++]!,
  }));
}
