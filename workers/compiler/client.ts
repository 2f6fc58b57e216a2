/**
 * Compiles onnxruntime once, for all compute threads of a page, on a thread that then ends. Compiling takes longer than
 * all else at the start of a compute thread. A browser keeps what it compiled from until the thread that compiled it ends.
 *
 * @returns null where it could not be compiled; each compute thread then tries by itself, and says why
 */
export function compiledOnnxruntime(): Promise<WebAssembly.Module | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./compiler.worker.ts', import.meta.url), {
      type: 'module',
      name: 'ktyper-compiler',
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
