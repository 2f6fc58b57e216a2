import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { parentPort } from 'node:worker_threads';
import { mapEntries } from '../../src/io/acquisition-data';
import { openInflater } from '../../src/io/inflate/zlib';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { exposeSpectrumWorker } from '../../workers/spectrum/expose-spectrum';
import { tellModelRuns } from '../../workers/transport/model-run';
import { SpectrumSession } from '../../workers/spectrum/session';
import { readKernel } from '../build-kernel';
import { openNodeZlib } from './node-zlib';
import { unwireEntries, type WiredEntry } from './file-blob';

tellModelRuns((run) => parentPort!.postMessage(run));

/** A compute worker on a thread of Node's. Files come as their ranges, and are Blobs again here. */
const session = new SpectrumSession(openPreprocessor(readKernel), openInflater(openNodeZlib));

exposeSpectrumWorker(
  {
    loadModel: (pack, guard) => session.loadModel(pack, guard),
    classify: (vectors) => session.classify(vectors),
    process: (batch, options) => {
      const unwire = unwireEntries();
      const inputs = batch.map((input) =>
        mapEntries(input, (entry) => unwire(entry as WiredEntry)),
      );
      return session.process(inputs, options);
    },
  },
  nodeEndpoint(parentPort!),
);
