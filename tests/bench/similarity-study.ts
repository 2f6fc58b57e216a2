/** Returns the share of pairs in which the first is above the second; null where one of them is empty. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number | null {
  if (above.length === 0 || below.length === 0) return null;
  const sorted = Float64Array.from(below).sort();
  let sum = 0;
  for (const value of above) {
    // Equals count a half.
    sum += (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2;
  }
  return sum / (above.length * below.length);
}

function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const isBelow = orEqual ? sorted[middle]! <= value : sorted[middle]! < value;
    if (isBelow) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Returns a function that draws numbers from 0 to 1, the same for a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
