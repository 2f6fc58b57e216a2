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

export interface SpotPlace {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
}

const SPOT = /^([A-P])0?(\d{1,2})$/i;

/** Where a spot is on a plate: `C4` in the third row; null when it is on no usual plate. */
export function placeOfSpot(spot: string): SpotPlace | null {
  const [, letter = '', number = ''] = SPOT.exec(spot.trim()) ?? [];
  const row = letter.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0);
  const column = Number(number) - 1;
  return column >= 0 && column < 24 && row >= 0 ? { row, column } : null;
}

export function letterOfRow(row: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + row);
}

/** `C4` */
export function nameOfPlace({ row, column }: SpotPlace): string {
  return `${letterOfRow(row)}${column + 1}`;
}

/** The smallest plate that has all the places. */
export function formatFor(places: Iterable<SpotPlace>): PlateFormat {
  let [rows, columns] = [0, 0];
  for (const { row, column } of places) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return FORMATS.find((one) => rows <= one.rows && columns <= one.columns) ?? FORMATS.at(-1)!;
}
