import type { BinAxis } from '../model-pack/types';
import { printable } from '../text';
import { ONE_DALTON_BINS, TEN_DALTON_BINS } from '../preprocess/bin';
import { err, ok, type Result } from '../result';
import { firstRepeated } from './first-repeated';
import { MOST_LIST_BYTES, parseLines } from './parse-lines';
import { badFeatures, type ImportProblem } from './problems';

export interface ResolvedFeatures {
  readonly bins: BinAxis;
  /** Left edges in the model's order, or null when it takes all bins in order of mass. */
  readonly edges: readonly number[] | null;
  /** Number of columns. */
  readonly columns: number;
}

/** A list with fewer edges than this may have only multiples of ten by chance. */
const TELLING = 4;

/**
 * Determines which bins the model's columns are. The list does not say how wide its bins are: when all edges
 * are multiples of ten they are 10-Da bins, unless the caller specifies the width.
 *
 * @param list bytes of a features list, one left edge a line; null when there is none, which is enough for a
 * model that takes all bins
 * @param columns number of columns that the model takes, or null when it does not say
 */
export function resolveFeatures(
  list: Uint8Array | null,
  columns: number | null,
  binWidth: 1 | 10 | null,
): Result<ResolvedFeatures, ImportProblem> {
  if (list === null) return allBins(columns, binWidth);
  if (list.length > MOST_LIST_BYTES) {
    return err(badFeatures(`The features list has ${list.length} bytes, too many for a list.`));
  }
  const edges: number[] = [];
  for (const [i, line] of parseLines(list).entries()) {
    if (!/^\d{1,6}(?:\.0+)?$/.test(line)) {
      return err(
        badFeatures(`Line ${i + 1} of the features list is no left edge: ${printable(line)}`),
      );
    }
    edges.push(Number(line));
  }
  if (edges.length === 0) return err(badFeatures('The features list is empty.'));
  if (columns !== null && edges.length !== columns) {
    return err(
      badFeatures(
        `The features list has ${edges.length} features, but the model takes ${columns}.`,
      ),
    );
  }
  const twice = firstRepeated(edges);
  if (twice !== undefined) return err(badFeatures(`The features list has ${twice} twice.`));

  const areTens = edges.length >= TELLING && edges.every((edge) => isEdge(edge, TEN_DALTON_BINS));
  const width = binWidth ?? (areTens ? 10 : 1);
  const bins = width === 10 ? TEN_DALTON_BINS : ONE_DALTON_BINS;
  const stray = edges.find((edge) => !isEdge(edge, bins));
  if (stray !== undefined) {
    const last = bins.first + (bins.count - 1) * bins.width;
    return err(
      badFeatures(
        `The features list has ${stray}, which is the left edge of no bin of ${bins.width} Da from ${bins.first} to ${last}.`,
      ),
    );
  }
  const areAll =
    edges.length === bins.count && edges.every((edge, i) => edge === bins.first + i * bins.width);
  return ok({ bins, edges: areAll ? null : edges, columns: edges.length });
}

function allBins(
  columns: number | null,
  binWidth: 1 | 10 | null,
): Result<ResolvedFeatures, ImportProblem> {
  const bins = [ONE_DALTON_BINS, TEN_DALTON_BINS].find((known) => known.count === columns);
  if (bins === undefined || (binWidth !== null && bins.width !== binWidth)) {
    return err(
      badFeatures(
        `The model takes ${columns ?? 'some'} features, and only a list can tell which bins they are.`,
      ),
    );
  }
  return ok({ bins, edges: null, columns: bins.count });
}

function isEdge(edge: number, { first, width, count }: BinAxis): boolean {
  const bin = (edge - first) / width;
  return Number.isInteger(bin) && bin >= 0 && bin < count;
}
