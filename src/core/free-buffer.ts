/** Part of ECMAScript 2024; some supported browsers lack it. */
interface Transferable2024 {
  transfer?(byteLength: number): ArrayBuffer;
}

/**
 * Frees a buffer's memory at once, where the platform can, and leaves the buffer empty. The garbage collector
 * would free it too, but only once much has accumulated: reading a gigabyte leaves tens of megabytes.
 *
 * Use it only for buffers that this program made. A buffer that the browser made (a Blob's bytes, a stream's
 * chunk) is still held by the browser, while the collector, which considers it gone, does not free it: in a
 * large run this makes the garbage grow instead of shrink. `io/free-received.ts` frees these.
 */
export function freeBuffer(buffer: ArrayBuffer): void {
  (buffer as Transferable2024).transfer?.(0);
}
