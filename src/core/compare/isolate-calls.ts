import { foldName, looseName } from '../sample-sheet/fold-name';
import { compareCalls, type CallOfModel } from './compare-calls';

/** @returns the key by which two names are one isolate's: the same folding as of the names in sample sheets */
export function isolateKey(name: string): string {
  return looseName(foldName(name));
}

/** What the calls of one isolate say together. */
export type IsolateAgreement =
  /** There are less than two that were read. */
  | 'single'
  | 'same'
  /** No two contradict each other, though some are of a group and some of its member. */
  | 'compatible'
  /** Some name nothing, and the others do not contradict each other. */
  | 'some-refuse'
  /** None names anything. */
  | 'all-refuse'
  /** Two of them cannot both be right. */
  | 'differ';

/** Compares the calls of one isolate, by whichever models, each with each. */
export function isolateAgreement(calls: readonly CallOfModel[]): IsolateAgreement {
  const read = calls.filter(({ isRead }) => isRead);
  if (read.length < 2) return 'single';
  const named = read.filter(({ call }) => call.kind !== 'none');
  if (named.length === 0) return 'all-refuse';
  const different = withoutRepeats(named);
  const pairs = different.flatMap((a, i) => different.slice(i + 1).map((b) => compareCalls(a, b)));
  if (pairs.includes('differs')) return 'differ';
  if (named.length < read.length) return 'some-refuse';
  return pairs.includes('same-group') ? 'compatible' : 'same';
}

/** Hundreds of jobs by one model have few different calls, and only these are compared with one another. */
function withoutRepeats(calls: readonly CallOfModel[]): readonly CallOfModel[] {
  const seen = new Map<CallOfModel['manifest'], Set<string | null>>();
  return calls.filter(({ manifest, call }) => {
    const taxa = seen.get(manifest) ?? new Set();
    seen.set(manifest, taxa);
    return !taxa.has(call.taxon) && taxa.add(call.taxon);
  });
}
