import type { EntryData } from '../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../src/io/limits';
import { type EntryBytes, type Inflating, readEntries } from '../src/io/read-entry';
import type { AcquisitionInput } from './worker-api';

/** The bytes of an acquisition's files, or why they are not there. */
export interface Files {
  readonly fid: EntryBytes;
  readonly acqu: EntryBytes | null;
}

export function dataOf(batch: readonly AcquisitionInput[]): readonly EntryData[] {
  return batch.flatMap(({ fid, acqu }) => (acqu === null ? [fid] : [fid, acqu]));
}

/**
 * The files of a batch, read together, as they lie close to each other in an archive.
 * @param data of `dataOf`, in its order
 */
export async function readFiles(
  batch: readonly AcquisitionInput[],
  data: readonly EntryData[],
  inflating: Inflating,
): Promise<readonly Files[]> {
  const bytes = await readEntries(data, DEFAULT_IO_LIMITS, inflating);
  let next = 0;
  return batch.map(({ acqu }) => ({
    fid: bytes[next++]!,
    acqu: acqu === null ? null : bytes[next++]!,
  }));
}
