import type { BinAxis } from '../model-pack/types';
import {
  areKnownBins,
  BIN_LIMITS,
  binOf,
  ONE_DALTON_BINS,
  TEN_DALTON_BINS,
} from '../preprocess/bin';
import { err, ok, type Result } from '../result';
import { firstRepeated } from './first-repeated';
import { MOST_LIST_BYTES } from './parse-lines';
import { badFeatures, type ImportProblem, unknownWidth } from './problems';
import { readFeatureList } from './read-feature-list';
import { type WidthsOfEdges, widthsOf } from './tell-width';
import { sentence, type Sentences } from '../../words/told/sentence';

export interface ResolvedFeatures {
  readonly bins: BinAxis;
  /** Left edges in the model's order, or null when it takes all bins in order of mass. */
  readonly edges: readonly number[] | null;
  /** Number of columns. */
  readonly columns: number;
  /** On how the list was understood. */
  readonly notes: readonly Sentences[];
}

/** Edges that are listed in order without a gap are all bins of an axis, from this number on. */
const WHOLE_AXIS = 100;

/**
 * Determines which bins the model's columns are. A list does not say how wide its bins are: that is told from
 * the distances of its edges, and asked for where these leave a doubt.
 *
 * @param list bytes of a features list, in any form that `readFeatureList` knows; null when there is none,
 * which is enough for a model that takes all bins
 * @param columns number of columns that the model takes, or null when it does not say
 * @param binWidth the width that the user states, Da
 */
export function resolveFeatures(
  list: Uint8Array | null,
  columns: number | null,
  binWidth: number | null,
): Result<ResolvedFeatures, ImportProblem> {
  if (list === null) return allBins(columns, binWidth);
  if (list.length > MOST_LIST_BYTES) {
    return err(badFeatures(sentence('modelFile.featuresLarge', { count: list.length })));
  }
  const read = readFeatureList(list);
  if (!read.ok) return err(badFeatures(read.error));
  const { values } = read.value;
  if (columns !== null && values.length !== columns) {
    return err(
      badFeatures(sentence('modelFile.featuresCount', { count: values.length, taken: columns })),
    );
  }
  const twice = firstRepeated(values);
  if (twice !== undefined)
    return err(badFeatures(sentence('modelFile.featuresTwice', { edge: twice })));

  const { told, possible } = widthsOf(values);
  const { width: written } = read.value;
  if (written !== null && binWidth !== null && written !== binWidth) {
    return err(
      badFeatures(sentence('modelFile.featuresWidthOther', { written, stated: binWidth })),
    );
  }
  const stated = written ?? binWidth;
  const width = stated ?? told;
  if (width === null) {
    return err(possible.length === 0 ? notEven(values) : unknownWidth(possible));
  }
  const { left, note } = leftEdges(values, width);
  const bins = axisOf(left, width);
  const stray = left.findIndex((edge) => binOf(edge, bins) === -1);
  if (stray !== -1 || !areKnownBins(bins)) {
    const last = bins.first + (bins.count - 1) * width;
    return err(
      badFeatures(
        sentence('modelFile.featuresNoBin', {
          edge: values[Math.max(0, stray)]!,
          width,
          first: bins.first,
          last,
        }),
      ),
    );
  }
  const areAll = left.length === bins.count && left.every((edge, i) => binOf(edge, bins) === i);
  return ok({
    bins,
    edges: areAll ? null : left,
    columns: left.length,
    notes: [
      ...read.value.notes,
      ...note,
      ...(stated === null && width !== 1 ? [sentence('modelFile.featuresTold', { width })] : []),
    ],
  });
}

/**
 * Returns the widths between which the user has to decide, or may; none where the list leaves no choice.
 *
 * @returns `told` is the width that is taken without an answer; null: there has to be one
 */
export function widthChoice(list: Uint8Array | null): WidthsOfEdges {
  const read = list === null ? null : readFeatureList(list);
  if (read?.ok !== true || read.value.width !== null) return { told: null, possible: [] };
  return widthsOf(read.value.values);
}

/** Half a Da behind every number means the middle of a bin whose width is odd: 4365.5 is the bin from 4365. */
function leftEdges(values: readonly number[], width: number) {
  const areMiddles = width % 2 === 1 && values.every((value) => Math.abs((value % 1) - 0.5) < 1e-3);
  if (!areMiddles) return { left: values, note: [] };
  const [first = 0] = values;
  const left = values.map((value) => Math.round(value - width / 2));
  return {
    left,
    note: [
      sentence('modelFile.featuresMiddles', {
        middle: first,
        left: left[0]!,
        right: left[0]! + width,
      }),
    ],
  };
}

/** Returns the axis that the edges lie on: the original's if it can be, else one from the first edge on. */
function axisOf(edges: readonly number[], width: number): BinAxis {
  if (width === ONE_DALTON_BINS.width) return ONE_DALTON_BINS;
  const [low, high] = edges.reduce(
    ([least, most], edge) => [Math.min(least, edge), Math.max(most, edge)],
    [Infinity, -Infinity],
  );
  const isOnTen = width === 10 && edges.every((edge) => binOf(edge, TEN_DALTON_BINS) !== -1);
  if (isOnTen) return TEN_DALTON_BINS;
  const span = Math.round((high - low) / width) + 1;
  const isWhole = span === edges.length && edges.length >= WHOLE_AXIS;
  if (isWhole) return { first: low, width, count: span };
  // The range of the original, from the first bin that is not below it.
  const range = ONE_DALTON_BINS;
  const end = range.first + range.count;
  const below = Math.max(0, Math.floor((low - range.first) / width + 1e-6));
  const first = Number((low - below * width).toFixed(3));
  const usual = Math.floor((end - first) / width + 1e-6);
  const count = Math.max(usual, Math.round((high - first) / width) + 1);
  return { first, width, count };
}

function notEven(values: readonly number[]): ImportProblem {
  const { narrowest, widest } = BIN_LIMITS;
  return badFeatures(
    sentence('modelFile.featuresUneven', {
      numbers: { list: values.slice(0, 3).map(String) },
      narrowest,
      widest,
    }),
  );
}

function allBins(
  columns: number | null,
  binWidth: number | null,
): Result<ResolvedFeatures, ImportProblem> {
  const bins = [ONE_DALTON_BINS, TEN_DALTON_BINS].find((known) => known.count === columns);
  if (bins === undefined || (binWidth !== null && bins.width !== binWidth)) {
    return err(
      badFeatures(
        columns === null
          ? sentence('modelFile.featuresUnlistedSome')
          : sentence('modelFile.featuresUnlisted', { count: columns }),
      ),
    );
  }
  return ok({ bins, edges: null, columns: bins.count, notes: [] });
}
