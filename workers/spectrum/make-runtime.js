// onnxruntime-web imports this file by its address, as the factory of its WebAssembly part. The factory itself
// is in the thread's own script: shared-runtime.ts says why.
export default (options) => globalThis.ktyperMakeRuntime(options);
