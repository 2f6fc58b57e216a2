import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env } from 'onnxruntime-web/wasm';
import kernelUrl from '../src/kernel/kernel.wasm?url';
import { openPreprocessor } from '../src/kernel/open-preprocessor';
import { exposeSpectrumWorker } from './expose-spectrum';
import { warmUpRuntime } from './model-graph';
import { SpectrumSession } from './spectrum-session';

env.wasm.wasmPaths = { wasm: wasmUrl };

const preprocessor = openPreprocessor(async () => (await fetch(kernelUrl)).arrayBuffer());
exposeSpectrumWorker(new SpectrumSession(preprocessor));
void warmUpRuntime();
