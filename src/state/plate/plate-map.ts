import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { compareFolders } from '../../core/plate/measurements';
import { sortOntoPlates } from '../../core/plate/sort-onto-plates';
import {
  formatFor,
  nameOfPlace,
  placeOfSpot,
  type PlateFormat,
  type SpotPlace,
} from '../../core/plate/spot-place';
import { say } from '../../words/say';

/** A spectrum with its sample. */
export interface SpotSpectrum {
  readonly spectrum: SpectrumRow;
  /** Null for a spectrum that was left out, such as a calibrant. */
  readonly sample: SampleRow | null;
}

/** A spot with at least one spectrum. */
export interface PlateSpot extends SpotSpectrum {
  readonly place: SpotPlace;
  /** All of its spectra, in the order of their folders, which number the measurements. */
  readonly spectra: readonly SpotSpectrum[];
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
    const places = new Map<string, { place: SpotPlace; spectra: SpotSpectrum[] }>();
    for (const { spectrum, place } of plate.spectra) {
      const name = nameOfPlace(place);
      const one = { spectrum, sample: sampleOf.get(spectrum.index) ?? null };
      const before = places.get(name);
      if (before === undefined) places.set(name, { place, spectra: [one] });
      else before.spectra.push(one);
    }
    return {
      name: plate.name === '' ? say('plate.unnamed', { number: number + 1 }) : plate.name,
      format: formatFor(plate.spectra.map(({ place }) => place)),
      spots: new Map([...places].map(([name, spot]) => [name, spotOf(spot)])),
    };
  });
  return { plates: maps, unplaced };
}

function spotOf({
  place,
  spectra,
}: {
  readonly place: SpotPlace;
  readonly spectra: SpotSpectrum[];
}): PlateSpot {
  if (spectra.length > 1) {
    spectra.sort((a, b) => compareFolders(a.spectrum.path, b.spectrum.path));
  }
  const first = spectra.find(({ sample }) => sample !== null) ?? spectra[0]!;
  return { ...first, place, spectra };
}

/** Lists the samples of a spot, each once. */
export function samplesOf({ spectra }: PlateSpot): readonly SampleRow[] {
  return [...new Set(spectra.flatMap(({ sample }) => sample ?? []))];
}
