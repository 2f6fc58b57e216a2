import type { ByteRoom } from './inflate';

/** What zip.js's `zip-module.wasm` exports of zlib, as far as it is used here. */
interface ZlibExports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(bytes: number): number;
  inflate_new(): number;
  /** @returns zlib's code */
  inflate_init_raw(stream: number): number;
  /** @returns bytes written, in the lower 24 bits, and zlib's code, signed, in the upper 8 */
  inflate_process(
    stream: number,
    from: number,
    fromBytes: number,
    to: number,
    toBytes: number,
    flush: number,
  ): number;
  /** Bytes that the last call took. */
  inflate_last_consumed(stream: number): number;
  /** Frees the stream. */
  inflate_end(stream: number): number;
}

/** Bytes in zlib's memory on either side: a fid and its compressed data go through at once. */
const PIECE = 256 * 1024;
const STREAM_END = 1;

/**
 * Inflates with zlib itself, compiled to WebAssembly as zip.js ships it, at once and on this thread. The
 * platform's DecompressionStream does the same work in many small pieces, each of them an object, a
 * buffer and a turn of the event loop: for a plate these take several times as long as to inflate.
 * `docs/decisions/0006-inflating.md` has the numbers.
 */
export class ZlibInflater {
  readonly #zlib: ZlibExports;
  readonly #from: number;
  readonly #to: number;

  /**
   * @param module compiled from `zip-module.wasm` of the package `@zip.js/zip.js`
   * @throws WebAssembly.LinkError, RangeError (no memory left)
   */
  constructor(module: WebAssembly.Module) {
    const zlib = new WebAssembly.Instance(module).exports as unknown as ZlibExports;
    zlib._initialize?.();
    this.#from = zlib.malloc(PIECE);
    this.#to = zlib.malloc(PIECE);
    if (this.#from === 0 || this.#to === 0) throw new RangeError('zlib has no memory left');
    this.#zlib = zlib;
  }

  /** See `Inflate`. */
  readonly inflate = (
    compressed: Uint8Array<ArrayBuffer>,
    size: number,
    room: ByteRoom,
  ): Uint8Array<ArrayBuffer> | 'damaged' => {
    const zlib = this.#zlib;
    const stream = zlib.inflate_new();
    if (stream === 0) throw new RangeError('zlib has no memory left');
    try {
      return zlib.inflate_init_raw(stream) === 0
        ? this.#inflateAll(stream, compressed, size, room)
        : 'damaged';
    } finally {
      zlib.inflate_end(stream);
    }
  };

  #inflateAll(
    stream: number,
    compressed: Uint8Array<ArrayBuffer>,
    size: number,
    room: ByteRoom,
  ): Uint8Array<ArrayBuffer> | 'damaged' {
    const zlib = this.#zlib;
    let bytes: Uint8Array<ArrayBuffer> | null = null;
    let read = 0;
    let written = 0;
    for (;;) {
      const piece = compressed.subarray(read, read + PIECE);
      new Uint8Array(zlib.memory.buffer, this.#from, PIECE).set(piece);
      // One byte more than there should be: there zlib sees the end of the data, or that they go on.
      const most = Math.min(PIECE, size - written + 1);
      const answer = zlib.inflate_process(stream, this.#from, piece.length, this.#to, most, 0);
      const code = answer >> 24;
      const gained = answer & 0xffffff;
      const taken = zlib.inflate_last_consumed(stream);
      if (code < 0 || written + gained > size) return 'damaged';
      // Memory is taken for data that are there, whatever size they claim.
      bytes ??= room(size);
      bytes.set(new Uint8Array(zlib.memory.buffer, this.#to, gained), written);
      read += taken;
      written += gained;
      if (code === STREAM_END) {
        return written === size && read === compressed.length ? bytes : 'damaged';
      }
      if (taken === 0 && gained === 0) return 'damaged';
    }
  }
}
