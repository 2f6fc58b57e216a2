type Bytes = Uint8Array<ArrayBuffer>;

/** Returns an array of exactly so many bytes, which is the caller's until it says otherwise. */
export type ByteRoom = (size: number) => Bytes;

/**
 * Inflates raw deflate data of a known size. Stops as soon as there is more than `size`. Input is not
 * changed.
 *
 * @param room provides the array for the result; whatever is in it is overwritten
 * @returns exactly `size` bytes; `damaged` when the data are no deflate data, break off, go on behind
 *   their end or inflate to another size
 */
export type Inflate = (
  compressed: Bytes,
  size: number,
  room: ByteRoom,
) => Bytes | 'damaged' | Promise<Bytes | 'damaged'>;

export const newRoom: ByteRoom = (size) => new Uint8Array(size);

/** Bytes that are written at once: they can inflate to 66 MB before the reader can stop them. */
const WRITE_BYTES = 64 * 1024;

/**
 * Inflates raw deflate data with the platform's DecompressionStream; see `Inflate`. For the few entries
 * that the archive worker reads itself, and where zlib cannot be had (`openInflater`).
 */
export async function inflateRaw(
  compressed: Uint8Array<ArrayBuffer>,
  size: number,
  room = newRoom,
): Promise<Uint8Array<ArrayBuffer> | 'damaged'> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const reader = readable.getReader();
  void write(writable, compressed);
  const bytes = room(size);
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
