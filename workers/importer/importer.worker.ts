import { expose, transfer } from 'comlink';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env } from 'onnxruntime-web/wasm';
import { tellModelRuns } from '../transport/model-run';
import { ImporterSession } from './session';
import type { ImporterWorkerApi } from './api';

env.wasm.wasmPaths = { wasm: wasmUrl };

tellModelRuns((run) => globalThis.postMessage(run));

const session = new ImporterSession();

expose({
  read: (files) => session.read(files),
  async make(answers) {
    const made = await session.make(answers);
    if (!made.ok) return made;
    const { manifest, graph } = made.value;
    return transfer(made, [manifest.buffer, graph.buffer]);
  },
  verify: (pack) => session.verify(pack),
  async zip(pack, folder) {
    const bytes = await session.zip(pack, folder);
    return transfer(bytes, [bytes.buffer]);
  },
} satisfies ImporterWorkerApi);
