import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

/**
 * Compiles onnxruntime on the browser's own threads. What cannot be compiled is fetched once more, past the
 * browser's cache, which may hold a part of it.
 *
 * @returns null where it cannot be fetched or compiled; each compute thread then tries by itself, and says why
 */
export async function compileOnnxruntime(): Promise<WebAssembly.Module | null> {
  for (const cache of ['default', 'reload'] as const) {
    try {
      return await WebAssembly.compileStreaming(fetch(wasmUrl, { cache }));
    } catch {
      // The next try, or null.
    }
  }
  return null;
}
