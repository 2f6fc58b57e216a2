import { compileOnnxruntime } from './compile-onnxruntime';

globalThis.postMessage(await compileOnnxruntime());
