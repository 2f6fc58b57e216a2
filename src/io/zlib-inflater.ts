import type { ByteRoom } from './inflate';
import type { Zlib } from './zlib';

/**
 * Inflates entries with zlib itself. The platform's DecompressionStream does the same work in many small
 * pieces, each of them an object, a buffer and a turn of the event loop: for a plate these take several
 * times as long as to inflate. `docs/decisions/0006-inflating.md` has the numbers.
 */
export class ZlibInflater {
  readonly #zlib: Zlib;

  constructor(zlib: Zlib) {
    this.#zlib = zlib;
  }

  /** See `Inflate`. */
  readonly inflate = (
    compressed: Uint8Array<ArrayBuffer>,
    size: number,
    room: ByteRoom,
  ): Uint8Array<ArrayBuffer> | 'damaged' => {
    const stream = this.#zlib.open('raw');
    try {
      return this.#inflateAll(stream, compressed, size, room);
    } finally {
      this.#zlib.close(stream);
    }
  };

  #inflateAll(
    stream: number,
    compressed: Uint8Array<ArrayBuffer>,
    size: number,
    room: ByteRoom,
  ): Uint8Array<ArrayBuffer> | 'damaged' {
    let result: Uint8Array<ArrayBuffer> | null = null;
    let read = 0;
    let written = 0;
    for (;;) {
      // One byte more than there should be: there zlib sees the end of the data, or that they go on.
      const most = size - written + 1;
      const { state, taken, bytes } = this.#zlib.step(stream, compressed.subarray(read), most);
      if (state === 'damaged' || written + bytes.length > size) return 'damaged';
      // Memory is taken for data that are there, whatever size they claim.
      result ??= room(size);
      result.set(bytes, written);
      read += taken;
      written += bytes.length;
      if (state === 'ended') {
        return written === size && read === compressed.length ? result : 'damaged';
      }
      if (taken === 0 && bytes.length === 0) return 'damaged';
    }
  }
}
