import type { ExpectedIon } from '../../src/core/marker-model/expected-ions';
import { expectedHere, type MassLine } from '../../src/core/marker-model/mass-line';
import type { MarkerTaxon } from '../../src/core/marker-model/marker-table';

/** The bins of the recipe `spectracl-1`, 1 Da wide. */
const FIRST = 1950;
const COUNT = 19_049;

/** Makes a binned spectrum with a flat floor and bell-shaped peaks, given by m/z and height above the floor. */
export function binnedSpectrum(
  peaks: readonly { readonly mz: number; readonly height: number }[],
  random: () => number = () => 0.5,
): Float32Array<ArrayBuffer> {
  const vector = new Float64Array(COUNT);
  for (let i = 0; i < COUNT; i += 1) vector[i] = 0.75 + random() / 2;
  for (const { mz, height } of peaks) {
    const middle = Math.floor(mz - FIRST);
    for (let i = Math.max(0, middle - 8); i <= Math.min(COUNT - 1, middle + 8); i += 1) {
      vector[i] = (vector[i] ?? 0) + height * Math.exp(-0.5 * ((FIRST + i + 0.5 - mz) / 2.2) ** 2);
    }
  }
  const sum = vector.reduce((total, value) => total + value, 0);
  return Float32Array.from(vector, (value) => value / sum);
}

/**
 * Returns peaks at the most frequent alleles of a taxon, where the model expects them after a shift and tilt.
 */
export function markerPeaks(
  taxon: MarkerTaxon,
  ions: readonly ExpectedIon[],
  line: MassLine,
  height = 20,
): { mz: number; height: number }[] {
  return ions
    .filter(({ locus, mass }) => taxon.loci.get(locus)?.[0]?.mass === mass)
    .map(({ expectedMz }) => ({ mz: expectedHere(expectedMz, line), height }));
}
