import { type Endpoint, expose, transfer } from 'comlink';
import { SpectrumSession } from './spectrum-session';
import { buffersOfAnswers, buffersOfOutcomes } from './transferables';
import type { SpectrumWorkerApi } from './worker-api';

/**
 * Answers as a compute worker on a thread's endpoint.
 *
 * @param endpoint a Web Worker's own by default; Node's threads have a port
 */
export function exposeSpectrumWorker(
  session: SpectrumWorkerApi = new SpectrumSession(),
  endpoint?: Endpoint,
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
  } satisfies SpectrumWorkerApi;
  expose(api, endpoint);
}
