import type { SpotPlace } from '../plate/spot-place';

/** Most columns of a plate. */
const COLUMNS = 24;

/** The spots of a folder by their order on the plate, with the number of spectra on each. */
interface UsedSpots {
  readonly counts: Map<number, number>;
  /** Infinity for a folder without spots. */
  first: number;
}

interface Noted {
  readonly folders: ReadonlySet<string>;
  readonly order: number;
}

/** The first spot, in the order of the plate, that each folder of a drop has a spectrum of. */
export class FirstSpots {
  readonly #noted = new Map<string, Noted>();
  readonly #folders = new Map<string, UsedSpots>();

  /**
   * Notes where a spectrum lies, instead of what was noted of it before.
   *
   * @param spectrum its key
   * @param folders those that it counts for
   * @param place null for a spectrum that does not count
   */
  note(spectrum: string, folders: readonly string[], place: SpotPlace | null): void {
    const order = place === null ? null : place.row * COLUMNS + place.column;
    const before = this.#noted.get(spectrum);
    if (before?.order === order) return;
    if (before !== undefined) {
      for (const folder of before.folders) this.#remove(folder, before.order);
      this.#noted.delete(spectrum);
    }
    if (order === null) return;
    const noted = { folders: new Set(folders), order };
    this.#noted.set(spectrum, noted);
    for (const folder of noted.folders) this.#add(folder, order);
  }

  /** @returns null for a folder without spectra */
  of(folder: string): SpotPlace | null {
    const order = this.#folders.get(folder)?.first ?? Infinity;
    if (order === Infinity) return null;
    return { row: Math.floor(order / COLUMNS), column: order % COLUMNS };
  }

  #add(folder: string, order: number): void {
    const used = this.#folders.get(folder) ?? { counts: new Map<number, number>(), first: order };
    this.#folders.set(folder, used);
    used.counts.set(order, (used.counts.get(order) ?? 0) + 1);
    used.first = Math.min(used.first, order);
  }

  #remove(folder: string, order: number): void {
    const used = this.#folders.get(folder)!;
    const left = used.counts.get(order)! - 1;
    if (left > 0) {
      used.counts.set(order, left);
      return;
    }
    used.counts.delete(order);
    // A plate has 384 spots at most.
    if (used.first === order) used.first = Math.min(...used.counts.keys());
  }
}
