import { type Remote, transfer, wrap } from 'comlink';
import type { AcquisitionInput, ConnectedSpectrumWorkerApi, SpectrumWorkerApi } from './api';
import { mapEntries } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { MessageBufferPool } from '../transport/message-buffer-pool';
import { encodeItems } from '../transport/encoded-items';
import { handleOf, type WorkerHandle } from '../worker-handle';
import { readOutcomes } from './outcome-codec';

/**
 * Starts a compute worker, in a browser.
 *
 * @param connect gives it a port of the archive's thread, so that the two communicate without the page, and another
 *   one if that thread is replaced; returns what ends this
 * @param runtime onnxruntime, compiled once for all threads; null where each has to compile it
 */
export function startSpectrumWorker(
  connect: (take: (port: MessagePort) => void) => () => void,
  runtime: Promise<WebAssembly.Module | null>,
): WorkerHandle<SpectrumWorkerApi> {
  const worker = new Worker(new URL('./spectrum.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-spectrum',
  });
  const remote = wrap<ConnectedSpectrumWorkerApi>(worker);
  const disconnect = connect((port) => void remote.connect(transfer(port, [port])));
  void runtime.then((module) => remote.takeRuntime(module));
  const handle = handleOf<SpectrumWorkerApi>(worker, remoteSpectrumApi(remote));
  const terminate = (): void => {
    disconnect();
    handle.terminate();
  };
  return { ...handle, terminate };
}

/**
 * Returns the calls of a compute worker on another thread. The contents of a batch are copied to it and
 * also stay here, for another thread if it is lost.
 */
export function remoteSpectrumApi(remote: Remote<ConnectedSpectrumWorkerApi>): SpectrumWorkerApi {
  const carriers = new MessageBufferPool();
  return {
    loadModel: (pack, guard) => remote.loadModel(pack, guard),
    async process(batch, options) {
      const { sent, buffers } = encodeItems(batch.map(copyOf), carriers);
      const answer = await remote.process(transfer(sent, buffers), options);
      if ('plain' in answer) return answer.plain;
      const outcomes = readOutcomes(answer.carrier);
      carriers.recycle(answer.carrier);
      const { vectors } = answer;
      if (vectors === null) return outcomes;
      return outcomes.map((outcome, i) => ({ ...outcome, vector: vectors[i] ?? null }));
    },
    classify: (vectors) => remote.classify(vectors),
  };
}

function copyOf(input: AcquisitionInput): AcquisitionInput {
  return mapEntries(input, copyOfEntry);
}

/** Copies an entry's bytes; references to bytes elsewhere stay unchanged. */
function copyOfEntry(entry: EntryData): EntryData {
  return entry.kind === 'bytes' ? { ...entry, bytes: entry.bytes.slice() } : entry;
}
