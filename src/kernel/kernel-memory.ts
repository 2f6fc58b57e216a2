/** A cache line. */
const ALIGNMENT = 64;

/** Arrays that begin at the same offset in a page push each other out of the nearest cache. */
const STAGGER = 1024;

const PAGE_BYTES = 64 * 1024;

/** What is kept beside the buffers, before all of it is forgotten: 16 axes of the usual size. */
const KEPT_BYTES = 4 * 1024 * 1024;

/**
 * Who stands where in the kernel's memory: three buffers for the values between two steps and,
 * behind them, what spectra share. It only grows, and only with the size of the largest spectrum.
 */
export class KernelMemory {
  readonly #memory: WebAssembly.Memory;
  #bufferLength = 0;
  #buffers: readonly [number, number, number] = [0, 0, 0];
  /** Where what is kept begins, and where there is room for more of it. */
  #keptFrom = ALIGNMENT;
  #next = ALIGNMENT;
  readonly #kept = new Map<object, Map<string, number>>();

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /**
   * Begins a spectrum. Addresses of what is kept stand until the next one begins.
   *
   * @returns addresses of three buffers of `length` float64
   */
  begin(length: number): readonly [number, number, number] {
    if (length > this.#bufferLength) {
      // First: when the memory cannot grow, nothing that stood in it may be taken for valid.
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
   * The address of something that spectra share.
   *
   * @param owner what it belongs to, which must not change; with it, `name` tells it from others
   * @param make makes it, when it is not here yet
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

  /** A view of `length` float64, good until the memory grows. */
  float64(address: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer, address, length);
  }

  /** A view of bytes, good until the memory grows. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, address, length);
  }

  /** A view of `length` uint32, good until the memory grows. */
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
