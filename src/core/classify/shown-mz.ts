/** Decimals with which the m/z of an ion is shown, wherever it is. */
const DECIMALS = 2;

/** `5193.05`: the m/z of an ion, where it is expected or was found. */
export function showMz(mz: number): string {
  return mz.toFixed(DECIMALS);
}

/**
 * How far an ion was found from where it was expected, in m/z: the difference of the two numbers as they
 * are shown, so that a reader who takes one from the other gets this one.
 */
export function shownDifference(foundMz: number, expectedMz: number): number {
  const difference = Number(showMz(foundMz)) - Number(showMz(expectedMz));
  return Number(difference.toFixed(DECIMALS));
}
