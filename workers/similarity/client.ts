import { wrap } from 'comlink';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { InputFile } from '../../src/io/entry';
import { sentence } from '../../src/words/told/sentence';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';
import type { ComparableSpectrum, ComparedSpectra, SimilarityWorkerApi } from './api';

/**
 * Compares the spectra of a job in a thread that ends with the comparison, since it has twice the memory of what comes
 * out of it.
 *
 * @param tell is called with the number of spectra that were read so far
 */
export async function compareSpectra(
  start: StartWorker<SimilarityWorkerApi>,
  files: readonly InputFile[],
  wanted: readonly ComparableSpectrum[],
  { tell, signal }: { readonly tell: (read: number) => void; readonly signal: AbortSignal },
): Promise<Result<ComparedSpectra, Problem>> {
  const client = new WorkerClient(start);
  const end = () => client.retire(ENDED);
  signal.addEventListener('abort', end);
  try {
    const opened = await client.ask((api) => api.open(files, wanted));
    if (!opened.ok) return opened;
    for (;;) {
      const asked = await client.ask((api) => api.read());
      if (!asked.ok) return asked;
      if (!asked.value.ok) return asked.value;
      tell(asked.value.value.read);
      if (asked.value.value.isDone) break;
    }
    return await client.ask((api) => api.compare());
  } finally {
    signal.removeEventListener('abort', end);
    end();
  }
}

const ENDED = problem('worker-died', sentence('thread.died'), sentence('thread.memoryCure'));

/** Starts the worker that compares spectra, in a browser. */
export function startSimilarityWorker(): WorkerHandle<SimilarityWorkerApi> {
  const worker = new Worker(new URL('./similarity.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-similarity',
  });
  const remote = wrap<SimilarityWorkerApi>(worker);
  return handleOf(worker, {
    open: (files, wanted) => remote.open(files, wanted),
    read: () => remote.read(),
    compare: () => remote.compare(),
  });
}
