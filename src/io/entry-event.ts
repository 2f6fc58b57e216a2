import type { Problem } from '../core/problem';
import type { ArchiveEntry } from './entry';

/** What the listing of a drop reports, in the order in which it is found. */
export type EntryEvent =
  /** A file that is wanted. */
  | { readonly kind: 'entry'; readonly entry: ArchiveEntry }
  /** A fault of an input as a whole. The entries listed before it are kept. */
  | {
      readonly kind: 'problem';
      readonly problem: Problem;
      /** The source that has the fault; null for an input that could not be opened at all. */
      readonly source: number | null;
      /** Whether it only says how something was read, and does not explain why nothing was found. */
      readonly isRemark?: boolean;
    }
  /** An archive was opened; its entries follow. */
  | {
      readonly kind: 'archive';
      readonly source: number;
      /** The archive's own path in the drop. */
      readonly path: string;
      readonly format: 'zip' | 'tar' | 'tar.gz';
      /** Entries, folders included, as the archive declares; null when it does not say. */
      readonly entries: number | null;
    }
  /** A source was listed to its end, or as far as possible. */
  | {
      readonly kind: 'listed';
      readonly source: number;
      /** The archive's path; null for the loose files of the drop. */
      readonly path: string | null;
      /** Number of its files, without those that operating systems leave there. */
      readonly files: number;
      readonly wanted: number;
      /** The first few paths that were not wanted, to say what was found instead. */
      readonly others: readonly string[];
    };
