import { type ByteRoom, type Inflate, inflateRaw } from './inflate-raw';

/** The functions of zlib in zip.js's `zip-module.wasm` that are used here. */
interface ZlibExports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(bytes: number): number;
  inflate_new(): number;
  /** @returns zlib's code */
  inflate_init_raw(stream: number): number;
  /**
   * Expects gzip's header and trailer, and verifies them.
   *
   * @returns zlib's code
   */
  inflate_init_gzip(stream: number): number;
  /** @returns bytes written, in the lower 24 bits, and zlib's code, signed, in the upper 8 */
  inflate_process(
    stream: number,
    from: number,
    fromBytes: number,
    to: number,
    toBytes: number,
    flush: number,
  ): number;
  /** @returns the number of input bytes that the last call consumed */
  inflate_last_consumed(stream: number): number;
  /** Frees the stream. */
  inflate_end(stream: number): number;
}

/**
 * Size in bytes of the input and of the output buffer in zlib's memory: a fid and its compressed data fit.
 */
const PIECE = 256 * 1024;
const STREAM_END = 1;
/** zlib's code for neither input nor room: no fault, and no progress. */
const BUFFER_ERROR = -5;

/** The result of one step. */
export interface ZlibStep {
  readonly state: 'more' | 'ended' | 'damaged';
  /** Number of input bytes that it consumed. */
  readonly taken: number;
  /** A view of zlib's memory, valid until the next step. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** zlib's inflate, compiled to WebAssembly as shipped with zip.js; it runs synchronously on this thread. */
export class Zlib {
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
    if (this.#from === 0 || this.#to === 0) throw noMemory();
    this.#zlib = zlib;
  }

  /**
   * Opens a stream, which has to be closed.
   *
   * @throws RangeError (no memory left)
   */
  open(format: 'raw' | 'gzip'): number {
    const zlib = this.#zlib;
    const stream = zlib.inflate_new();
    if (stream === 0) throw noMemory();
    const code = format === 'raw' ? zlib.inflate_init_raw(stream) : zlib.inflate_init_gzip(stream);
    if (code === 0) return stream;
    zlib.inflate_end(stream);
    throw noMemory();
  }

  /**
   * Inflates as much as possible of the first 256 kB of the input.
   *
   * @param most bytes of output; never more than 256 kB
   */
  step(stream: number, input: Uint8Array<ArrayBuffer>, most = PIECE): ZlibStep {
    const zlib = this.#zlib;
    const piece = input.subarray(0, PIECE);
    new Uint8Array(zlib.memory.buffer, this.#from, PIECE).set(piece);
    const room = Math.min(most, PIECE);
    const answer = zlib.inflate_process(stream, this.#from, piece.length, this.#to, room, 0);
    const code = answer >> 24;
    return {
      state: code === STREAM_END ? 'ended' : code < 0 && code !== BUFFER_ERROR ? 'damaged' : 'more',
      taken: zlib.inflate_last_consumed(stream),
      bytes: new Uint8Array(zlib.memory.buffer, this.#to, answer & 0xffffff),
    };
  }

  close(stream: number): void {
    this.#zlib.inflate_end(stream);
  }
}

function noMemory(): RangeError {
  return new RangeError('zlib has no memory left');
}

/**
 * Inflates entries with zlib itself. The platform's DecompressionStream does the same work in many small
 * pieces, each with an object, a buffer and a turn of the event loop; for a plate, this takes several times
 * as long as the inflating itself. `docs/decisions/0006-inflating.md` has the numbers.
 */
class ZlibInflater {
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
      // With room for one more byte, zlib reaches the end of the data, or shows that they are too long.
      const most = size - written + 1;
      const { state, taken, bytes } = this.#zlib.step(stream, compressed.subarray(read), most);
      if (state === 'damaged' || written + bytes.length > size) return 'damaged';
      // Allocated only once data have been inflated, since the declared size may be wrong.
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

/** @returns a zlib instance with its own memory; null where zlib is not available */
export type OpenZlib = () => Promise<Zlib | null>;

/**
 * Reads and compiles zlib once, on first use.
 *
 * @param readModule reads the bytes of zip.js's `zip-module.wasm`
 */
export function zlibOpener(readModule: () => Promise<BufferSource>): OpenZlib {
  let compiling: Promise<WebAssembly.Module> | null = null;
  return async () => {
    try {
      compiling ??= readModule().then((bytes) => WebAssembly.compile(bytes));
      return new Zlib(await compiling);
    } catch {
      return null;
    }
  };
}

/** Opens the fastest available inflater: zlib, or the platform's own where zlib is not available. */
export async function openInflater(openZlib: OpenZlib): Promise<Inflate> {
  const zlib = await openZlib();
  return zlib === null ? inflateRaw : new ZlibInflater(zlib).inflate;
}
