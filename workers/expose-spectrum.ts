import { type Endpoint, expose, transfer, wrap } from 'comlink';
import { HeldReader } from './held-reader';
import { SpectrumSession } from './spectrum-session';
import { buffersOfAnswers, buffersOfOutcomes } from './transferables';
import type { ConnectedSpectrumWorkerApi, HeldEntriesApi, SpectrumWorkerApi } from './worker-api';

/**
 * Answers as a compute worker on a thread's endpoint.
 *
 * @param endpoint a Web Worker's own by default; Node's threads have a port
 * @param held is told of the archive's thread, when the page connects the two
 */
export function exposeSpectrumWorker(
  session: SpectrumWorkerApi = new SpectrumSession(),
  endpoint?: Endpoint,
  held: HeldReader = new HeldReader(),
): void {
  const api = {
    loadModel: (pack) => session.loadModel(pack),
    async process(batch, options) {
      const outcomes = await session.process(batch, options);
      return transfer(outcomes, buffersOfOutcomes(outcomes));
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
  } satisfies ConnectedSpectrumWorkerApi;
  expose(api, endpoint);
}
