import { asciiJson, asciiText } from '../../src/core/ascii';

/**
 * Buffers that carry plain data to another thread: a text and numbers beside it. The sender transfers a
 * buffer, the receiver returns it, and the pool fills it again.
 *
 * Browsers keep their copies of a message until the garbage collector frees the message, long after it was
 * read: many tens of megabytes in a large run. A transferred buffer that is returned is not kept in this
 * way.
 *
 * Layout, in the machine's byte order: uint32 count of numbers, uint32 bytes of text, the numbers as
 * float32, the text in ASCII.
 */
export class MessageBufferPool {
  #free: ArrayBuffer[] = [];

  fill({ text, numbers }: Payload): ArrayBuffer {
    const ascii = asciiJson(text);
    const count = numbers.reduce((sum, { length }) => sum + length, 0);
    const carrier = this.#take(HEAD + 4 * count + ascii.length);
    new Uint32Array(carrier, 0, 2).set([count, ascii.length]);
    const floats = new Float32Array(carrier, HEAD, count);
    let at = 0;
    for (const some of numbers) {
      floats.set(some, at);
      at += some.length;
    }
    ENCODER.encodeInto(ascii, new Uint8Array(carrier, HEAD + 4 * count));
    return carrier;
  }

  /** Takes a buffer that was returned, or that another pool made. */
  recycle(carrier: ArrayBuffer): void {
    this.#free.push(carrier);
    // The oldest buffer may be too small for current messages.
    if (this.#free.length > MAX_IDLE) this.#free.shift();
  }

  #take(bytes: number): ArrayBuffer {
    const at = this.#free.findIndex(({ byteLength }) => byteLength >= bytes);
    if (at >= 0) return this.#free.splice(at, 1)[0]!;
    return new ArrayBuffer(Math.ceil(bytes / SIZE_STEP) * SIZE_STEP);
  }
}

export interface Payload {
  readonly text: string;
  readonly numbers: readonly ArrayLike<number>[];
}

/** @returns the contents of a filled buffer; the numbers are a copy, so that the buffer can be reused */
export function readMessageBuffer(carrier: ArrayBuffer): {
  readonly text: string;
  readonly numbers: Float32Array<ArrayBuffer>;
} {
  const [count = 0, length = 0] = new Uint32Array(carrier, 0, 2);
  const bytes = new Uint8Array(carrier, HEAD + 4 * count, length);
  return { text: asciiText(bytes), numbers: new Float32Array(carrier, HEAD, count).slice() };
}

const ENCODER = new TextEncoder();
const HEAD = 8;
/** Buffers that are kept: two travel to and from a thread while one is read. */
const MAX_IDLE = 3;
const SIZE_STEP = 16 * 1024;
