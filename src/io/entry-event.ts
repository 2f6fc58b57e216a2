import type { Problem } from '../core/problem';
import type { ArchiveEntry } from './entry';

/** What listing a drop tells, in the order in which it finds it. */
export type EntryEvent =
  /** A file that is wanted. */
  | { readonly kind: 'entry'; readonly entry: ArchiveEntry }
  /** A fault of an input as a whole; what was listed before it stands. */
  | {
      readonly kind: 'problem';
      readonly problem: Problem;
      /** The source that it happened to; null for an input that could not be opened at all. */
      readonly source: number | null;
      /** Whether it says how something was read, and is no reason why nothing was found. */
      readonly isRemark?: boolean;
    }
  /** An archive is opened; its entries follow. */
  | {
      readonly kind: 'archive';
      readonly source: number;
      /** The archive's own path in the drop. */
      readonly path: string;
      readonly format: 'zip' | 'tar' | 'tar.gz';
      /** Entries, folders included, as the archive declares; null when it does not say. */
      readonly entries: number | null;
    }
  /** A source is listed to its end, or as far as it goes. */
  | {
      readonly kind: 'listed';
      readonly source: number;
      /** The archive's path; null for the loose files of the drop. */
      readonly path: string | null;
      /** Files in it, clutter of operating systems left out. */
      readonly files: number;
      readonly wanted: number;
      /** The first few paths that were not wanted: what was found instead. */
      readonly others: readonly string[];
    };
