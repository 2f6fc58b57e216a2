import {
  formatFor,
  letterOfRow,
  nameOfPlace,
  placeOfSpot,
  type SpotPlace,
} from '../../core/plate/spot-place';
import type { SpotFailures } from '../../core/quality-history/spot-failures';

/** Failures as they lie on a target. */
export interface SpotGrid {
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly row: string;
    /** Null for a spot that nothing was measured on. */
    readonly cells: readonly (SpotFailures | null)[];
  }[];
  /** Number of spots that no usual target has. */
  readonly unplaced: number;
}

export function spotGrid(spots: ReadonlyMap<string, SpotFailures>): SpotGrid {
  const byName = new Map<string, SpotFailures>();
  const places: SpotPlace[] = [];
  let unplaced = 0;
  for (const one of spots.values()) {
    const place = placeOfSpot(one.spot);
    if (place === null) unplaced += 1;
    else {
      places.push(place);
      const spot = nameOfPlace(place);
      const before = byName.get(spot);
      // Some files write A01, others A1.
      byName.set(spot, {
        spot,
        tried: one.tried + (before?.tried ?? 0),
        failed: one.failed + (before?.failed ?? 0),
      });
    }
  }
  const { rows, columns } = formatFor(places);
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    columns: numbers(columns).map((column) => column + 1),
    rows: numbers(rows).map((row) => ({
      row: letterOfRow(row),
      cells: numbers(columns).map((column) => byName.get(nameOfPlace({ row, column })) ?? null),
    })),
    unplaced,
  };
}
