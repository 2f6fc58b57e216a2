/** Milliseconds after which a broken connection is tried once more. */
const AGAIN_MS = 300;

/**
 * Fetches a file of the host, a second time where the connection broke off: Chromium breaks off what it loads
 * while site data is cleared, and a network may be lost for a moment.
 *
 * @returns null where the file cannot be had, for example offline when it was never loaded before
 */
export async function fetchBytes(
  address: string,
  cache: RequestCache = 'default',
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const isLast of [false, true]) {
    try {
      const response = await fetch(address, { cache });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    } catch {
      if (!isLast) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return null;
}
