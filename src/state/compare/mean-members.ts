import type { SampleRow } from '../../core/job/types';
import type { Verdict } from '../../core/quality/judge';

/** Why a sample of a taxon is no part of the taxon's mean. */
export type LeftOutOfMean = 'weak' | 'quality' | 'replicates' | 'not-read';

export interface MeanMembers {
  readonly used: readonly SampleRow[];
  readonly leftOut: readonly { readonly sample: SampleRow; readonly why: LeftOutOfMean }[];
}

/**
 * Splits the samples that are called a taxon into those that its mean is made of and those that would blur it: a
 * weak call, a failed quality, or replicates that contradict each other.
 */
export function meanMembers(
  samples: readonly SampleRow[],
  taxon: string,
  verdictOf: (sample: SampleRow) => Verdict | null,
): MeanMembers {
  const used: SampleRow[] = [];
  const leftOut: { sample: SampleRow; why: LeftOutOfMean }[] = [];
  for (const sample of samples) {
    if (sample.call.kind === 'none' || sample.call.taxon !== taxon) continue;
    const why = faultOf(sample, verdictOf);
    if (why === null) used.push(sample);
    else leftOut.push({ sample, why });
  }
  return { used, leftOut };
}

function faultOf(
  sample: SampleRow,
  verdictOf: (sample: SampleRow) => Verdict | null,
): LeftOutOfMean | null {
  if (sample.call.confidence === 'weak' || sample.call.confidence === 'none') return 'weak';
  if (sample.consensus?.contradictory === true) return 'replicates';
  return verdictOf(sample) === 'fail' ? 'quality' : null;
}

/** @returns the ids of the taxa and groups that a run's samples are called, the most frequent first */
export function calledTaxa(samples: readonly SampleRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { call } of samples) {
    if (call.kind === 'none' || call.taxon === null) continue;
    counts.set(call.taxon, (counts.get(call.taxon) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([taxon]) => taxon);
}
