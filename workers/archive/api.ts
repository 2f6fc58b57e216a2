import type { BiotyperRun } from '../../src/core/bruker/run-info';
import type { SampleSheet } from '../../src/core/sample-sheet/parse-sample-sheet';
import type { SheetScope } from '../../src/core/sample-sheet/sheet-set';
import type { AcquisitionData } from '../../src/io/acquisition-data';
import type { InputFile } from '../../src/io/entry';
import type { EncodedItems } from '../transport/encoded-items';
import type { Problem } from '../../src/core/problem';

/** Bytes of entries, stored one after the other in one buffer. */
export interface GivenEntries {
  readonly buffer: ArrayBuffer;
  /** [entry] the place of its bytes; null where they are not held. */
  readonly places: readonly (EntryPlace | null)[];
}

/** Position of an entry in the buffer, in bytes. */
export interface EntryPlace {
  readonly start: number;
  readonly size: number;
}

/** The calls that the archive's thread answers for compute workers, on a port between the two. */
export interface HeldEntriesApi {
  /** Does the same as `HeldEntries.give`; `room` is transferred. */
  give(ids: readonly number[], room: ArrayBuffer | null): GivenEntries | Promise<GivenEntries>;
}

/** An acquisition that was found. */
export type AcquisitionStep = AcquisitionData & {
  readonly kind: 'acquisition';
  readonly source: number;
  /**
   * Path of the fid, or of the file in an open format, with the spectrum's own name where it holds several.
   */
  readonly path: string;
  readonly size: number;
};

/** A finding of the archive worker in a drop, in order. `source` is the root that `path` starts from. */
export type ArchiveStep =
  /** An archive was opened; the following findings are in it. */
  | { readonly kind: 'archive'; readonly source: number; readonly path: string }
  /** Number of acquisitions of a source that follow, where it knows that they are many. */
  | { readonly kind: 'ahead'; readonly source: number; readonly acquisitions: number }
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
  | {
      readonly kind: 'sample-sheet';
      readonly sheet: SampleSheet;
      /** The part of the drop that it is for; absent: all of the drop. */
      readonly scope?: SheetScope;
    }
  /** A problem of the drop as a whole, or of a file in it that is not a spectrum. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly of: 'input' | 'file' }
  /** Files that are not used, for a message where nothing else was found. */
  | { readonly kind: 'others'; readonly files: number; readonly paths: readonly string[] };

/** The worker that lists a drop. It has one listing at a time, which advances at the pace of its reader. */
export interface ArchiveWorkerApi {
  /**
   * Starts a listing, and ends the previous one.
   *
   * @param sampleSheet a sheet that was chosen beside the drop, in which case sheets inside it are ignored
   */
  open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void>;
  /** Returns the next steps, `max` at most; none when the listing has ended. */
  next(max: number): Promise<readonly ArchiveStep[]>;
  /** Drops held entries by their ids, after they were read, or because they need not be. */
  release(ids: readonly number[]): Promise<void>;
  /** Ends the listing, and drops all held entries. */
  close(): Promise<void>;
}

/** Steps of a listing as they come from the archive's thread. */
export interface ListedSteps {
  readonly items: EncodedItems<ArchiveStep>;
  /** Number of steps; 0 when the listing has ended. */
  readonly steps: number;
  /** Whether the thread holds entries, of these steps or of earlier ones. */
  readonly holds: boolean;
}

/** An archive worker on a thread of its own, from which compute workers can fetch held entries. */
export interface ConnectedArchiveWorkerApi extends Omit<ArchiveWorkerApi, 'next'> {
  /** @param back a message buffer that was read */
  next(max: number, back: ArrayBuffer | null): Promise<ListedSteps>;
  /** @param reader port whose other end belongs to a compute worker */
  connect(reader: MessagePort): Promise<void>;
}
