/**
 * Computes the SHA-256 as lower-case hex, outside of the caller's thread. Browsers offer it only in secure
 * contexts (HTTPS, or this computer's own address), so nothing works elsewhere.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let hex = '';
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
