import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AcquParameters } from './parse-acqu';
import { groupDigits } from '../text';

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
  if (bytes.length === 0) return err(noSpectrum('The intensity file fid is empty.'));
  if (bytes.length % 4 !== 0) {
    return err(
      problem(
        'fid-length',
        `The intensity file fid has ${groupDigits(bytes.length)} bytes, which is not a multiple of 4: it was ` +
          'cut off or is not a fid.',
        'Copy the spectrum again from the instrument.',
      ),
    );
  }

  const held = bytes.length / 4;
  const points = Math.min(parameters.points, held);
  if (points > MAX_POINTS) {
    return err(
      problem(
        'fid-size',
        `The intensity file fid has ${groupDigits(points)} points, but a whole-cell spectrum has some 20,000; ` +
          `${MAX_POINTS} are the most that are read.`,
        'Check what this file is, or leave it out.',
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
    return err(
      noSpectrum(
        `None of the ${groupDigits(points)} points of the intensity file fid is above zero.`,
      ),
    );
  }

  const warnings: Problem<'fid-short' | 'fid-long' | 'negative-intensity'>[] = [];
  if (held < parameters.points) {
    warnings.push(
      problem(
        'fid-short',
        `The fid holds ${groupDigits(held)} of the ${groupDigits(parameters.points)} points (TD) that acqu promises; those ` +
          'that are there were used.',
        'Copy the spectrum again from the instrument if its end matters.',
      ),
    );
  } else if (held > parameters.points) {
    warnings.push(
      problem(
        'fid-long',
        `The fid holds ${groupDigits(held)} points, more than the ${groupDigits(parameters.points)} (TD) that acqu promises; ` +
          'the rest was left out.',
        'Check that fid and acqu belong to the same spectrum.',
      ),
    );
  }
  if (negative > 0) {
    warnings.push(
      problem(
        'negative-intensity',
        `${groupDigits(negative)} of ${groupDigits(points)} intensities were negative and count as 0.`,
        'Nothing to do for a few; for many, check the detector and the byte order (BYTORDA).',
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
    return err(
      noSpectrum(
        `None of the ${groupDigits(kept)} points of the fid after mass zero is above zero.`,
      ),
    );
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

function noSpectrum(what: string): Problem<'no-spectrum'> {
  return problem(
    'no-spectrum',
    `No spectrum: ${what}`,
    'The instrument recorded nothing at this spot. Re-spot the isolate and measure again.',
  );
}
