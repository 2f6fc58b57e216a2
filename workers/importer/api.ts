import type { InputFile } from '../../src/io/entry';
import type { ImportAnswers, ImportReading } from '../../src/core/model-import/import-outline';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import type { Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { LoadedModel } from '../spectrum/api';

/** The worker that makes a model pack of a person's files, and checks packs. */
export interface ImporterWorkerApi {
  /** Finds out what files are, and keeps them until the next ones come. */
  read(files: readonly InputFile[]): Promise<ImportReading>;
  /** Makes a pack of them, checked in every way. @param answers null for a pack, which has its own */
  make(answers: ImportAnswers | null): Promise<Result<ModelPackFiles, Problem>>;
  /** All checks of a pack: its files, its tensors, its answer to the self-test. */
  verify(pack: ModelPackFiles): Promise<Result<LoadedModel, Problem>>;
  /** A .zip of a pack, as `read` takes it. @param folder that its files stand in */
  zip(pack: ModelPackFiles, folder: string): Promise<Uint8Array<ArrayBuffer>>;
}
