import type { Problem } from '../core/problem';

/**
 * Where an entry's bytes are. A reference can go to another thread (a Blob is a handle, its bytes
 * are not copied) and is read and inflated there; see `read-entry.ts`.
 */
export type EntryData =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'blob'; readonly blob: Blob }
  /** Bytes that the archive's thread holds: a compute thread asks it for them, past the page's. */
  | { readonly kind: 'held'; readonly id: number }
  | {
      readonly kind: 'zip';
      readonly archive: Blob;
      /** Offset of the entry's local header in the archive. */
      readonly localHeader: number;
      readonly method: 'stored' | 'deflated';
      readonly compressedSize: number;
      readonly size: number;
      readonly crc32: number;
    }
  /**
   * The entry is listed but has no bytes to give (encrypted, cut off, a link). Reading it gives the
   * problem back, so that the spectrum becomes a row with its reason.
   */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** One file in what the user dropped. `path` uses `/`, has no `.`/`..` parts and no leading slash. */
export interface ArchiveEntry {
  /** Inside its archive, or from the dropped folder's name on. */
  readonly path: string;
  /** Bytes when inflated, as declared. */
  readonly size: number;
  readonly data: EntryData;
  /**
   * Which root the path starts from, counted from 0 in order of discovery: each archive is a source
   * of its own, all loose files and folders of a drop are one together. Equal paths of two sources
   * are two files, and files of two sources never belong to one acquisition.
   */
  readonly source: number;
}

/** One thing that the user dropped: an archive, or a file with its path inside a folder. */
export interface InputFile {
  /** `run.zip`, or `RUN/0_A1/1/1SLin/fid` for a file of a dropped folder. */
  readonly path: string;
  readonly blob: Blob;
}
