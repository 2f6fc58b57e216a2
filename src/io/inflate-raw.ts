/** Bytes that are written at once: they can inflate to 66 MB before the reader can stop them. */
const WRITE_BYTES = 64 * 1024;

/**
 * Inflates raw deflate data of a known size with the platform's DecompressionStream. Stops as soon as
 * there is more than `size`. Input is not changed.
 *
 * Why not fflate's inflateSync: on the 48 fids of a real plate (4.1 MB) it takes 28 ms in Chromium
 * once it is warm and 120 ms the first time; this takes 16 and 26 ms, four entries at once. In Node 20
 * both take 26 ms for the plate's 96 files.
 *
 * @returns a buffer of its own of exactly `size` bytes; `damaged` when the data are no deflate data,
 *   break off or inflate to another size
 */
export async function inflateRaw(
  compressed: Uint8Array<ArrayBuffer>,
  size: number,
): Promise<Uint8Array<ArrayBuffer> | 'damaged'> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  void write(writable, compressed);
  const bytes = new Uint8Array(size);
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > size) return 'damaged';
      bytes.set(value, at);
      at += value.length;
    }
  } catch {
    return 'damaged';
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  return at === size ? bytes : 'damaged';
}

/** Never rejects: a fault is seen by the reader too. */
async function write(writable: WritableStream<BufferSource>, bytes: Uint8Array<ArrayBuffer>) {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < bytes.length; at += WRITE_BYTES) {
      await writer.write(bytes.subarray(at, at + WRITE_BYTES));
    }
    await writer.close();
  } catch {
    // The reader's to say.
  }
}
