/** Bytes of a cache line. */
const ALIGNMENT = 64;

/**
 * Bytes that arrays are shifted by: arrays at the same offset in a page evict each other from the first-level
 * cache.
 */
const STAGGER = 1024;

const PAGE_BYTES = 64 * 1024;

/** Bytes that are kept beside the buffers before all of them are dropped: 16 axes of the usual size. */
const KEPT_BYTES = 4 * 1024 * 1024;

/**
 * Divides the kernel's memory: three buffers for the values between two steps, followed by arrays that
 * spectra share. It only grows, with the size of the largest spectrum.
 */
export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  #bufferLength = 0;
  #buffers: readonly [number, number, number] = [0, 0, 0];
  /** Addresses of the first kept array and of the free room behind the last one. */
  #keptFrom = ALIGNMENT;
  #next = ALIGNMENT;
  readonly #kept = new Map<object, Map<string, number>>();

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /**
   * Begins a spectrum. Addresses of kept arrays are valid until the next one begins.
   *
   * @returns addresses of three buffers of `length` float64
   */
  begin(length: number): readonly [number, number, number] {
    if (length > this.#bufferLength) {
      // This comes first: when the memory cannot grow, nothing in it may be used any more.
      this.#bufferLength = 0;
      this.#kept.clear();
      this.#next = ALIGNMENT;
      this.#buffers = [
        this.#takeBuffer(length),
        this.#takeBuffer(length),
        this.#takeBuffer(length),
      ];
      this.#keptFrom = this.#next;
      this.#bufferLength = length;
    } else if (this.#next - this.#keptFrom > KEPT_BYTES) {
      this.#next = this.#keptFrom;
      this.#kept.clear();
    }
    return this.#buffers;
  }

  /**
   * Returns the address of an array that spectra share.
   *
   * @param owner the object that it belongs to, which must not change; with it, `name` identifies the array
   * @param make makes the array when it is not there yet
   */
  keep(owner: object, name: string, make: () => Float64Array | Uint32Array): number {
    let named = this.#kept.get(owner);
    if (!named) this.#kept.set(owner, (named = new Map<string, number>()));
    let address = named.get(name);
    if (address === undefined) {
      const values = make();
      address = this.#take(values.byteLength);
      const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
      new Uint8Array(this.#memory.buffer).set(bytes, address);
      named.set(name, address);
    }
    return address;
  }

  /** Returns a view of `length` float64, valid until the memory grows. */
  float64(address: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer, address, length);
  }

  /** Returns a view of bytes, valid until the memory grows. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, address, length);
  }

  /** Returns a view of `length` uint32, valid until the memory grows. */
  uint32(address: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, address, length);
  }

  #takeBuffer(length: number): number {
    return this.#take(8 * length + STAGGER);
  }

  #take(bytes: number): number {
    const address = this.#next;
    const next = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = next - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE_BYTES));
    this.#next = next;
    return address;
  }
}
