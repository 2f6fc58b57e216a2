/** The factory that Emscripten makes of onnxruntime; the package has no types for it. */
declare module 'onnxruntime-web/ort-wasm-simd-threaded.mjs' {
  export interface RuntimeOptions {
    readonly numThreads?: number;
    /** Takes the place of Emscripten's own instantiating. */
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
  }
  export default function makeRuntime(options: RuntimeOptions): Promise<unknown>;
}
