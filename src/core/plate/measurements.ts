import type { SpectrumRow } from '../job/types';
import { naturalKey } from '../natural-key';
import { sortOntoPlates } from './sort-onto-plates';
import { spotNumber } from './spot-place';

/** Which of the measurements of its spot a spectrum is: `2 of 3`. */
export interface Measurement {
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}

/** Compares the folders of two spectra of one spot, which number its measurements: `0_A1/2` before `0_A1/10`. */
export function compareFolders(a: string, b: string): number {
  const [keyA, keyB] = [naturalKey(a), naturalKey(b)];
  if (keyA === keyB) return 0;
  return keyA < keyB ? -1 : 1;
}

/**
 * Numbers the spectra of each spot that was measured several times, by their folders.
 *
 * @returns the measurements by the index of the spectrum; spectra that are alone on their spot are absent
 */
export function numberMeasurements(
  spectra: readonly SpectrumRow[],
): ReadonlyMap<number, Measurement> {
  const measurements = new Map<number, Measurement>();
  for (const plate of sortOntoPlates(spectra).plates) {
    if (plate.spots === plate.spectra.length) continue;
    const firsts = new Map<number, SpectrumRow>();
    const several = new Map<number, SpectrumRow[]>();
    for (const { spectrum, place } of plate.spectra) {
      const spot = spotNumber(place);
      const first = firsts.get(spot);
      const alike = several.get(spot);
      if (first === undefined) firsts.set(spot, spectrum);
      else if (alike === undefined) several.set(spot, [first, spectrum]);
      else alike.push(spectrum);
    }
    for (const alike of several.values()) {
      alike.sort((a, b) => compareFolders(a.path, b.path) || a.index - b.index);
      alike.forEach(({ index }, i) => measurements.set(index, { number: i + 1, of: alike.length }));
    }
  }
  return measurements;
}
