import { Zip, ZipDeflate } from 'fflate';

/** fflate writes the time of this computer's zone: the first that a zip can name is the same in each. */
const TIME = new Date(1980, 0, 1);
/** Higher levels take twice the time for a tenth of the size. */
const LEVEL = 4;

/** A zip that grows piece by piece. The same files give the same bytes, at any time and on any computer. */
export class ZipPieces {
  #ready: Uint8Array<ArrayBuffer>[] = [];
  readonly #encoder = new TextEncoder();
  /** Used again and again: fflate copies what it is given, and the collector would come late to a buffer a piece. */
  readonly #bytes = new Uint8Array(1 << 17);
  readonly #zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.#ready.push(bytes);
  });
  #file: ZipDeflate | null = null;

  /** Begins a file; the one before has to be closed. */
  open(path: string): void {
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = TIME;
    this.#zip.add(file);
    this.#file = file;
  }

  write(text: string): void {
    for (let rest = text; rest !== '';) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#bytes);
      this.#file?.push(this.#bytes.subarray(0, written));
      rest = rest.slice(read);
    }
  }

  close(): void {
    this.#file?.push(new Uint8Array(0), true);
    this.#file = null;
  }

  end(): void {
    this.#zip.end();
  }

  /** Returns the bytes that are ready, and forgets them. */
  take(): readonly Uint8Array<ArrayBuffer>[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }
}
