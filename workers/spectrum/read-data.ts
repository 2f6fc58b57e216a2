import type { DecodeCounts } from '../../src/core/bruker/parse-fid';
import type { AxisCache } from '../../src/core/bruker/axis-cache';
import { type AcquisitionReading, readAcquisition } from '../../src/core/bruker/read-acquisition';
import {
  describeOpen,
  readOpenAcquisition,
} from '../../src/core/open-formats/read-open-acquisition';
import { type Problem, problem } from '../../src/core/problem';
import { err } from '../../src/core/result';
import { type AcquisitionData, isOpen } from '../../src/io/acquisition-data';
import { inflateZlibBytes } from '../../src/io/inflate/inflate-zlib-bytes';
import { sentence } from '../../src/words/told/sentence';

type Bytes = Uint8Array<ArrayBuffer>;

/** A spectrum read from any format. */
export type DataReading = AcquisitionReading & {
  readonly name?: string;
  readonly skipped?: Problem | null;
};

/** An acquisition whose bytes were read. */
export interface ReadData {
  readonly path: string;
  readonly data: AcquisitionData;
  /** Bytes of `entriesOf(data)`, in its order; null where they are not available. */
  readonly bytes: readonly (Bytes | null)[];
}

/**
 * Reads a spectrum from bytes.
 *
 * @param room provides the array for the intensities of a fid; by default a new one
 * @param decode decodes the counts of a fid
 */
export function readData(
  { path, data, bytes }: ReadData,
  axes: AxisCache,
  room?: (points: number) => Float64Array,
  decode?: DecodeCounts,
): DataReading {
  const [first = null, second = null] = bytes;
  if (!isOpen(data)) {
    const files = { path, fid: first ?? new Uint8Array(0), acqu: second };
    return readAcquisition(files, axes, room, decode);
  }
  const acquisition = { path, ...data.open };
  if (first !== null) return readOpenAcquisition(acquisition, first, inflateZlibBytes);
  // The caller knows why the bytes are missing.
  return { ...describeOpen(acquisition), warnings: [], spectrum: err(UNREAD) };
}

const UNREAD = problem('unread', sentence('archive.unread'), sentence('archive.chooseFileCure'));
