import { open } from 'node:fs/promises';

/** Counts the lines of a file that grows. */
export class LinesOf {
  readonly #path: string;
  readonly #buffer = new Uint8Array(1 << 16);
  #at = 0;
  #lines = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads what was written since the last call. A file that is not there has none. */
  async count(): Promise<number> {
    const file = await open(this.#path).catch(() => null);
    if (file === null) return this.#lines;
    try {
      for (;;) {
        const { bytesRead } = await file.read(this.#buffer, 0, this.#buffer.length, this.#at);
        if (bytesRead === 0) return this.#lines;
        this.#at += bytesRead;
        for (const byte of this.#buffer.subarray(0, bytesRead)) if (byte === 10) this.#lines += 1;
      }
    } finally {
      await file.close();
    }
  }
}
