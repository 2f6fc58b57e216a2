/**
 * Finds the largest float32 that is not above a threshold. For every float32 x, `x <= threshold` holds
 * exactly when `x <= floorToFloat32(threshold)` does. So a tree that compares in float32 takes the same
 * branches as scikit-learn, which casts x to float32 and compares with the float64.
 */
export function floorToFloat32(threshold: number): number {
  const nearest = Math.fround(threshold);
  return nearest > threshold ? previousFloat32(nearest) : nearest;
}

/** @returns the next float32 below a finite one or below plus infinity */
function previousFloat32(value: number): number {
  const bits = new DataView(new ArrayBuffer(4));
  if (value === 0) {
    bits.setUint32(0, 0x8000_0001);
    return bits.getFloat32(0);
  }
  bits.setFloat32(0, value);
  // The bits are sign and magnitude: one less is nearer to zero for a positive number, one more is further
  // from it for a negative one.
  bits.setUint32(0, bits.getUint32(0) + (value > 0 ? -1 : 1));
  return bits.getFloat32(0);
}

/** Bits of the largest finite float32. */
const LARGEST = 0x7f7f_ffff;

/**
 * Finds the largest finite float32 for which a condition holds that holds for all smaller ones as well; minus
 * infinity when it holds for none.
 */
export function largestFloat32(holds: (value: number) => boolean): number {
  // Ranks order all finite float32: those of negative numbers are negative. Minus zero has none.
  let low = -LARGEST - 1;
  let high = LARGEST;
  if (holds(float32OfRank(high))) return float32OfRank(high);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(float32OfRank(middle))) low = middle;
    else high = middle;
  }
  return low < -LARGEST ? -Infinity : float32OfRank(low);
}

function float32OfRank(rank: number): number {
  const bits = new DataView(new ArrayBuffer(4));
  bits.setUint32(0, rank < 0 ? 0x8000_0000 - rank : rank);
  return bits.getFloat32(0);
}
