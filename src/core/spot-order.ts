import type { SampleRow, SpectrumRow } from './job/types';
import { naturalKey } from './natural-key';
import { compareFolders } from './plate/measurements';
import { sortOntoPlates } from './plate/sort-onto-plates';

/** What stands at a place of the target: a spectrum, a sample, or an analyte that was not measured. */
export interface Spotted {
  readonly name: string;
  /** `A1`, or `A1, A2` of replicates; empty when unknown. */
  readonly spot: string;
}

/** Row letters, row, column: `A1`, `P24`, `AF48`. */
const SPOT = /^([A-Z]{1,2})0*(\d{1,4})$/i;

/**
 * Returns a key that sorts spots along the rows of the target by `<`: A2 before A10, A24 before B1, Z1 before
 * AA1. What is no spot of a target comes behind those that are, and no spot at all comes last. Of several
 * spots the first counts.
 */
export function spotKey(spot: string): string {
  let key = spotKeys.get(spot);
  if (key === undefined) {
    key = spot
      .split(',')
      .map((one) => keyOfOne(one.trim()))
      .reduce((first, one) => (one < first ? one : first));
    if (spotKeys.size > MOST_SPOT_KEYS) spotKeys.clear();
    spotKeys.set(spot, key);
  }
  return key;
}

/** A large table has each spot many times, and is sorted many times while it fills. */
const spotKeys = new Map<string, string>();
const MOST_SPOT_KEYS = 10_000;

function keyOfOne(spot: string): string {
  if (spot === '') return '2';
  const [, letters, column] = SPOT.exec(spot) ?? [];
  if (letters === undefined || column === undefined) return `1${naturalKey(spot)}`;
  return `0${letters.toUpperCase().padStart(2, ' ')}${column.padStart(4, '0')}`;
}

/** Compares two spots, as `Array.sort` wants it. */
export function compareSpots(a: string, b: string): number {
  return compareTexts(spotKey(a), spotKey(b));
}

/** Compares by spot, then by name, as `Array.sort` wants it. */
export function bySpot(a: Spotted, b: Spotted): number {
  return compareSpots(a.spot, b.spot) || compareTexts(naturalKey(a.name), naturalKey(b.name));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Returns the spectra in the order in which a person reads a target: plate by plate in the order in which
 * they were found, along the rows of each, then by name, and those of one spot by their folders, which number
 * its measurements; those without a place on a plate come last.
 */
export function spectraInSpotOrder(spectra: readonly SpectrumRow[]): readonly SpectrumRow[] {
  const plateOf = numberPlates(spectra);
  return inOrder(
    spectra,
    ({ index }) => plateOf(index),
    ({ path }) => path,
  );
}

const ordered = new WeakMap<
  readonly SampleRow[],
  { readonly spectra: readonly SpectrumRow[]; readonly order: readonly SampleRow[] }
>();

/**
 * Returns samples in the same order, each where its first spectrum is.
 *
 * @param samples a list that no longer changes, and neither does that of the spectra: for the same two lists, the same
 *   order is returned again
 */
export function samplesInSpotOrder(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
): readonly SampleRow[] {
  const known = ordered.get(samples);
  if (known?.spectra === spectra) return known.order;
  const order = orderSamples(samples, spectra);
  ordered.set(samples, { spectra, order });
  return order;
}

function orderSamples(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
): readonly SampleRow[] {
  const plateOf = numberPlates(spectra);
  // Most tables have no two samples of one name on one spot, and do not need the folders.
  let paths: ReadonlyMap<number, string> | null = null;
  const folderOf = ({ spectra: own }: SampleRow): string => {
    paths ??= new Map(spectra.map(({ index, path }) => [index, path]));
    return paths.get(own[0] ?? -1) ?? '';
  };
  const plateOfSample = ({ spectra: own }: SampleRow): number => {
    let first = plateOf(-1);
    for (let i = 0; i < own.length; i++) first = Math.min(first, plateOf(own[i]!));
    return first;
  };
  return inOrder(samples, plateOfSample, folderOf);
}

/** Returns the number of the plate of a spectrum, by its index; what is on no plate is listed with the last. */
function numberPlates(spectra: readonly SpectrumRow[]): (index: number) => number {
  const { plates } = sortOntoPlates(spectra);
  const last = Math.max(0, plates.length - 1);
  // A list takes less memory than a map, and a table of thousands is ordered many times while it fills. It is no
  // typed array, since a damaged row may have any index, however large.
  const plateOf = new Array<number | undefined>(spectra.length);
  // The others are on the last plate.
  plates
    .slice(0, -1)
    .forEach((plate, number) =>
      plate.spectra.forEach(({ spectrum }) => (plateOf[spectrum.index] = number)),
    );
  return (index) => plateOf[index] ?? last;
}

type OrderedRow = Spotted & { readonly index: number };

/** Keys of rows, which are replaced when they change. */
const rowKeys = new WeakMap<OrderedRow, string>();

/** Returns a key that sorts by spot, then by name. */
function rowKey(row: OrderedRow): string {
  let key = rowKeys.get(row);
  if (key === undefined) {
    key = `${spotKey(row.spot)}\0${naturalKey(row.name)}`;
    rowKeys.set(row, key);
  }
  return key;
}

function inOrder<Row extends OrderedRow>(
  rows: readonly Row[],
  plateOf: (row: Row) => number,
  folderOf: (row: Row) => string,
): readonly Row[] {
  // A loop, since `from` makes a list first, and a large table is ordered every two seconds while it fills.
  const plates = new Int32Array(rows.length);
  const order = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    plates[at] = plateOf(rows[at]!);
    order[at] = at;
  }
  const keys = rows.map(rowKey);
  order.sort(
    (a, b) =>
      plates[a]! - plates[b]! ||
      compareTexts(keys[a]!, keys[b]!) ||
      compareFolders(folderOf(rows[a]!), folderOf(rows[b]!)) ||
      rows[a]!.index - rows[b]!.index,
  );
  return rows.map((_, at) => rows[order[at]!]!);
}
