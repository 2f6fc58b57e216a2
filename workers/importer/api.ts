import type { InputFile } from '../../src/io/entry';
import type { ImportAnswers, ImportReading } from '../../src/core/model-import/import-outline';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { LoadedModel } from '../spectrum/api';

/** The worker that makes model packs from a user's files, and checks packs. */
export interface ImporterWorkerApi {
  /** Determines the kinds of files, and keeps the files until the next ones are read. */
  read(files: readonly InputFile[]): Promise<ImportReading>;
  /**
   * Makes a pack from them, and runs all checks.
   *
   * @param answers null for a pack, which has its own
   */
  make(answers: ImportAnswers | null): Promise<Result<ModelPackFiles, Problem>>;
  /** Runs all checks of a pack: its files, its tensors, its answer to the self-test. */
  verify(pack: ModelPackFiles): Promise<Result<LoadedModel, Problem>>;
  /**
   * Makes a .zip of a pack, which `read` accepts.
   *
   * @param folder folder of the files in the archive
   */
  zip(pack: ModelPackFiles, folder: string): Promise<Uint8Array<ArrayBuffer>>;
}
