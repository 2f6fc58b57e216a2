import { entriesOf } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { type EntryBytes, type Inflating, readEntries } from '../../src/io/read-entry';
import type { AcquisitionInput } from './api';

/** Where the files of a batch lie, one acquisition's after the other's. */
export function dataOf(batch: readonly AcquisitionInput[]): readonly EntryData[] {
  return batch.flatMap(entriesOf);
}

/**
 * The files of a batch, read together, as they lie close to each other in an archive.
 * @param data of `dataOf`, in its order
 * @returns of each acquisition its files, or why they are not there, in the order of `entriesOf`
 */
export async function readFiles(
  batch: readonly AcquisitionInput[],
  data: readonly EntryData[],
  inflating: Inflating,
): Promise<readonly (readonly EntryBytes[])[]> {
  const bytes = await readEntries(data, DEFAULT_IO_LIMITS, inflating);
  let next = 0;
  return batch.map((acquisition) => entriesOf(acquisition).map(() => bytes[next++]!));
}
