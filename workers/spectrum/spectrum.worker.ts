import zlibUrl from '@zip.js/zip.js/dist/zip-module.wasm?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import kernelUrl from '../../src/kernel/kernel.wasm?url';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { openInflater, zlibOpener } from '../../src/io/inflate/zlib';
import { fetchWasm } from './fetch-wasm';
import { exposeSpectrumWorker } from './expose-spectrum';
import { HeldReader } from './held-reader';
import { warmUpRuntime } from './model-graph';
import { SpectrumSession } from './session';
import { shareRuntime } from './shared-runtime';

const takeRuntime = shareRuntime(wasmUrl);
const preprocessor = openPreprocessor(() => fetchWasm(kernelUrl));
const inflate = openInflater(zlibOpener(() => fetchWasm(zlibUrl)));
const held = new HeldReader();
exposeSpectrumWorker(
  new SpectrumSession(preprocessor, inflate, held),
  undefined,
  held,
  takeRuntime,
);
void warmUpRuntime();
