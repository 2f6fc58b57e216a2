/**
 * Computes the SHA-256 as lower-case hex, outside of the caller's thread. Browsers offer it only in secure
 * contexts (HTTPS, or this computer's own address), so nothing works elsewhere.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Writes bytes as lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
