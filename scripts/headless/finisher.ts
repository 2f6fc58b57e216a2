import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Worker } from 'node:worker_threads';
import type { ModelPackDraft } from '../../src/core/model-pack/draft';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import { WorkerClient } from '../../workers/worker-client';
import type { WorkerHandle } from '../../workers/worker-handle';
import { handleOfThread } from './node-thread';

/** What the thread that finishes model packs answers. */
export interface FinisherApi {
  finish(draft: ModelPackDraft): Promise<Result<ModelPackFiles, Problem>>;
}

const DONE = problem('import-ended', 'The pack was finished.', 'Nothing to do.');

/**
 * Completes a model pack and runs its checks on a thread of its own, which is stopped when the model computes
 * without end.
 */
export async function finishOnThread(
  draft: ModelPackDraft,
): Promise<Result<ModelPackFiles, Problem>> {
  const client = new WorkerClient(startFinisher);
  const asked = await client.ask((api) => api.finish(draft));
  client.retire(DONE);
  return asked.ok ? asked.value : asked;
}

function startFinisher(): WorkerHandle<FinisherApi> {
  const worker = new Worker(new URL('./start-finisher.js', import.meta.url));
  const remote = wrap<FinisherApi>(nodeEndpoint(worker));
  const api: FinisherApi = { finish: (draft) => remote.finish(draft) };
  return handleOfThread(worker, api, 'Run the command again.');
}
