import { type Problem, problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { MAX_POINTS } from '../check-profile';
import type { Points } from '../fill-gaps';
import type { ArrayHead, ArrayLayout, ArrayNumbers } from './spectrum-head';
import { sentence } from '../../../words/told/sentence';

/**
 * Inflates zlib data (RFC 1950), as far as `most` bytes.
 * @returns `longer` as soon as there is more, `damaged` when the data are broken or end too early
 */
export type InflateZlib = (
  compressed: Uint8Array,
  most: number,
) => Uint8Array | 'damaged' | 'longer';

type DocumentArrayProblem = Problem<'spectrum-size' | 'binary-zlib' | 'binary-length'>;
type Numbers = Float64Array<ArrayBuffer>;
/** What an array holds, for the sentences on it. */
type Which = 'mz' | 'intensity' | 'pairs';

const BYTES: Readonly<Record<ArrayNumbers, number>> = {
  float32: 4,
  float64: 8,
  int32: 4,
  int64: 8,
};

/**
 * The m/z and the intensities of a spectrum, as float64.
 *
 * @param bytes as the layout says. Not changed.
 */
export function readArrays(
  layout: ArrayLayout,
  bytes: Uint8Array,
  inflate: InflateZlib,
): Result<Points, DocumentArrayProblem> {
  if (layout.kind === 'pairs') {
    const pairs = readArray(layout.pairs, bytes, 'pairs', inflate);
    if (!pairs.ok) return pairs;
    const half = pairs.value.length / 2;
    const mz = new Float64Array(half);
    const intensity = new Float64Array(half);
    for (let i = 0; i < half; i++) {
      mz[i] = pairs.value[2 * i]!;
      intensity[i] = pairs.value[2 * i + 1]!;
    }
    return ok({ mz, intensity });
  }
  const mz = readArray(layout.mz, bytes.subarray(0, layout.mz.bytes), 'mz', inflate);
  if (!mz.ok) return mz;
  const rest = bytes.subarray(layout.mz.bytes);
  const intensity = readArray(layout.intensity, rest, 'intensity', inflate);
  if (!intensity.ok) return intensity;
  return ok({ mz: mz.value, intensity: intensity.value });
}

function readArray(
  head: ArrayHead,
  held: Uint8Array,
  which: Which,
  inflate: InflateZlib,
): Result<Numbers, DocumentArrayProblem> {
  const { type, count, isZlib, isLittleEndian } = head;
  if (count > 2 * MAX_POINTS) return err(tooMany(which, count));
  // Room for numbers of twice the size: so that it can be said what the file holds instead.
  const bytes = isZlib ? inflate(held, 8 * count) : held;
  if (bytes === 'damaged') return err(damaged(which));
  const expected = BYTES[type] * count;
  if (bytes === 'longer' || bytes.length !== expected) {
    return err(wrongLength(which, head, bytes === 'longer' ? null : bytes.length));
  }
  return ok(numbersOf(bytes, type, isLittleEndian, count));
}

function numbersOf(
  bytes: Uint8Array,
  type: ArrayNumbers,
  isLittleEndian: boolean,
  count: number,
): Numbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    switch (type) {
      case 'float32':
        numbers[i] = view.getFloat32(4 * i, isLittleEndian);
        break;
      case 'float64':
        numbers[i] = view.getFloat64(8 * i, isLittleEndian);
        break;
      case 'int32':
        numbers[i] = view.getInt32(4 * i, isLittleEndian);
        break;
      case 'int64':
        numbers[i] = Number(view.getBigInt64(8 * i, isLittleEndian));
        break;
    }
  }
  return numbers;
}

function wrongLength(
  which: Which,
  { type, count }: ArrayHead,
  found: number | null,
): Problem<'binary-length'> {
  const bits = 8 * BYTES[type];
  const other = bits === 64 ? 32 : 64;
  const should = { which, count, bits };
  return problem(
    'binary-length',
    found === null
      ? sentence('openFormat.arrayLonger', { ...should, most: 8 * count })
      : found === (count * other) / 8
        ? sentence('openFormat.arrayOtherBits', { ...should, found, other })
        : sentence('openFormat.arrayLength', { ...should, found }),
    sentence('openFormat.arrayLengthCure'),
  );
}

function damaged(which: Which): Problem<'binary-zlib'> {
  return problem(
    'binary-zlib',
    sentence('openFormat.damaged', { which }),
    sentence('openFormat.copyOrExport'),
  );
}

function tooMany(which: Which, count: number): Problem<'spectrum-size'> {
  return problem(
    'spectrum-size',
    sentence('openFormat.promisesMore', { which, count }),
    sentence('acquisition.checkFile'),
  );
}
