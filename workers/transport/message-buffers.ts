import { asciiText } from '../../src/io/ascii';

/**
 * Plain data on its way to another thread: a text, and numbers beside it, in one buffer that is handed over
 * and comes back to be filled again.
 *
 * A browser keeps what it has copied of a message, and what it has made of one, until the collector comes for
 * the message, long after it was read: of a large run that is many tens of megabytes. What comes back it
 * keeps no longer.
 *
 * Layout, in the machine's own order: uint32 numbers, uint32 bytes of text, the numbers as float32, the text
 * in ASCII.
 */
export class Carriers {
  #free: ArrayBuffer[] = [];

  fill({ text, numbers }: Load): ArrayBuffer {
    const ascii = inAscii(text);
    const count = numbers.reduce((sum, { length }) => sum + length, 0);
    const carrier = this.#take(HEAD + 4 * count + ascii.length);
    new Uint32Array(carrier, 0, 2).set([count, ascii.length]);
    const floats = new Float32Array(carrier, HEAD, count);
    let at = 0;
    for (const some of numbers) {
      floats.set(some, at);
      at += some.length;
    }
    new TextEncoder().encodeInto(ascii, new Uint8Array(carrier, HEAD + 4 * count));
    return carrier;
  }

  /** One that has come back, or another's that is to be filled from now on. */
  giveBack(carrier: ArrayBuffer): void {
    this.#free.push(carrier);
    // The one that has lain here longest may be too small for what is sent by now.
    if (this.#free.length > MOST) this.#free.shift();
  }

  #take(bytes: number): ArrayBuffer {
    const at = this.#free.findIndex(({ byteLength }) => byteLength >= bytes);
    if (at >= 0) return this.#free.splice(at, 1)[0]!;
    return new ArrayBuffer(Math.ceil(bytes / GRAIN) * GRAIN);
  }
}

export interface Load {
  readonly text: string;
  readonly numbers: readonly ArrayLike<number>[];
}

/** What a carrier was filled with; the numbers are a copy, so that it can be filled again at once. */
export function readCarrier(carrier: ArrayBuffer): {
  readonly text: string;
  readonly numbers: Float32Array<ArrayBuffer>;
} {
  const [count = 0, length = 0] = new Uint32Array(carrier, 0, 2);
  const bytes = new Uint8Array(carrier, HEAD + 4 * count, length);
  return { text: asciiText(bytes), numbers: new Float32Array(carrier, HEAD, count).slice() };
}

const HEAD = 8;
/** Two are under way to and from a thread, and one is read. */
const MOST = 3;
const GRAIN = 16 * 1024;

/** JSON as ASCII alone; it says all other characters, too, by their numbers. */
function inAscii(json: string): string {
  return json.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
