import { type Remote, transfer } from 'comlink';
import type {
  AcquisitionInput,
  ConnectedSpectrumWorkerApi,
  SpectrumWorkerApi,
} from '../../workers/worker-api';
import { mapEntries } from '../io/acquisition-data';
import type { EntryData } from '../io/entry';
import { Carriers } from '../io/wire/carriers';
import { sendItems } from '../io/wire/items';
import { readOutcomes } from '../io/wire/outcomes';

/**
 * The calls of a compute worker on another thread. What a batch holds is copied to it and stays here
 * as well: should the thread be lost, another one gets it.
 */
export function remoteSpectrumApi(remote: Remote<ConnectedSpectrumWorkerApi>): SpectrumWorkerApi {
  const carriers = new Carriers();
  return {
    loadModel: (pack, guard) => remote.loadModel(pack, guard),
    async process(batch, options) {
      const { sent, buffers } = sendItems(batch.map(copyOf), carriers);
      const answer = await remote.process(transfer(sent, buffers), options);
      if ('plain' in answer) return answer.plain;
      const outcomes = readOutcomes(answer.carrier);
      carriers.giveBack(answer.carrier);
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

/** Its bytes once more; what only refers to bytes stays as it is. */
function copyOfEntry(entry: EntryData): EntryData {
  return entry.kind === 'bytes' ? { ...entry, bytes: entry.bytes.slice() } : entry;
}
