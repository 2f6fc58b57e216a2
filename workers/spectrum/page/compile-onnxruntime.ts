/**
 * Compiles onnxruntime for all compute threads of a page: compiling takes a thread longer than everything else at
 * its start. A thread that ends with it compiles, and not the page: what Chromium needs to compile a part that
 * comes in pieces, some 75 MB for this one, is freed by the garbage collector of the thread that asked for it, and
 * a page at rest collects nothing.
 *
 * @returns null where it cannot be fetched or compiled; each thread then tries by itself, and says why
 */
export function compileOnnxruntime(): Promise<WebAssembly.Module | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('../compile.worker.ts', import.meta.url), {
      type: 'module',
      name: 'ktyper-compile',
    });
    const end = (module: WebAssembly.Module | null) => {
      worker.terminate();
      resolve(module);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<WebAssembly.Module | null>) =>
      end(data),
    );
    worker.addEventListener('messageerror', () => end(null));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(null);
    });
  });
}
