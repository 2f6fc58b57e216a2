import { type Remote, transfer } from 'comlink';
import type { AcquisitionInput, SpectrumWorkerApi } from '../../workers/worker-api';
import { buffersOfEntries } from '../io/entry-buffers';

/** The calls of a compute worker on another thread; what a batch holds is handed over to it. */
export function remoteSpectrumApi(remote: Remote<SpectrumWorkerApi>): SpectrumWorkerApi {
  return {
    loadModel: (pack) => remote.loadModel(pack),
    process: (batch, options) => remote.process(transfer(batch, buffersOf(batch)), options),
    classify: (vectors) => remote.classify(vectors),
  };
}

function buffersOf(batch: readonly AcquisitionInput[]): ArrayBuffer[] {
  return buffersOfEntries(batch.flatMap(({ fid, acqu }) => [fid, acqu]));
}
