import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort } from 'node:worker_threads';
import { env } from 'onnxruntime-web/wasm';
import { finishOrRefuse } from '../../workers/importer/finish-pack';
import { ImporterSession } from '../../workers/importer/session';
import { tellModelRuns } from '../../workers/transport/model-run';
import type { FinisherApi } from './finisher';

env.wasm.numThreads = 1;

tellModelRuns((run) => parentPort!.postMessage(run));

/** Finishes model packs on a thread of Node's, with the checks that the page has for them. */
const finisher: FinisherApi = {
  async finish(draft) {
    const made = await finishOrRefuse(draft);
    if (!made.ok) return made;
    const verified = await new ImporterSession().verify(made.value);
    return verified.ok ? made : verified;
  },
};

expose(finisher, nodeEndpoint(parentPort!));
