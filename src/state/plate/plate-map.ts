import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { sortOntoPlates } from '../../core/plate/sort-onto-plates';
import {
  formatFor,
  nameOfPlace,
  placeOfSpot,
  type PlateFormat,
  type SpotPlace,
} from '../../core/plate/spot-place';

/** A spot with a spectrum. */
export interface PlateSpot {
  readonly place: SpotPlace;
  /** The first spectrum of the spot, or the first that belongs to a sample. */
  readonly spectrum: SpectrumRow;
  /** Its sample; null for a spectrum that was left out, such as a calibrant. */
  readonly sample: SampleRow | null;
  /** Number of spectra of the spot. */
  readonly measured: number;
}

export interface PlateMap {
  readonly name: string;
  readonly format: PlateFormat;
  /** [spot name] for example `C4`. */
  readonly spots: ReadonlyMap<string, PlateSpot>;
}

export interface PlateMaps {
  readonly plates: readonly PlateMap[];
  /** Number of spectra without a place on a plate. */
  readonly unplaced: number;
}

/** Whether any spectrum has a place. */
export function hasSpots(spectra: readonly SpectrumRow[]): boolean {
  return spectra.some(({ spot }) => placeOfSpot(spot) !== null);
}

/** Makes the maps of a job's target plates, each spot with the sample of its spectrum. */
export function plateMaps(
  spectra: readonly SpectrumRow[],
  samples: readonly SampleRow[],
): PlateMaps {
  const sampleOf = new Map(
    samples.flatMap((sample) => sample.spectra.map((index) => [index, sample] as const)),
  );
  const { plates, unplaced } = sortOntoPlates(spectra);
  const maps = plates.map((plate, number) => {
    const spots = new Map<string, PlateSpot>();
    for (const { spectrum, place } of plate.spectra) {
      const name = nameOfPlace(place);
      const before = spots.get(name);
      const sample = sampleOf.get(spectrum.index) ?? null;
      const measured = (before?.measured ?? 0) + 1;
      const isBetter = before === undefined || (before.sample === null && sample !== null);
      spots.set(name, isBetter ? { place, spectrum, sample, measured } : { ...before, measured });
    }
    return {
      name: plate.name === '' ? `Plate ${number + 1}` : plate.name,
      format: formatFor(plate.spectra.map(({ place }) => place)),
      spots,
    };
  });
  return { plates: maps, unplaced };
}
