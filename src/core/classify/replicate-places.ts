import type { SpectrumRow } from '../job/types';

/**
 * What to call each spectrum of a sample, by its index: its spot, else its name. Where several have the
 * same, the folders that tell them apart stand behind it, as in `A7 (2)` of a spot measured twice.
 */
export function replicatePlaces(
  rows: readonly Pick<SpectrumRow, 'index' | 'name' | 'spot' | 'path'>[],
): ReadonlyMap<number, string> {
  const byPlace = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const place = row.spot || row.name;
    const alike = byPlace.get(place);
    if (alike === undefined) byPlace.set(place, [row]);
    else alike.push(row);
  }
  const places = new Map<number, string>();
  for (const [place, alike] of byPlace) {
    const paths = alike.map(({ path }) => path.split('/'));
    const differing = new Set<number>();
    for (const path of paths) {
      path.forEach((folder, depth) => {
        if (folder !== paths[0]![depth]) differing.add(depth);
      });
    }
    alike.forEach(({ index }, i) => {
      const own = paths[i]!.filter((_, depth) => differing.has(depth));
      places.set(index, own.length === 0 ? place : `${place} (${own.join('/')})`);
    });
  }
  return places;
}
