import type { CallPair } from '../../core/compare/compare-jobs';

/** How often each call by A met each call by B: rows are A's calls, columns B's. */
export interface CallMatrix {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
}

/** Rows and columns begin with the labels that both have, in one order: what agrees is a diagonal. */
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

/** The labels of one side, the most frequent first. */
function inOrder(pairs: readonly CallPair[], side: 'a' | 'b'): readonly string[] {
  const totals = new Map<string, number>();
  for (const pair of pairs) {
    totals.set(pair[side], (totals.get(pair[side]) ?? 0) + pair.samples);
  }
  return [...totals].sort(([, one], [, other]) => other - one).map(([label]) => label);
}
