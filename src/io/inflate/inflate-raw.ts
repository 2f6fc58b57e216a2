type Bytes = Uint8Array<ArrayBuffer>;

/** Returns an array of exactly `size` bytes, which the caller owns until it is released. */
export type ByteRoom = (size: number) => Bytes;

/**
 * Inflates raw deflate data of a known size. Stops as soon as there are more than `size` bytes. Does not
 * change its input.
 *
 * @param room provides the array for the result, whose contents are overwritten
 * @returns exactly `size` bytes; `damaged` when the data are not deflate data, end early, continue after
 * their end or inflate to another size
 */
export type Inflate = (
  compressed: Bytes,
  size: number,
  room: ByteRoom,
) => Bytes | 'damaged' | Promise<Bytes | 'damaged'>;

export const newRoom: ByteRoom = (size) => new Uint8Array(size);

/** Number of bytes in one write. They can inflate to 66 MB before the reader can stop them. */
const WRITE_BYTES = 64 * 1024;

/**
 * Inflates raw deflate data with the platform's DecompressionStream; see `Inflate`. Used for the few
 * entries that the archive worker reads itself, and where zlib is not available (`openInflater`).
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

/** Writes the data and closes the stream. Never rejects, since the reader sees the error, too. */
async function write(writable: WritableStream<BufferSource>, bytes: Uint8Array<ArrayBuffer>) {
  const writer = writable.getWriter();
  try {
    for (let at = 0; at < bytes.length; at += WRITE_BYTES) {
      await writer.write(bytes.subarray(at, at + WRITE_BYTES));
    }
    await writer.close();
  } catch {
    // The reader reports it.
  }
}
