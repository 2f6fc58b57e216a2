/**
 * Has a thread compile onnxruntime, for all compute threads of a page: compiling takes a thread longer than
 * everything else at its start. The thread ends with it, since a browser keeps what it fetched and compiled from, some
 * 40 MB, as long as the thread that did so.
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
