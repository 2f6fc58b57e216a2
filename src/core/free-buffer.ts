/** Part of ECMAScript 2024; some supported browsers lack it. */
interface Transferable2024 {
  transfer?(byteLength: number): ArrayBuffer;
}

/** The part of a platform's ports that is used here: this layer knows neither browsers nor Node. */
declare const MessageChannel: new () => {
  readonly port1: { postMessage(message: null, buffers: ArrayBuffer[]): void; close(): void };
  readonly port2: { close(): void };
};

/**
 * Frees a buffer's memory at once, where the platform can, and leaves the buffer empty. The garbage collector
 * would free it too, but only once much has accumulated: reading a gigabyte leaves tens of megabytes.
 *
 * Use it only for buffers that the browser has not seen; {@link freeSeenBuffer} is for the others.
 */
export function freeBuffer(buffer: ArrayBuffer): void {
  (buffer as Transferable2024).transfer?.(0);
}

/**
 * Does the same for buffers that the browser has seen: it made them (a message, a Blob's bytes, an answer from the
 * network), or was given them (to be stored, encoded, hashed).
 *
 * The browser's own object for such a buffer holds its bytes until the garbage collector comes, even if the buffer is
 * emptied by `transfer`; and the collector, which considers the bytes gone, comes late. What is sent to another thread
 * leaves this object as well, and what is sent to a port that nobody can read from is dropped.
 */
export function freeSeenBuffer(...buffers: ArrayBuffer[]): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, buffers);
  port1.close();
}
