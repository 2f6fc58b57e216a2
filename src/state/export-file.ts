/** A file of the browser's own, on the disk, that no person sees. */
export interface DiskFile {
  /** Writes it. Bytes must stay as they are until it has resolved. */
  write(part: Blob | Uint8Array<ArrayBuffer>): Promise<void>;
  /** Ends it, and returns what it has. */
  finish(): Promise<File>;
  abandon(): Promise<void>;
}

/** Characters of small pieces that are encoded together. */
const TOGETHER = 1 << 14;
/** Bytes that are handed on together. */
const CHUNK = 1 << 18;
/** Bytes from which on a file grows on the disk and not in memory. */
const LARGE = 16 << 20;

/**
 * Makes a file of text, or of bytes, that comes in pieces; a large one lies on the disk while it grows. Its text is handed on as
 * bytes in one buffer, since Chromium keeps a copy of a text outside of the collector's heap, until the collector
 * comes to it.
 */
export class ExportFile {
  readonly #openDisk: () => Promise<DiskFile | null>;
  readonly #encoder = new TextEncoder();
  readonly #bytes = new Uint8Array(CHUNK);
  /** Bytes that wait to be handed on. */
  #used = 0;
  #text = '';
  #length = 0;
  #parts: Blob[] = [];
  #disk: DiskFile | null = null;

  /** @param openDisk returns null where the browser has no such files */
  constructor(openDisk: () => Promise<DiskFile | null>) {
    this.#openDisk = openDisk;
  }

  /** Adds text, and returns whether `flush` is due. */
  add(piece: string): boolean {
    this.#text += piece;
    return this.#text.length >= TOGETHER;
  }

  /** Adds bytes behind what was added before. @throws when the disk does not take it */
  async addBytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + CHUNK - this.#used);
      this.#bytes.set(part, this.#used);
      this.#used += part.length;
      from += part.length;
      if (this.#used === CHUNK) await this.#handOn();
    }
  }

  /** Encodes what was added, and hands on what is full. @throws when the disk does not take it */
  async flush(): Promise<void> {
    let text = this.#text;
    this.#text = '';
    while (text !== '') {
      const { read, written } = this.#encoder.encodeInto(text, this.#bytes.subarray(this.#used));
      this.#used += written;
      text = text.slice(read);
      if (text !== '') await this.#handOn();
    }
  }

  async #handOn(): Promise<void> {
    const bytes = this.#bytes.subarray(0, this.#used);
    const before = this.#length;
    this.#length += bytes.length;
    this.#used = 0;
    if (this.#disk === null) {
      this.#parts.push(new Blob([bytes]));
      if (before >= LARGE || this.#length < LARGE) return;
      this.#disk = await this.#openDisk();
      if (this.#disk === null) return;
      await this.#disk.write(new Blob(this.#parts));
      this.#parts = [];
    } else await this.#disk.write(bytes);
  }

  /** Returns the whole file. @throws when the disk does not take it */
  async finish(name: string, type: string): Promise<File> {
    await this.flush();
    await this.#handOn();
    // A file of parts, and not their text: the browser copies nothing.
    const parts = this.#disk === null ? this.#parts : [await this.#disk.finish()];
    return new File(parts, name, { type });
  }

  /** Removes what is on the disk. */
  async abandon(): Promise<void> {
    await this.#disk?.abandon();
  }
}
