import type { BiotyperRun } from '../../src/core/bruker/run-info';
import type { SampleSheet } from '../../src/core/sample-sheet/parse-sample-sheet';
import type { AcquisitionData } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import type { EncodedItems } from '../transport/encoded-items';
import type { Problem } from '../../src/core/problem';

/** Bytes of entries, one after the other in one buffer. */
export interface GivenEntries {
  readonly buffer: ArrayBuffer;
  /** Of each entry in its order; null where it is not held. */
  readonly places: readonly (EntryPlace | null)[];
}

/** Where an entry lies in the buffer, in bytes. */
export interface EntryPlace {
  readonly start: number;
  readonly size: number;
}

/** What the archive's thread tells compute workers, on a port between the two. */
export interface HeldEntriesApi {
  /** As `HeldEntries.give`; `room` is handed over. */
  give(ids: readonly number[], room: ArrayBuffer | null): GivenEntries | Promise<GivenEntries>;
}

/** An acquisition that was found. */
export type AcquisitionStep = AcquisitionData & {
  readonly kind: 'acquisition';
  readonly source: number;
  /** Of the fid; of the file in an open format, with the spectrum's own name where it holds several. */
  readonly path: string;
  readonly size: number;
};

/** What the archive worker finds in a drop, in order. `source` is the root that `path` starts from. */
export type ArchiveStep =
  /** An archive was opened, and what is found next is of it. */
  | { readonly kind: 'archive'; readonly source: number; readonly path: string }
  | AcquisitionStep
  /** An acqu without a fid: `path` is where the fid should be. */
  | {
      readonly kind: 'fid-absent';
      readonly source: number;
      readonly path: string;
      readonly problem: Problem;
    }
  | {
      readonly kind: 'run-info' | 'analyte-info';
      readonly source: number;
      readonly path: string;
      readonly run: BiotyperRun;
    }
  | { readonly kind: 'sample-sheet'; readonly sheet: SampleSheet }
  /** A fault of the drop as a whole, or of a file in it that is no spectrum. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly of: 'input' | 'file' }
  /** Files that are of no use here: what was found instead, when nothing else is. */
  | { readonly kind: 'others'; readonly files: number; readonly paths: readonly string[] };

/** The worker that lists a drop. It has one listing at a time, which goes at its reader's pace. */
export interface ArchiveWorkerApi {
  /**
   * Begins a listing, and ends the one before it.
   * @param sampleSheet a sheet that was chosen beside the drop: sheets inside it then do not count
   */
  open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void>;
  /** The next steps, `max` at most; none when the listing has ended. */
  next(max: number): Promise<readonly ArchiveStep[]>;
  /** Lets go of entries that it holds, by their ids: they were read, or need not be. */
  release(ids: readonly number[]): Promise<void>;
  /** Ends the listing, and lets go of all that it holds. */
  close(): Promise<void>;
}

/** An archive worker as it is asked on a thread of its own; compute workers may ask it for what it holds. */
export interface ConnectedArchiveWorkerApi extends Omit<ArchiveWorkerApi, 'next'> {
  /** @param back a carrier that was read */
  next(max: number, back: ArrayBuffer | null): Promise<EncodedItems<ArchiveStep>>;
  /** @param reader the other end is a compute worker's */
  connect(reader: MessagePort): Promise<void>;
}
