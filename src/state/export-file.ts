/** A file of the browser's own, on the disk, that no person sees. */
export interface DiskFile {
  write(part: Blob): Promise<void>;
  /** Ends it, and returns what it has. */
  finish(): Promise<File>;
  abandon(): Promise<void>;
}

/** Characters that are handed on together. */
const CHUNK = 1 << 20;
/** Characters from which on a file grows on the disk and not in memory. */
const LARGE = 16 << 20;

/** Makes a file of text that comes in pieces; a large one lies on the disk while it grows. */
export class ExportFile {
  readonly #openDisk: () => Promise<DiskFile | null>;
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
    return this.#text.length >= CHUNK;
  }

  /** Hands on what was added. @throws when the disk does not take it */
  async flush(): Promise<void> {
    const part = new Blob([this.#text]);
    const before = this.#length;
    this.#length += this.#text.length;
    this.#text = '';
    if (this.#disk === null) {
      this.#parts.push(part);
      if (before >= LARGE || this.#length < LARGE) return;
      this.#disk = await this.#openDisk();
      if (this.#disk === null) return;
      await this.#disk.write(new Blob(this.#parts));
      this.#parts = [];
    } else await this.#disk.write(part);
  }

  /** Returns the whole file. @throws when the disk does not take it */
  async finish(name: string, type: string): Promise<File> {
    await this.flush();
    // A file of parts, and not their text: the browser copies nothing.
    const parts = this.#disk === null ? this.#parts : [await this.#disk.finish()];
    return new File(parts, name, { type });
  }

  /** Removes what is on the disk. */
  async abandon(): Promise<void> {
    await this.#disk?.abandon();
  }
}
