import { open } from 'node:fs/promises';
import type { EntryData } from '../../src/io/entry';

/** A range of a file, which is what a FileBlob is sent as to another thread. */
export interface FileRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A Blob over a file that is read on demand. Node's own (`fs.openAsBlob`) is experimental, and in Node 20
 * ends the whole process when another thread reads it.
 */
export class FileBlob extends Blob {
  readonly range: FileRange;

  /** @param end offset after the last byte: the file's size, if it is the whole file */
  constructor(file: string, start: number, end: number) {
    super();
    this.range = { file, start, end };
    // These are own properties, since a Blob's are getters of its prototype, which know nothing of the file.
    Object.defineProperty(this, 'size', { value: end - start });
  }

  override slice(start = 0, end = this.size): FileBlob {
    const from = this.#offset(start);
    return new FileBlob(this.range.file, from, Math.max(from, this.#offset(end)));
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { file, start } = this.range;
    const bytes = new Uint8Array(this.size);
    const handle = await open(file);
    try {
      for (let at = 0; at < bytes.length;) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, start + at);
        if (bytesRead === 0) throw new Error(`${file} is shorter than it was.`);
        at += bytesRead;
      }
    } finally {
      await handle.close();
    }
    return bytes.buffer;
  }

  /** Resolves an offset as `Blob.slice` does: a negative one counts from the end, and none is outside. */
  #offset(offset: number): number {
    const { start, end } = this.range;
    return Math.min(end, Math.max(start, offset < 0 ? end + offset : start + offset));
  }
}

/** An entry as it is sent to another thread, with a FileBlob as its range. */
type Wired<T> = T extends Blob ? FileRange : T;
export type WiredEntry = {
  [Kind in EntryData['kind']]: {
    [Key in keyof Extract<EntryData, { kind: Kind }>]: Wired<
      Extract<EntryData, { kind: Kind }>[Key]
    >;
  };
}[EntryData['kind']];

export function wireEntry(data: EntryData): WiredEntry {
  switch (data.kind) {
    case 'blob':
      return { ...data, blob: rangeOf(data.blob) };
    case 'zip':
      return { ...data, archive: rangeOf(data.archive) };
    default:
      return data;
  }
}

/**
 * Makes archives that the entries of a batch share one Blob again, so that their entries are read together.
 */
export function unwireEntries(): (wired: WiredEntry) => EntryData {
  const blobs = new Map<string, FileBlob>();
  const blobOf = ({ file, start, end }: FileRange) => {
    const key = `${start}-${end} ${file}`;
    const blob = blobs.get(key) ?? new FileBlob(file, start, end);
    blobs.set(key, blob);
    return blob;
  };
  return (wired) => {
    switch (wired.kind) {
      case 'blob':
        return { ...wired, blob: blobOf(wired.blob) };
      case 'zip':
        return { ...wired, archive: blobOf(wired.archive) };
      default:
        return wired;
    }
  };
}

function rangeOf(blob: Blob): FileRange {
  if (!(blob instanceof FileBlob)) throw new TypeError('Only files can go to another thread');
  return blob.range;
}
