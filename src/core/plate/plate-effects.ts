import type { PlateFormat, SpotPlace } from './spot-place';

/** A value of a spot, with its place in the order of measurement; null where that is not known. */
export interface PlacedValue {
  readonly place: SpotPlace;
  readonly value: number;
  readonly order: number | null;
}

export interface Mean {
  readonly mean: number;
  readonly spots: number;
}

/** Means of a plate that show what its position on the target, or the time, does to a value. */
export interface PlateEffects {
  /** [row, counted from 0]; rows without a value are absent. */
  readonly rows: ReadonlyMap<number, Mean>;
  readonly columns: ReadonlyMap<number, Mean>;
  /** The outermost spots of the target, and all others; null where one of them has no value. */
  readonly edge: { readonly outer: Mean; readonly inner: Mean } | null;
  /**
   * The first and the last third of the spots by the order of measurement; null where the order of some spot
   * is unknown, or for fewer than 6 spots.
   */
  readonly drift: { readonly first: Mean; readonly last: Mean } | null;
}

const LEAST_FOR_DRIFT = 6;

/** Computes the means of a plate by row, by column, at its edge and through time. */
export function plateEffects(
  values: readonly PlacedValue[],
  { rows, columns }: PlateFormat,
): PlateEffects {
  const isOuter = ({ place: { row, column } }: PlacedValue) =>
    row === 0 || column === 0 || row === rows - 1 || column === columns - 1;
  const outer = meanOf(values.filter(isOuter));
  const inner = meanOf(values.filter((value) => !isOuter(value)));
  return {
    rows: meansBy(values, ({ place }) => place.row),
    columns: meansBy(values, ({ place }) => place.column),
    edge: outer === null || inner === null ? null : { outer, inner },
    drift: driftOf(values),
  };
}

function driftOf(values: readonly PlacedValue[]): PlateEffects['drift'] {
  if (values.length < LEAST_FOR_DRIFT || values.some(({ order }) => order === null)) return null;
  const inOrder = [...values].sort((a, b) => a.order! - b.order!);
  const third = Math.floor(inOrder.length / 3);
  return { first: meanOf(inOrder.slice(0, third))!, last: meanOf(inOrder.slice(-third))! };
}

function meansBy(
  values: readonly PlacedValue[],
  keyOf: (value: PlacedValue) => number,
): ReadonlyMap<number, Mean> {
  const groups = new Map<number, PlacedValue[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return new Map([...groups].map(([key, group]) => [key, meanOf(group)!]));
}

/** @returns null for no values */
function meanOf(values: readonly PlacedValue[]): Mean | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const { value } of values) sum += value;
  return { mean: sum / values.length, spots: values.length };
}
