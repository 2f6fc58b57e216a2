import type { SpectrumRow } from '../job/types';
import { folderTitle, plateFolders, type PlateFolders } from './plate-folders';
import { placeOfSpot, spotNumber, type SpotPlace } from './spot-place';

/** The spectra of one plate, each with its place. */
export interface PlateGroup {
  /** The plate's name, from its folders; empty when unknown. */
  readonly name: string;
  readonly spectra: readonly PlacedSpectrum[];
  /** Number of spots that have spectra: as many as there are spectra where none was measured twice. */
  readonly spots: number;
}

export interface PlacedSpectrum {
  readonly spectrum: SpectrumRow;
  readonly place: SpotPlace;
}

interface Located extends PlacedSpectrum, PlateFolders {}

/** The plates of some spectra. */
export interface SortedPlates {
  /** In order of discovery. */
  readonly plates: readonly PlateGroup[];
  /** Number of spectra without a place. */
  readonly unplaced: number;
}

const sorted = new WeakMap<readonly SpectrumRow[], SortedPlates>();

/**
 * Groups spectra by plate. A run has a folder that contains one folder for each sample, and the spectra of one
 * run and one target are one plate, whatever archives they came in. If two samples' folders claim the same spot,
 * each of these folders is a plate.
 *
 * @param spectra a list that no longer changes: a table asks for its plates several times, and gets the same
 */
export function sortOntoPlates(spectra: readonly SpectrumRow[]): SortedPlates {
  let plates = sorted.get(spectra);
  if (plates === undefined) {
    plates = sortAll(spectra);
    sorted.set(spectra, plates);
  }
  return plates;
}

function sortAll(spectra: readonly SpectrumRow[]): SortedPlates {
  const all = spectra.map(locate);
  const located = all.every((one) => one !== null) ? all : all.filter((one) => one !== null);
  const plates = groupBy(located, ({ run }) => run)
    .flatMap(splitByTarget)
    .flatMap(platesOf);
  return { plates, unplaced: spectra.length - located.length };
}

const known = new WeakMap<SpectrumRow, Located | null>();

/** Rows are located many times while a table fills, and replaced when they change, so each is located once. */
function locate(spectrum: SpectrumRow): Located | null {
  let located = known.get(spectrum);
  if (located === undefined) {
    const place = placeOfSpot(spectrum.spot);
    located = place && { spectrum, place, ...plateFolders(spectrum.path) };
    known.set(spectrum, located);
  }
  return located;
}

/** A spectrum of unknown target, such as an unreadable one, is put on the first target. */
function splitByTarget(group: readonly Located[]): readonly (readonly Located[])[] {
  const first =
    group.find(({ spectrum }) => spectrum.record?.target)?.spectrum.record?.target ?? '';
  return groupBy(group, ({ spectrum }) => spectrum.record?.target ?? first);
}

interface Sorted {
  readonly group: readonly Located[];
  readonly plates: readonly PlateGroup[];
}

/** The plates of each group, by its first spectrum. */
const sortedGroups = new WeakMap<Located, Sorted>();

/** Returns the plates of a group. While a table fills, all plates but one are what they were before. */
function platesOf(group: readonly Located[]): readonly PlateGroup[] {
  const [first] = group;
  if (first === undefined) return [];
  const before = sortedGroups.get(first);
  if (before !== undefined && hasSameItems(before.group, group)) return before.plates;
  const plates = splitWhereClaimedTwice(group);
  sortedGroups.set(first, { group, plates });
  return plates;
}

function splitWhereClaimedTwice(group: readonly Located[]): readonly PlateGroup[] {
  const claims = new Map<number, string>();
  for (const { place, sample } of group) {
    const spot = spotNumber(place);
    const before = claims.get(spot);
    if (before === undefined) claims.set(spot, sample);
    else if (before !== sample) {
      return groupBy(group, (one) => one.sample).map((spectra) => ({
        name: folderTitle(spectra[0]!.sample),
        spectra,
        spots: new Set(spectra.map((one) => spotNumber(one.place))).size,
      }));
    }
  }
  return [{ name: folderTitle(group[0]?.run ?? ''), spectra: group, spots: claims.size }];
}

function hasSameItems<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((item, i) => item === others[i]);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): (readonly T[])[] {
  const [first] = items;
  if (first === undefined) return [];
  // Most runs and most plates are one group, which need not be copied.
  const key = keyOf(first);
  if (items.every((item) => keyOf(item) === key)) return [items];
  const groups = new Map<string, T[]>();
  items.forEach((item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}
