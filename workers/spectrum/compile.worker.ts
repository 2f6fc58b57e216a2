import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { compileWasm } from './compile-wasm';

void compileWasm(wasmUrl).then((module) => globalThis.postMessage(module));
