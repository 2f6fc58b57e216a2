import { decodeBase64 } from '../../core/open-formats/document/base64';
import type { RunInput, StoredFile } from '../../storage/run-files';
import { type JobParts, LIMITS } from './format';

/** Gathers the files that a job was read from. */
export class FiledInput {
  readonly #files: JobParts['files'];
  readonly #expected: number;
  readonly #parts: Blob[] = [];
  #size = 0;

  constructor(files: JobParts['files']) {
    this.#files = files;
    this.#expected = sumOf(files.files) + (files.sampleSheet?.size ?? 0);
  }

  /** Whether so much is taken at all. */
  get isBounded(): boolean {
    return sumOf(this.#files.files) <= LIMITS.bytes;
  }

  /** @returns whether the bytes can be some of the files' */
  add(text: string): boolean {
    const bytes = decodeBase64(text);
    // One without bytes is never written, and millions of them would cost much and never pass the limit.
    if (bytes === null || bytes.length === 0) return false;
    this.#size += bytes.length;
    this.#parts.push(new Blob([bytes]));
    return this.#size <= this.#expected;
  }

  /** @returns null where bytes are missing */
  end(): RunInput | null {
    if (this.#size !== this.#expected) return null;
    const content = new Blob(this.#parts);
    let start = 0;
    const next = ({ path, size }: { readonly path: string; readonly size: number }): StoredFile => {
      const blob = content.slice(start, start + size);
      start += size;
      return { path, blob };
    };
    const files = this.#files.files.map(next);
    const { sampleSheet } = this.#files;
    return { files, sampleSheet: sampleSheet === null ? null : next(sampleSheet) };
  }
}

function sumOf(files: readonly { readonly size: number }[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
