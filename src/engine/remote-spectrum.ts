import { type Remote, transfer } from 'comlink';
import type { AcquisitionInput, SpectrumWorkerApi } from '../../workers/worker-api';
import type { EntryData } from '../io/entry';
import { buffersOfEntries } from '../io/entry-buffers';

/**
 * The calls of a compute worker on another thread. What a batch holds is copied to it and stays here
 * as well: should the thread be lost, another one gets it.
 */
export function remoteSpectrumApi(remote: Remote<SpectrumWorkerApi>): SpectrumWorkerApi {
  return {
    loadModel: (pack) => remote.loadModel(pack),
    process(batch, options) {
      const copy = batch.map(copyOf);
      return remote.process(transfer(copy, buffersOf(copy)), options);
    },
    classify: (vectors) => remote.classify(vectors),
  };
}

function copyOf(input: AcquisitionInput): AcquisitionInput {
  return { ...input, fid: copyOfEntry(input.fid), acqu: input.acqu && copyOfEntry(input.acqu) };
}

/** Its bytes once more; what only refers to bytes stays as it is. */
function copyOfEntry(entry: EntryData): EntryData {
  return entry.kind === 'bytes' ? { ...entry, bytes: entry.bytes.slice() } : entry;
}

function buffersOf(batch: readonly AcquisitionInput[]): ArrayBuffer[] {
  return buffersOfEntries(batch.flatMap(({ fid, acqu }) => [fid, acqu]));
}
