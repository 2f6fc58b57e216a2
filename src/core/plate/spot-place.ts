/** Rows and columns of a target plate. */
export interface PlateFormat {
  readonly rows: number;
  readonly columns: number;
}

/** The usual target plates, the smallest first. */
const FORMATS: readonly PlateFormat[] = [
  { rows: 8, columns: 12 },
  { rows: 16, columns: 24 },
];

/** Columns of the largest target. */
const COLUMNS = 24;

export interface SpotPlace {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
}

const SPOT = /^([A-P])0?(\d{1,2})$/i;

/**
 * Returns the place of a spot: `C4` is in the third row. Null for a spot that no usual plate has. For the same spot,
 * the same place is returned again, since thousands of spectra share a few hundred.
 */
export function placeOfSpot(spot: string): SpotPlace | null {
  let place = places.get(spot);
  if (place === undefined) {
    place = parseSpot(spot);
    if (places.size < MOST_PLACES) places.set(spot, place);
  }
  return place;
}

const places = new Map<string, SpotPlace | null>();
const MOST_PLACES = 2_000;

function parseSpot(spot: string): SpotPlace | null {
  const [, letter = '', number = ''] = SPOT.exec(spot.trim()) ?? [];
  const row = letter.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0);
  const column = Number(number) - 1;
  return column >= 0 && column < COLUMNS && row >= 0 ? { row, column } : null;
}

export function letterOfRow(row: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + row);
}

/** Returns a number that no other place has. */
export function spotNumber({ row, column }: SpotPlace): number {
  return row * COLUMNS + column;
}

/** Returns a spot's name: `C4`. */
export function nameOfPlace({ row, column }: SpotPlace): string {
  return `${letterOfRow(row)}${column + 1}`;
}

/** Returns the smallest plate that has all of the places. */
export function formatFor(places: Iterable<SpotPlace>): PlateFormat {
  let [rows, columns] = [0, 0];
  for (const { row, column } of places) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return FORMATS.find((one) => rows <= one.rows && columns <= one.columns) ?? FORMATS.at(-1)!;
}
