import { ionMz, type ExpectedIon, type LocusAlleles } from './expected-ions';
import { massErrorDensity } from './mass-error';
import type { MarkerTaxon } from './marker-table';
import type { MarkerParameters } from './parameters';

/**
 * The marker score in plain float64 TypeScript, written from docs/marker-model.md peak by peak and
 * ion by ion: the oracle that the ONNX graph is held against.
 */
export interface Peak {
  readonly mz: number;
  readonly ratio: number;
}

export interface Score {
  readonly scores: readonly number[];
  /** [taxon][locus] */
  readonly loci: readonly (readonly number[])[];
}

const BLOCK = 28;
const REACH = 11;
/** Peaks farther from an ion than this add nothing: eight times the wider mass error. */
const REACH_PPM = 2000;

export function findPeaks(spectrum: ArrayLike<number>): Peak[] {
  const blocks = Math.ceil(spectrum.length / BLOCK);
  const value = (i: number): number => spectrum[i] ?? 0;
  const filled = Array.from({ length: blocks * BLOCK }, (_, i) =>
    value(i) === 0 ? (value(i - 1) + value(i + 1)) / 2 : value(i),
  );
  let cap: number[] = Array.from({ length: blocks }, () => Infinity);
  let noise: number[] = [];
  for (const next of [1.5, 2, NaN]) {
    const means = cap.map((limit, b) => {
      const block = filled.slice(b * BLOCK, (b + 1) * BLOCK);
      return block.reduce((sum, v) => sum + Math.min(v, limit), 0) / BLOCK;
    });
    noise = means.map((_, b) => {
      const near = means.slice(Math.max(0, b - REACH), b + REACH + 1);
      return near.reduce((sum, v) => sum + v, 0) / near.length;
    });
    cap = noise.map((level) => level * next);
  }
  const peaks: Peak[] = [];
  for (let block = 0; block * 4 < filled.length; block += 1) {
    const largest = largestOf(filled, block);
    const height = filled[largest] ?? 0;
    const before = filled[largest - 1] ?? 0;
    const after = filled[largest + 1] ?? 0;
    const hidden = [block - 1, block + 1].some((other) => {
      const rival = largestOf(filled, other);
      return Math.abs(rival - largest) <= 3 && (filled[rival] ?? 0) > height;
    });
    if (!(height > 0) || before > height || after > height || hidden) continue;
    const bend = Math.min(before + after - 2 * height, -1e-12);
    const offset = Math.max(-0.5, Math.min(0.5, (before - after) / 2 / bend));
    const level = Math.max(noise[Math.floor(largest / BLOCK)] ?? 0, 1e-12);
    peaks.push({ mz: 1950.5 + largest + offset, ratio: height / level });
  }
  return peaks;
}

function largestOf(values: readonly number[], block: number): number {
  let best = block * 4;
  for (let i = best; i < block * 4 + 4; i += 1) {
    if ((values[i] ?? -1) > (values[best] ?? -1)) best = i;
  }
  return best;
}

export function scoreAt(
  peaks: readonly Peak[],
  shiftPpm: number,
  model: {
    readonly taxa: readonly MarkerTaxon[];
    readonly loci: readonly LocusAlleles[];
    readonly ions: readonly ExpectedIon[];
    readonly parameters: MarkerParameters;
  },
): Score {
  const { parameters } = model;
  const capped = (ratio: number): number =>
    Math.min(Math.exp(parameters.logRatioCap), Math.max(Math.exp(-parameters.logRatioCap), ratio));
  const ratioOfIon = (locus: string, mass: number, charge: 1 | 2): number => {
    const known = parameters.ions[locus]?.[`${charge}`];
    if (known === undefined) return 1;
    const expected = ionMz(mass, charge) * (1 + known.offsetPpm * 1e-6);
    let best = 0;
    const nearest = expected * (1 + (shiftPpm - REACH_PPM) * 1e-6);
    const farthest = expected * (1 + (shiftPpm + REACH_PPM) * 1e-6);
    for (let i = firstFrom(peaks, nearest); i < peaks.length; i += 1) {
      const { mz, ratio } = peaks[i]!;
      if (mz > farthest) break;
      const error = ((mz - expected) / expected) * 1e6 - shiftPpm;
      const worth =
        (massErrorDensity(error, parameters.massError) * heightRatio(ratio, parameters)) /
        parameters.clutterPerPpm;
      best = Math.max(best, worth);
    }
    return capped(1 - known.detection + known.detection * best);
  };
  const loci = model.taxa.map((taxon) =>
    model.loci.map(({ locus, masses, missed }) => {
      const alleles = taxon.loci.get(locus);
      if (alleles === undefined) return 0;
      const carried = alleles
        .filter(({ mass }) => masses.includes(mass))
        .reduce((sum, { mass, fraction }) => {
          const both = capped(ratioOfIon(locus, mass, 1) * ratioOfIon(locus, mass, 2));
          return sum + ((fraction * taxon.genomes) / (taxon.genomes + 1)) * both;
        }, 0);
      return Math.log(carried + missed / (taxon.genomes + 1));
    }),
  );
  return { loci, scores: loci.map((row) => row.reduce((sum, v) => sum + v, 0)) };
}

/** Index of the first peak at or above `mz`; peaks are in order of m/z. */
function firstFrom(peaks: readonly Peak[], mz: number): number {
  let low = 0;
  let high = peaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (peaks[middle]!.mz < mz) low = middle + 1;
    else high = middle;
  }
  return low;
}

function heightRatio(ratio: number, { intensityKnots }: MarkerParameters): number {
  const { ratio: knots, logRatio } = intensityKnots;
  const x = Math.log(ratio);
  const last = knots.length - 1;
  if (ratio <= (knots[0] ?? 0)) return Math.exp(logRatio[0] ?? 0);
  if (ratio >= (knots[last] ?? 0)) return Math.exp(logRatio[last] ?? 0);
  const i = knots.findIndex((knot) => knot > ratio) - 1;
  const [x0, x1] = [Math.log(knots[i] ?? 1), Math.log(knots[i + 1] ?? 1)];
  const [y0, y1] = [logRatio[i] ?? 0, logRatio[i + 1] ?? 0];
  return Math.exp(y0 + ((x - x0) / (x1 - x0)) * (y1 - y0));
}
