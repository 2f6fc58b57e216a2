import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { sortOntoPlates } from './sort-onto-plates';
import {
  formatFor,
  nameOfPlace,
  placeOfSpot,
  type PlateFormat,
  type SpotPlace,
} from './spot-place';

/** A spot with something on it. */
export interface PlateSpot {
  readonly place: SpotPlace;
  /** The first that was measured there, or the first of them that is part of a sample. */
  readonly spectrum: SpectrumRow;
  /** The sample that it is part of; null of one that was left out, such as a calibrant. */
  readonly sample: SampleRow | null;
  /** How often the spot was measured. */
  readonly measured: number;
}

export interface PlateMap {
  readonly name: string;
  readonly format: PlateFormat;
  /** By name: `C4`. */
  readonly spots: ReadonlyMap<string, PlateSpot>;
}

export interface PlateMaps {
  readonly plates: readonly PlateMap[];
  /** Spectra that have no place on any plate. */
  readonly unplaced: number;
}

/** Whether there is anything to put on a map. */
export function hasSpots(spectra: readonly SpectrumRow[]): boolean {
  return spectra.some(({ spot }) => placeOfSpot(spot) !== null);
}

/** A job's target plates, each spot with the sample that its spectrum is part of. */
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
