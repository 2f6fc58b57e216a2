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

type Bytes = Uint8Array<ArrayBuffer>;

/** A spectrum as it was read, whatever it was kept in. */
export type DataReading = AcquisitionReading & {
  readonly name?: string;
  readonly skipped?: Problem | null;
};

/** An acquisition of which the bytes are there. */
export interface ReadData {
  readonly path: string;
  readonly data: AcquisitionData;
  /** Of `entriesOf(data)`, in its order; null where they cannot be had. */
  readonly bytes: readonly (Bytes | null)[];
}

/**
 * From bytes to the spectrum.
 * @param room gives the array that intensities of a fid are read into; a new one unless told
 */
export function readData(
  { path, data, bytes }: ReadData,
  axes: AxisCache,
  room?: (points: number) => Float64Array,
): DataReading {
  const [first = null, second = null] = bytes;
  if (!isOpen(data)) {
    return readAcquisition({ path, fid: first ?? new Uint8Array(0), acqu: second }, axes, room);
  }
  const acquisition = { path, ...data.open };
  if (first !== null) return readOpenAcquisition(acquisition, first, inflateZlibBytes);
  // Whoever could not read it knows why.
  return { ...describeOpen(acquisition), warnings: [], spectrum: err(UNREAD) };
}

const UNREAD = problem('unread', 'Its bytes could not be read.', 'Drop the file again.');
