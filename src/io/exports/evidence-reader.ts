import type { MarkerEvidence, SampleRow } from '../../core/job/types';

/**
 * Reads the evidence of some samples, by their index: that of a long run at once would fill the memory. The
 * evidence may be used until the reader is asked again.
 */
export type EvidenceReader = (
  samples: readonly number[],
) => Promise<ReadonlyMap<number, MarkerEvidence>>;

/** Samples whose evidence is read together: about a megabyte. */
const BATCH = 64;

/** Reads from evidence that is in memory. */
export function evidenceIn(evidence: ReadonlyMap<number, MarkerEvidence>): EvidenceReader {
  return () => Promise.resolve(evidence);
}

/** Yields each sample with its evidence, which is read some samples at a time. */
export async function* inBatches(
  samples: readonly SampleRow[],
  source: EvidenceReader | undefined,
): AsyncGenerator<{ sample: SampleRow; evidence: MarkerEvidence | undefined }, void, void> {
  for (let from = 0; from < samples.length; from += BATCH) {
    const batch = samples.slice(from, from + BATCH);
    const evidence = await source?.(batch.map(({ index }) => index));
    for (const sample of batch) yield { sample, evidence: evidence?.get(sample.index) };
  }
}
