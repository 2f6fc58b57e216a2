import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AcquParameters } from './parse-acqu';
import { sentence, type Sentence } from '../../words/told/sentence';

/**
 * Most points of a fid: a linear-mode method records some 20,000, the finest reflector method some 300,000.
 * Several axes are kept at once (`axis-cache.ts`), so this bounds the memory that calibrations can ask for.
 */
const MAX_POINTS = 1_048_576;

export interface ParsedFid {
  /** [points] counts, none negative, not all zero. */
  readonly intensity: Float64Array;
  /** Sum of the intensities. */
  readonly totalIntensity: number;
  /** Largest intensity. */
  readonly maxIntensity: number;
  readonly warnings: readonly Problem<'fid-short' | 'fid-long' | 'negative-intensity'>[];
}

/** What is known of a fid's counts once they are decoded. */
export interface DecodedCounts {
  /** Sum of the counts above zero. */
  readonly total: number;
  /** Largest count; 0 when none is above zero. */
  readonly largest: number;
  /** Number of counts below zero. */
  readonly negative: number;
}

/**
 * Decodes counts, those below zero as 0.
 *
 * @param bytes holds `points` int32 at least
 * @param intensity [points] the result
 */
export type DecodeCounts = (
  bytes: Uint8Array,
  points: number,
  littleEndian: boolean,
  intensity: Float64Array,
) => DecodedCounts;

export const decodeCounts: DecodeCounts = (bytes, points, littleEndian, intensity) => {
  const counts = int32s(bytes, points, littleEndian);
  let negative = 0;
  let total = 0;
  let largest = 0;
  for (let i = 0; i < points; i++) {
    const count = counts[i]!;
    const above = count > 0 ? count : 0;
    // Adding the sign as a number avoids a branch: half the points of a weak spectrum are negative, in no
    // order.
    negative += count >>> 31;
    total += above;
    largest = above > largest ? above : largest;
    intensity[i] = above;
  }
  return { total, largest, negative };
};

/**
 * Parses a `fid`, which consists of 32-bit signed integers, one a point, in time-of-flight order. Reads as
 * many points as both the parameter file specifies and the bytes hold, and allocates memory only for those,
 * whatever TD claims.
 *
 * @param bytes the whole file. Not changed.
 * @param room returns the array to read into, which is overwritten; a new array by default
 * @param decode decodes the counts; the kernel does it faster, to the same numbers
 */
export function parseFid(
  bytes: Uint8Array,
  parameters: Pick<AcquParameters, 'points' | 'littleEndian'>,
  room: (points: number) => Float64Array = (count) => new Float64Array(count),
  decode: DecodeCounts = decodeCounts,
): Result<ParsedFid, Problem<'no-spectrum' | 'fid-length' | 'fid-size'>> {
  if (bytes.length === 0) return err(noSpectrum(sentence('acquisition.fidEmpty')));
  if (bytes.length % 4 !== 0) {
    return err(
      problem(
        'fid-length',
        sentence('acquisition.fidLength', { bytes: bytes.length }),
        sentence('acquisition.copyAgain'),
      ),
    );
  }

  const held = bytes.length / 4;
  const points = Math.min(parameters.points, held);
  if (points > MAX_POINTS) {
    return err(
      problem(
        'fid-size',
        sentence('acquisition.fidSize', { points, most: MAX_POINTS }),
        sentence('acquisition.checkFile'),
      ),
    );
  }
  const intensity = room(points);
  const { littleEndian } = parameters;
  const {
    total: totalIntensity,
    largest: maxIntensity,
    negative,
  } = decode(bytes, points, littleEndian, intensity);
  if (maxIntensity === 0) {
    return err(noSpectrum(sentence('acquisition.fidZero', { points })));
  }

  const warnings: Problem<'fid-short' | 'fid-long' | 'negative-intensity'>[] = [];
  if (held < parameters.points) {
    warnings.push(
      problem(
        'fid-short',
        sentence('acquisition.fidShort', { held, points: parameters.points }),
        sentence('acquisition.fidShortCure'),
      ),
    );
  } else if (held > parameters.points) {
    warnings.push(
      problem(
        'fid-long',
        sentence('acquisition.fidLong', { held, points: parameters.points }),
        sentence('acquisition.fidLongCure'),
      ),
    );
  }
  if (negative > 0) {
    warnings.push(
      problem(
        'negative-intensity',
        sentence('acquisition.negative', { count: negative, points }),
        sentence('acquisition.negativeCure'),
      ),
    );
  }
  return ok({ intensity, totalIntensity, maxIntensity, warnings });
}

/**
 * Removes the first points: those before mass zero have no m/z. The others are moved to the beginning of the
 * same memory.
 */
export function withoutFirst(
  fid: ParsedFid,
  points: number,
): Result<ParsedFid, Problem<'no-spectrum'>> {
  if (points === 0) return ok(fid);
  const kept = fid.intensity.length - points;
  const intensity = fid.intensity.copyWithin(0, points).subarray(0, kept);
  let totalIntensity = 0;
  let maxIntensity = 0;
  for (const counts of intensity) {
    totalIntensity += counts;
    maxIntensity = counts > maxIntensity ? counts : maxIntensity;
  }
  if (maxIntensity === 0) {
    return err(noSpectrum(sentence('acquisition.zeroAfterMassZero', { points: kept })));
  }
  return ok({ ...fid, intensity, totalIntensity, maxIntensity });
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Reads the numbers in this machine's byte order: a view where the bytes allow it, else a copy. */
function int32s(bytes: Uint8Array, points: number, littleEndian: boolean): Int32Array {
  const isOwnOrder = littleEndian === IS_LITTLE_ENDIAN;
  if (isOwnOrder && bytes.byteOffset % 4 === 0) {
    return new Int32Array(bytes.buffer, bytes.byteOffset, points);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, 4 * points);
  const numbers = new Int32Array(points);
  for (let i = 0; i < points; i++) numbers[i] = view.getInt32(4 * i, littleEndian);
  return numbers;
}

function noSpectrum(why: Sentence): Problem<'no-spectrum'> {
  return problem(
    'no-spectrum',
    sentence('acquisition.noSpectrum', { why }),
    sentence('acquisition.noSpectrumCure'),
  );
}
