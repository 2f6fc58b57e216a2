/** The largest value of the 8-bit digitiser of the instruments that write flex folders. */
const LARGEST_OF_8_BITS = 255;

/**
 * Points at the ceiling of the digitiser. An instrument adds up its laser shots, each of which an
 * 8-bit digitiser measured, so no point can be higher than 255 times their number, and one that is
 * there was cut off in every shot. Null when the number of shots is not known, or when a point is
 * higher: then the digitiser is another one.
 *
 * @param intensity [points] counts. Not changed.
 * @param maxIntensity the largest of them
 */
export function countSaturated(
  intensity: Float64Array,
  maxIntensity: number,
  laserShots: number | null,
): number | null {
  if (laserShots === null || !(laserShots > 0)) return null;
  const ceiling = LARGEST_OF_8_BITS * laserShots;
  if (maxIntensity !== ceiling) return maxIntensity > ceiling ? null : 0;
  let saturated = 0;
  for (let i = 0; i < intensity.length; i++) if (intensity[i] === ceiling) saturated += 1;
  return saturated;
}
