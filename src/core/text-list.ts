/** Every so many texts one is written whole, so that few have to be put together to read one. */
const RUN = 16;
const FIRST_BYTES = 4096;
/** From this byte on, a byte begins a code unit of three. */
const WIDE = 0x80;

/**
 * Texts that are added one by one and read again by their number, as bytes. Of each is written what differs from the
 * one before it: a run's paths begin alike, and those of one folder nearly end alike.
 */
export class TextList {
  #bytes = new Uint8Array(FIRST_BYTES);
  #used = 0;
  /** Where each text's own bytes begin, and how many bytes it has in common with the one before it. */
  #starts = new Uint32Array(64);
  #shared = new Uint16Array(64);
  #size = 0;
  /** The bytes of the text that was added last, and room to put texts together. */
  #last = new Uint8Array(256);
  #lastLength = 0;
  #room = new Uint8Array(256);

  /** @returns the text's number, from 0 on */
  add(text: string): number {
    const length = this.#write(text);
    const number = this.#size++;
    const most = number % RUN === 0 ? 0 : Math.min(length, this.#lastLength, 0xffff);
    let shared = 0;
    while (shared < most && this.#room[shared] === this.#last[shared]) shared += 1;
    if (number === this.#starts.length) {
      this.#starts = grown(this.#starts, new Uint32Array(2 * number));
      this.#shared = grown(this.#shared, new Uint16Array(2 * number));
    }
    this.#starts[number] = this.#used;
    this.#shared[number] = shared;
    const end = this.#used + length - shared;
    if (end > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, new Uint8Array(Math.max(end, 2 * this.#bytes.length)));
    }
    this.#bytes.set(this.#room.subarray(shared, length), this.#used);
    this.#used = end;
    [this.#last, this.#room] = [this.#room, this.#last];
    this.#lastLength = length;
    return number;
  }

  /** @throws RangeError where there is no such text */
  at(number: number): string {
    if (!Number.isInteger(number) || number < 0 || number >= this.#size)
      throw new RangeError(`No text ${number}`);
    let length = 0;
    for (let one = number - (number % RUN); one <= number; one++) {
      const start = this.#starts[one]!;
      const end = one + 1 < this.#size ? this.#starts[one + 1]! : this.#used;
      const shared = this.#shared[one]!;
      length = shared + end - start;
      this.#makeRoom(length);
      this.#room.set(this.#bytes.subarray(start, end), shared);
    }
    return this.#read(length);
  }

  /** Writes a text's code units into the room: one byte for ASCII, else three. */
  #write(text: string): number {
    this.#makeRoom(3 * text.length);
    const room = this.#room;
    let at = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < WIDE) room[at++] = code;
      else {
        room[at++] = WIDE | (code >> 14);
        room[at++] = (code >> 7) & 0x7f;
        room[at++] = code & 0x7f;
      }
    }
    return at;
  }

  #read(length: number): string {
    const codes: number[] = [];
    for (let at = 0; at < length; at++) {
      const byte = this.#room[at]!;
      if (byte < WIDE) codes.push(byte);
      else codes.push(((byte & 3) << 14) | (this.#room[++at]! << 7) | this.#room[++at]!);
    }
    let text = '';
    for (let at = 0; at < codes.length; at += PIECE) {
      text += String.fromCharCode(...codes.slice(at, at + PIECE));
    }
    return text;
  }

  /** Keeps what is in the room. */
  #makeRoom(length: number): void {
    if (length <= this.#room.length) return;
    this.#room = grown(this.#room, new Uint8Array(Math.max(length, 2 * this.#room.length)));
  }
}

/** Number of characters given to one call: far fewer than the stack can hold. */
const PIECE = 4096;

function grown<Numbers extends Uint8Array | Uint16Array | Uint32Array>(
  old: Numbers,
  larger: Numbers,
): Numbers {
  larger.set(old);
  return larger;
}
