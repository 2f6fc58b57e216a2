import { type ByteRoom, type Inflate, inflateRaw } from './inflate-raw';

/** What zip.js's `zip-module.wasm` exports of zlib, as far as it is used here. */
interface ZlibExports {
  readonly memory: WebAssembly.Memory;
  _initialize?(): void;
  malloc(bytes: number): number;
  inflate_new(): number;
  /** @returns zlib's code */
  inflate_init_raw(stream: number): number;
  /** With gzip's header and trailer, which it checks. @returns zlib's code */
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
  /** Bytes that the last call took. */
  inflate_last_consumed(stream: number): number;
  /** Frees the stream. */
  inflate_end(stream: number): number;
}

/** Bytes in zlib's memory on either side: a fid and its compressed data go through at once. */
const PIECE = 256 * 1024;
const STREAM_END = 1;
/** Neither input left nor room: no fault, and no progress. */
const BUFFER_ERROR = -5;

/** What came of one step. */
export interface ZlibStep {
  readonly state: 'more' | 'ended' | 'damaged';
  /** Bytes of the input that it took. */
  readonly taken: number;
  /** A view of zlib's memory: good until the next step. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** zlib's inflating, compiled to WebAssembly as zip.js ships it: at once and on this thread. */
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
   * Begins a stream, which has to be closed.
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
   * Inflates what it can of the input, of which it looks at the first 256 kB.
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

/** @returns zlib with memory of its own each time; null where it cannot be had */
export type OpenZlib = () => Promise<Zlib | null>;

/**
 * Reads and compiles zlib once, when it is first asked for.
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

/** The fastest way to inflate that there is here: zlib, or the platform's own where that cannot be had. */
export async function openInflater(openZlib: OpenZlib): Promise<Inflate> {
  const zlib = await openZlib();
  return zlib === null ? inflateRaw : new ZlibInflater(zlib).inflate;
}
