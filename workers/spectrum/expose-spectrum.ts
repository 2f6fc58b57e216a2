import { type Endpoint, expose, transfer, wrap } from 'comlink';
import { MessageBufferPool } from '../transport/message-buffer-pool';
import { decodeItems } from '../transport/encoded-items';
import { writeOutcomes } from './outcome-codec';
import { HeldReader } from './held-reader';
import { SpectrumSession } from './session';
import { buffersOfAnswers } from './transferables';
import type { ConnectedSpectrumWorkerApi, SpectrumWorkerApi } from './api';
import type { HeldEntriesApi } from '../archive/api';

/**
 * Answers the requests to a compute worker on a thread's endpoint.
 *
 * @param endpoint a Web Worker's own by default; a port in Node's threads
 * @param held receives the archive's port, when the page connects the two
 * @param takeRuntime receives the compiled onnxruntime, where the page shares one
 */
export function exposeSpectrumWorker(
  session: SpectrumWorkerApi = new SpectrumSession(),
  endpoint?: Endpoint,
  held: HeldReader = new HeldReader(),
  takeRuntime: (module: WebAssembly.Module | null) => void = () => undefined,
): void {
  const carriers = new MessageBufferPool();
  const api = {
    loadModel: (pack, guard) => session.loadModel(pack, guard),
    async process(sent, options) {
      const batch = decodeItems(sent, carriers);
      const outcomes = await session.process(batch, options);
      const vectors = outcomes.map(({ vector }) => vector);
      const buffers = vectors.flatMap((vector) => vector?.buffer ?? []);
      const load = writeOutcomes(outcomes);
      if (load === null) return transfer({ plain: outcomes }, buffers);
      const carrier = carriers.fill(load);
      const answer = { carrier, vectors: buffers.length === 0 ? null : vectors };
      return transfer(answer, [carrier, ...buffers]);
    },
    async classify(vectors) {
      const answers = await session.classify(vectors);
      return transfer(answers, buffersOfAnswers(answers));
    },
    connect(port) {
      const archive = wrap<HeldEntriesApi>(port);
      held.connect({
        give: (ids, room) => archive.give(ids, room === null ? null : transfer(room, [room])),
      });
      return Promise.resolve();
    },
    takeRuntime(module) {
      takeRuntime(module);
      return Promise.resolve();
    },
  } satisfies ConnectedSpectrumWorkerApi;
  expose(api, endpoint);
}
