import type { ModelPack } from '../../../src/io/open-model-pack';
import type { Problem } from '../../../src/core/problem';
import { err, type Result } from '../../../src/core/result';
import type { WorkerClient } from '../../worker-client';
import type { LoadedModel, SpectrumWorkerApi } from '../api';
import { PATIENCE_TO_LOAD } from './patience';

/** The model that every worker has, and its guard. */
export interface Packs {
  readonly pack: ModelPack;
  readonly guard: ModelPack | null;
}

export function keyOf({ pack, guard }: Packs): string {
  const sums = [pack, guard].map((one) => one && `${one.ref.sha256} ${one.ref.manifestSha256}`);
  return sums.join(' ');
}

/** Has a worker load them. An error is why it cannot use the model, or why it was lost. */
export async function loadInto(
  worker: WorkerClient<SpectrumWorkerApi>,
  { pack, guard }: Packs,
): Promise<Result<LoadedModel, Problem>> {
  const asked = await worker.ask(
    (api) => api.loadModel(pack.files, guard?.files ?? null),
    PATIENCE_TO_LOAD,
  );
  return asked.ok ? asked.value : err(asked.error);
}
