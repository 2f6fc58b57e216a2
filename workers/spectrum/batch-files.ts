import { entriesOf } from '../../src/io/acquisition-data';
import type { EntryData } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { type EntryBytes, type Inflating, readEntries } from '../../src/io/read-entry';
import type { AcquisitionInput } from './api';

/** Lists the files of a batch, one acquisition after the other. */
export function dataOf(batch: readonly AcquisitionInput[]): readonly EntryData[] {
  return batch.flatMap(entriesOf);
}

/**
 * Reads the files of a batch together, since they are close to each other in an archive.
 *
 * @param data result of `dataOf`, in its order
 * @returns for each acquisition its files, or why they are missing, in the order of `entriesOf`
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
