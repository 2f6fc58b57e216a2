import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { UsageError } from '../headless/command-line';
import type { FilePart } from './ledger';

/** Bytes that are read or written at once. */
const CHUNK = 1 << 20;

/** A file that only grows, by parts with checksums. */
export class PartWriter {
  readonly #file: FileHandle;
  readonly #name: string;
  #size = 0;

  private constructor(file: FileHandle, name: string) {
    this.#file = file;
    this.#name = name;
  }

  /** @param name names it in messages */
  static async open(path: string, name: string): Promise<PartWriter> {
    // "r+" would not make it, and with "a" it could not be read.
    return new PartWriter(await open(path, 'a+'), name);
  }

  /** Checks that a part is as it was written. @throws UsageError when it is not */
  async verify({ from, to, sha256 }: FilePart): Promise<void> {
    const hash = createHash('sha256');
    const bytes = new Uint8Array(Math.min(CHUNK, to - from));
    for (let at = from; at < to;) {
      const { bytesRead } = await this.#file.read(bytes, 0, Math.min(CHUNK, to - at), at);
      if (bytesRead === 0) break;
      hash.update(bytes.subarray(0, bytesRead));
      at += bytesRead;
    }
    if (hash.digest('hex') === sha256 && from === this.#size) {
      this.#size = to;
      return;
    }
    throw new UsageError(
      `${this.#name} is not as it was written: its bytes ${from} to ${to} differ from the ledger. ` +
        'Begin again in another folder.',
    );
  }

  /** Counts the whole lines behind the parts that were verified, of the first megabyte there. */
  async linesToCut(): Promise<number> {
    const { buffer, bytesRead } = await this.#file.read(
      new Uint8Array(CHUNK),
      0,
      CHUNK,
      this.#size,
    );
    return buffer.subarray(0, bytesRead).filter((byte) => byte === 10).length;
  }

  /** Cuts off what follows the parts that were verified. */
  async cut(): Promise<void> {
    await this.#file.truncate(this.#size);
    await this.#file.sync();
  }

  /**
   * Appends a part, and returns when it is on the disk.
   *
   * @throws UsageError when another program has written to the file
   */
  async append(pieces: Iterable<string> | AsyncIterable<Uint8Array>): Promise<FilePart> {
    const from = this.#size;
    const hash = createHash('sha256');
    for await (const bytes of inChunks(pieces)) {
      if ((await this.#file.stat()).size !== this.#size) {
        throw new UsageError(`Another program writes to ${this.#name}: let one run at a time.`);
      }
      hash.update(bytes);
      for (let at = 0; at < bytes.length;) {
        at += (await this.#file.write(bytes, at)).bytesWritten;
      }
      this.#size += bytes.length;
    }
    await this.#file.sync();
    return { from, to: this.#size, sha256: hash.digest('hex') };
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Lines are gathered, since a write a line is slow. */
async function* inChunks(
  pieces: Iterable<string> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
  let text = '';
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}
