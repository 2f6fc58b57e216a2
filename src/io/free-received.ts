/**
 * Frees the memory of a buffer that the browser made, and leaves the buffer empty: that of a message, of a Blob's
 * bytes, or of an answer from the network.
 *
 * The browser's own object for such a buffer holds its bytes until the garbage collector comes, even if the buffer is
 * emptied by `transfer` (`core/free-buffer.ts`). What is sent to another thread leaves this object as well, and what is
 * sent to a port that nobody can read from is dropped.
 */
export function freeReceived(buffer: ArrayBuffer): void {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.postMessage(null, [buffer]);
  port1.close();
}
