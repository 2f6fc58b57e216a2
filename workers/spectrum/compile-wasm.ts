/**
 * Compiles WebAssembly on the browser's own threads. What cannot be compiled is fetched once more, past the
 * browser's cache, which may hold a part of it.
 *
 * @returns null where it cannot be fetched or compiled
 */
export async function compileWasm(address: string): Promise<WebAssembly.Module | null> {
  for (const cache of ['default', 'reload'] as const) {
    try {
      return await WebAssembly.compileStreaming(fetch(address, { cache }));
    } catch {
      // The next try, or null.
    }
  }
  return null;
}
