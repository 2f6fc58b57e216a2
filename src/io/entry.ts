import type { Problem } from '../core/problem';

/**
 * Says where an entry's bytes are. A reference can be sent to another thread (a Blob is a handle, so its
 * bytes are not copied), and is read and inflated there; see `read-entry.ts`.
 */
export type EntryData =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'blob'; readonly blob: Blob }
  /**
   * Bytes that the archive's thread holds. A compute thread requests them from it directly, without the page.
   */
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
   * The entry is listed but has no readable bytes (it is encrypted, cut off, or a link). Reading it returns
   * the problem, so that the spectrum becomes a row with its reason.
   */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

/** One file in what the user dropped. `path` uses `/`, has no `.`/`..` parts and no leading slash. */
export interface ArchiveEntry {
  /** The path inside its archive, or from the dropped folder's name on. */
  readonly path: string;
  /** Number of bytes when inflated, as declared. */
  readonly size: number;
  readonly data: EntryData;
  /**
   * Identifies the root of the path, counted from 0 in the order in which roots are found. Each archive is a
   * source of its own; all loose files and folders of a drop are one source. Equal paths of two sources are
   * two files, and files of two sources never belong to one acquisition.
   */
  readonly source: number;
}

/** One thing that the user dropped: an archive, or a file with its path inside a folder. */
export interface InputFile {
  /** `run.zip`, or `RUN/0_A1/1/1SLin/fid` for a file of a dropped folder. */
  readonly path: string;
  readonly blob: Blob;
}
