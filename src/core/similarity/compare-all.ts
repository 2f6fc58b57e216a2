import { alignSpectra } from './align';
import { binPeaks } from './bins';
import { cluster } from './cluster';
import { cosineMatrix, pairAt } from './cosine';
import { cutAt, leafOrder, type MergePlaces, placeMerges } from './dendrogram';
import type { MassLine, PeakList } from './peak-list';

/** Number of nearest spectra that are told of each. */
export const NEIGHBOURS = 5;

/** Height of the dendrogram at which its clusters are numbered: spectra of a species are more alike than that. */
export const CLUSTER_HEIGHT = 0.35;

/** How a cosine is stored: as a whole number of this many parts. */
export const PARTS = 32_767;

/** How alike all spectra are. Spectra are numbered as they came in. */
export interface Similarity {
  readonly count: number;
  /** [pairs] condensed, in `PARTS`: half of the memory of numbers with a point. */
  readonly cosines: Int16Array<ArrayBuffer>;
  /** Spectra as the dendrogram has them. */
  readonly order: Uint32Array<ArrayBuffer>;
  /** [count - 1] the merges, by height; 0 to count - 1 is a spectrum, and merges follow. */
  readonly left: Uint32Array<ArrayBuffer>;
  readonly right: Uint32Array<ArrayBuffer>;
  readonly height: Float32Array<ArrayBuffer>;
  readonly places: MergePlaces;
  /** [count] number of each spectrum's cluster, from 1 along the order. */
  readonly clusters: Uint32Array<ArrayBuffer>;
  /** [count x NEIGHBOURS] the nearest, the most similar first; `count` where there are no more. */
  readonly neighbours: Uint32Array<ArrayBuffer>;
  /** How far each was off the common axis; null where too few peaks are common. */
  readonly lines: readonly (MassLine | null)[];
}

/** Compares all spectra with one another, and clusters them. */
export function compareAll(spectra: readonly PeakList[]): Similarity {
  const count = spectra.length;
  const { lines } = alignSpectra(spectra);
  const matrix = cosineMatrix(spectra.map((peaks, i) => binPeaks(peaks, lines[i] ?? null)));
  const cosines = new Int16Array(matrix.length);
  for (let i = 0; i < matrix.length; i++) {
    cosines[i] = Math.round(Math.max(-1, Math.min(1, matrix[i]!)) * PARTS);
    // From here on the same memory has distances, which the clustering uses up.
    matrix[i] = Math.max(0, 1 - matrix[i]!);
  }
  const neighbours = nearestOf(count, cosines);
  const merges = cluster(count, matrix);
  const order = leafOrder(count, merges, (a, b) => cosines[pairAt(count, a, b)]!);
  return {
    count,
    cosines,
    order,
    left: Uint32Array.from(merges, ({ left }) => left),
    right: Uint32Array.from(merges, ({ right }) => right),
    height: Float32Array.from(merges, ({ height }) => height),
    places: placeMerges(order, merges),
    clusters: cutAt(order, merges, CLUSTER_HEIGHT),
    neighbours,
    lines,
  };
}

/** Returns the similarity of two spectra, -1 to 1. */
export function similarityOf({ count, cosines }: Similarity, a: number, b: number): number {
  return a === b ? 1 : cosines[pairAt(count, a, b)]! / PARTS;
}

function nearestOf(n: number, cosines: Int16Array): Uint32Array<ArrayBuffer> {
  const nearest = new Uint32Array(n * NEIGHBOURS).fill(n);
  const best = new Int16Array(n * NEIGHBOURS).fill(-PARTS - 1);
  const enter = (of: number, other: number, cosine: number) => {
    const first = of * NEIGHBOURS;
    let at = first + NEIGHBOURS - 1;
    if (cosine <= best[at]!) return;
    for (; at > first && best[at - 1]! < cosine; at--) {
      best[at] = best[at - 1]!;
      nearest[at] = nearest[at - 1]!;
    }
    best[at] = cosine;
    nearest[at] = other;
  };
  let at = 0;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const cosine = cosines[at++]!;
      enter(i, j, cosine);
      enter(j, i, cosine);
    }
  }
  return nearest;
}
