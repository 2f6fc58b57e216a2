import makeRuntime, { type RuntimeOptions } from 'onnxruntime-web/ort-wasm-simd-threaded.mjs';
import { env } from 'onnxruntime-web/wasm';
import factoryUrl from './make-runtime.js?url';

declare global {
  var ktyperMakeRuntime: (options: RuntimeOptions) => Promise<unknown>;
}

/**
 * Has onnxruntime run on a module that the page has compiled once for all of its threads. onnxruntime-web has
 * no setting for a compiled module, but one for the address of the script that makes its WebAssembly part.
 * Measured in docs/decisions/0015-compute-threads.md.
 *
 * @param wasm address of the module, where there is no compiled one
 * @returns takes the compiled module, which the runtime waits for; null has it compile its own
 */
export function shareRuntime(wasm: string): (module: WebAssembly.Module | null) => void {
  let take: (module: WebAssembly.Module | null) => void = () => undefined;
  const compiled = new Promise<WebAssembly.Module | null>((resolve) => (take = resolve));
  globalThis.ktyperMakeRuntime = async (options) => {
    const module = await compiled;
    return module === null ? makeRuntime(options) : makeFrom(module, options);
  };
  env.wasm.wasmPaths = { wasm, mjs: factoryUrl };
  return take;
}

function makeFrom(module: WebAssembly.Module, options: RuntimeOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const instantiateWasm: RuntimeOptions['instantiateWasm'] = (imports, done) => {
      // Emscripten would wait for ever for an instance that cannot be made.
      WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
      return {};
    };
    makeRuntime({ ...options, instantiateWasm }).then(resolve, reject);
  });
}
