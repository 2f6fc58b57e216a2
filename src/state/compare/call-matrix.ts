import type { CallPair } from '../../core/compare/compare-jobs';

/** Number of samples for each pair of calls: rows are A's calls, columns are B's. */
export interface CallMatrix {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/**
 * Counts the pairs. Rows and columns begin with the labels that both have, in the same order, so that
 * agreements form a diagonal.
 */
export function callMatrix(pairs: readonly CallPair[]): CallMatrix {
  const ofA = inOrder(pairs, 'a');
  const ofB = inOrder(pairs, 'b');
  const shared = ofA.filter((label) => ofB.includes(label));
  const others = (labels: readonly string[]) => labels.filter((label) => !shared.includes(label));
  const columns = [...shared, ...others(ofB)];
  const counts = new Map(pairs.map(({ a, b, samples }) => [`${a}\n${b}`, samples]));
  return {
    columns,
    rows: [...shared, ...others(ofA)].map((label) => ({
      label,
      counts: columns.map((column) => counts.get(`${label}\n${column}`) ?? 0),
    })),
  };
}

/** Lists the labels of one side, the most frequent first. */
function inOrder(pairs: readonly CallPair[], side: 'a' | 'b'): readonly string[] {
  const totals = new Map<string, number>();
  for (const pair of pairs) {
    totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.samples);
  }
  return [...totals].sort(([, one], [, other]) => other - one).map(([label]) => label);
}
