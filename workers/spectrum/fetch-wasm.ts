/**
 * Fetches a part of the app that is WebAssembly. One that is not whole is fetched again past the browser's
 * cache, which may hold a part of it, or another answer at its address.
 */
export async function fetchWasm(address: string): Promise<ArrayBuffer> {
  const kept = await (await fetch(address)).arrayBuffer();
  if (WebAssembly.validate(kept)) return kept;
  return (await fetch(address, { cache: 'reload' })).arrayBuffer();
}
