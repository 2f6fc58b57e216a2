/** Number of spots of a target plate: 8 rows of 12, or 16 rows of 24. */
export type PlateSize = 96 | 384;

export interface Spot {
  /** `A1` */
  readonly name: string;
  /** Position of the stage when the laser hits the spot, micrometres. */
  readonly position: { readonly x: number; readonly y: number };
}

const FIRST = { x: -62780, y: -3060 };
const WIDTH = 49500;

/** Lists the plate's spots, row by row. On a plate of 384, the spots are at half the distance. */
export function plateSpots(size: PlateSize): Spot[] {
  const columns = size === 96 ? 12 : 24;
  const pitch = size === 96 ? WIDTH / 11 : WIDTH / 22;
  return Array.from({ length: size }, (_, index) => {
    const row = Math.floor(index / columns);
    const column = index % columns;
    return {
      name: `${String.fromCharCode('A'.charCodeAt(0) + row)}${column + 1}`,
      position: { x: FIRST.x + column * pitch, y: FIRST.y - row * pitch },
    };
  });
}
