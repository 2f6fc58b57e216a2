import type { SpectrumRow } from '../job/types';
import { placeOfSpot, type SpotPlace } from './spot-place';

/** The spectra of one plate, each with its place. */
export interface PlateGroup {
  /** The plate's name, from its folders; empty when unknown. */
  readonly name: string;
  readonly spectra: readonly PlacedSpectrum[];
}

export interface PlacedSpectrum {
  readonly spectrum: SpectrumRow;
  readonly place: SpotPlace;
}

interface Located extends PlacedSpectrum {
  /** The folder that contains the samples' folders, and the sample's own folder. */
  readonly run: string;
  readonly sample: string;
}

const SPOT_FOLDER = /^\d+_[A-Za-z]{1,2}\d{1,2}(?:_\d+S[A-Za-z]+)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Groups spectra by plate. A run has a folder that contains one folder for each sample, and the spectra of
 * one run and one target are one plate, whatever archives they came in. If two samples' folders claim the same spot, each of these folders is
 * a plate.
 *
 * @returns the plates in order of discovery, and the number of spectra without a place
 */
export function sortOntoPlates(spectra: readonly SpectrumRow[]): {
  readonly plates: readonly PlateGroup[];
  readonly unplaced: number;
} {
  const located = spectra.flatMap(locate);
  const plates = [...groupBy(located, ({ run }) => run).values()]
    .flatMap(splitByTarget)
    .flatMap(splitWhereClaimedTwice);
  return { plates, unplaced: spectra.length - located.length };
}

function locate(spectrum: SpectrumRow): Located[] {
  const place = placeOfSpot(spectrum.spot);
  return place === null ? [] : [{ spectrum, place, ...foldersOf(spectrum.path) }];
}

const folders = new Map<string, Pick<Located, 'run' | 'sample'>>();

/** Rows are located many times while a table fills, so what a path means is kept. */
function foldersOf(path: string): Pick<Located, 'run' | 'sample'> {
  let known = folders.get(path);
  if (known === undefined) {
    if (folders.size > 50_000) folders.clear();
    folders.set(path, (known = parsePath(path)));
  }
  return known;
}

/**
 * Software names a run's folder by a UUID, so two archives with the same one are parts of one run, and what
 * is above that folder does not count.
 */
function parsePath(path: string): Pick<Located, 'run' | 'sample'> {
  const all = path.split('/').slice(0, -1);
  const spotFolder = all.findLastIndex((folder) => SPOT_FOLDER.test(folder));
  const end = spotFolder < 0 ? all.length : spotFolder;
  const depth = Math.max(0, end - 1);
  const start = UUID.test(all[depth - 1] ?? '') ? depth - 1 : 0;
  return { run: all.slice(start, depth).join('/'), sample: all.slice(start, end).join('/') };
}

/** A spectrum of unknown target, such as an unreadable one, is put on the first target. */
function splitByTarget(group: readonly Located[]): readonly (readonly Located[])[] {
  const targets = group.flatMap(({ spectrum }) => spectrum.record?.target ?? []);
  const groups = groupBy(group, ({ spectrum }) => spectrum.record?.target ?? targets[0] ?? '');
  return [...groups.values()];
}

function splitWhereClaimedTwice(group: readonly Located[]): readonly PlateGroup[] {
  const claims = new Map<string, string>();
  for (const { place, sample } of group) {
    const key = `${place.row}/${place.column}`;
    const before = claims.get(key) ?? sample;
    if (before !== sample) {
      const folders = groupBy(group, (one) => one.sample);
      return [...folders].map(([folder, spectra]) => ({ name: nameOf(folder), spectra }));
    }
    claims.set(key, sample);
  }
  return [{ name: nameOf(group[0]?.run ?? ''), spectra: group }];
}

/** Returns a folder's path without the parts that software named. */
function nameOf(folder: string): string {
  return folder
    .split('/')
    .filter((part) => !UUID.test(part))
    .join('/');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
