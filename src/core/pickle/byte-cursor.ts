/**
 * Reads numbers and runs of bytes one after another. Past the end it returns zeros and empty runs and sets
 * `overrun`, which the caller must check after each instruction.
 */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #overrun = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get position(): number {
    return this.#at;
  }

  get overrun(): boolean {
    return this.#overrun;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  u8(): number {
    const at = this.#take(1);
    return at < 0 ? 0 : this.#view.getUint8(at);
  }

  u16(): number {
    const at = this.#take(2);
    return at < 0 ? 0 : this.#view.getUint16(at, true);
  }

  u32(): number {
    const at = this.#take(4);
    return at < 0 ? 0 : this.#view.getUint32(at, true);
  }

  i32(): number {
    const at = this.#take(4);
    return at < 0 ? 0 : this.#view.getInt32(at, true);
  }

  /** Reads an unsigned integer, exact up to 2^53; no file is larger than that. */
  u64(): number {
    const low = this.u32();
    return low + this.u32() * 2 ** 32;
  }

  /** Floats are big-endian in a pickle, other numbers little-endian. */
  f64(): number {
    const at = this.#take(8);
    return at < 0 ? 0 : this.#view.getFloat64(at, false);
  }

  /** @returns a view of the next bytes, not a copy */
  bytes(count: number): Uint8Array {
    const at = this.#take(count);
    return at < 0 ? new Uint8Array(0) : this.#bytes.subarray(at, at + count);
  }

  /** @returns the bytes up to the next line feed, which is skipped */
  line(): Uint8Array {
    const end = this.#bytes.indexOf(0x0a, this.#at);
    if (end < 0) {
      this.#overrun = true;
      return new Uint8Array(0);
    }
    const line = this.#bytes.subarray(this.#at, end);
    this.#at = end + 1;
    return line;
  }

  #take(count: number): number {
    if (!(count <= this.remaining)) {
      this.#overrun = true;
      return -1;
    }
    this.#at += count;
    return this.#at - count;
  }
}
