/** Part of ECMAScript 2024; some supported browsers lack it. */
interface Growing {
  transfer?(bytes: number): ArrayBuffer;
}

/** Bytes to begin with: more than most files have. */
const FIRST = 1 << 18;

/**
 * Reads bodies into memory that it uses again. The browser's own way, `arrayBuffer`, gives new memory each time,
 * and a service worker, which hardly makes garbage, collects none: a check of all files left 70 MB in the page's
 * process, where the browser lets both run.
 */
export class BodyBytes {
  /** What no body is read into; the largest stands last. */
  readonly #spare: ArrayBuffer[] = [];

  /**
   * Does something with the bytes of a body, which are gone once it has resolved.
   *
   * @throws when the connection broke off, or the disk no longer gives what the cache holds
   */
  async use<T>(
    response: Response,
    work: (bytes: Uint8Array<ArrayBuffer>) => Promise<T>,
  ): Promise<T> {
    const reader = readerOf(response);
    if (reader === null) return work(new Uint8Array(await response.arrayBuffer()));
    let memory = this.#spare.pop() ?? new ArrayBuffer(FIRST);
    let used = 0;
    for (;;) {
      if (used === memory.byteLength) memory = grown(memory);
      const { done, value } = await reader.read(new Uint8Array(memory, used));
      if (value === undefined) throw new TypeError('The body was cancelled');
      // Each reading gives the memory back as another buffer.
      memory = value.buffer;
      used += value.byteLength;
      if (done) break;
    }
    const answer = await work(new Uint8Array(memory, 0, used));
    this.#spare.push(memory);
    this.#spare.sort((a, b) => a.byteLength - b.byteLength);
    return answer;
  }
}

function readerOf({ body }: Response): ReadableStreamBYOBReader | null {
  try {
    return body?.getReader({ mode: 'byob' }) ?? null;
  } catch {
    // A browser whose bodies give their bytes in memory of their own only.
    return null;
  }
}

function grown(memory: ArrayBuffer & Growing): ArrayBuffer {
  const bytes = 2 * memory.byteLength;
  if (memory.transfer !== undefined) return memory.transfer(bytes);
  const larger = new Uint8Array(bytes);
  larger.set(new Uint8Array(memory));
  return larger.buffer;
}
