import { wrap } from 'comlink';
import type { ImportAnswers, ImportReading } from '../../src/core/model-import/import-outline';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { InputFile } from '../../src/io/entry';
import { type ModelPack, openModelPack } from '../../src/io/open-model-pack';
import type { LoadedModel } from '../spectrum/api';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';
import type { ImporterWorkerApi } from './api';
import { sentence } from '../../src/words/told/sentence';

/**
 * Makes model packs from a user's files, and checks packs, in a thread that starts when it is first needed
 * and ends with `end`. The next request replaces a thread that died.
 */
export class ModelImporter {
  readonly #start: StartWorker<ImporterWorkerApi>;
  #client: WorkerClient<ImporterWorkerApi> | null = null;

  constructor(start: StartWorker<ImporterWorkerApi>) {
    this.#start = start;
  }

  /** Determines the kinds of files. The thread keeps them until the next ones are read. */
  async read(files: readonly InputFile[]): Promise<ImportReading> {
    const asked = await this.#living().ask((api) => api.read(files));
    return asked.ok ? asked.value : { files: [], outline: asked };
  }

  /** Makes a pack from the files that were read, and runs all checks. */
  async make(answers: ImportAnswers | null): Promise<Result<ModelPack, Problem>> {
    const asked = await this.#living().ask((api) => api.make(answers));
    const made = asked.ok ? asked.value : asked;
    return made.ok ? openModelPack(made.value) : made;
  }

  /** Runs all checks of a pack, including its answer to the self-test. */
  async verify(files: ModelPackFiles): Promise<Result<LoadedModel, Problem>> {
    const asked = await this.#living().ask((api) => api.verify(files));
    return asked.ok ? asked.value : asked;
  }

  /** @param folder folder of the pack's files in the archive */
  zip(files: ModelPackFiles, folder: string): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
    return this.#living().ask((api) => api.zip(files, folder));
  }

  end(): void {
    this.#client?.retire(ENDED);
    this.#client = null;
  }

  #living(): WorkerClient<ImporterWorkerApi> {
    if (this.#client?.isAlive !== true) this.#client = new WorkerClient(this.#start);
    return this.#client;
  }
}

/** Determines the kinds of files, in a thread that ends at once. */
export async function readModelFiles(
  start: StartWorker<ImporterWorkerApi>,
  files: readonly InputFile[],
): Promise<ImportReading> {
  const importer = new ModelImporter(start);
  const reading = await importer.read(files);
  importer.end();
  return reading;
}

const ENDED = problem(
  'import-ended',
  sentence('modelPack.noLonger'),
  sentence('modelPack.noLongerCure'),
);

/** Starts the worker that makes model packs, in a browser. */
export function startImporterWorker(): WorkerHandle<ImporterWorkerApi> {
  const worker = new Worker(new URL('./importer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-importer',
  });
  const remote = wrap<ImporterWorkerApi>(worker);
  return handleOf(worker, {
    read: (files) => remote.read(files),
    make: (answers) => remote.make(answers),
    verify: (pack) => remote.verify(pack),
    zip: (pack, folder) => remote.zip(pack, folder),
  });
}
