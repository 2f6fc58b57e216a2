import type { SpectrumRow } from '../core/job/types';
import type { ModelPack } from '../io/open-model-pack';
import type { SpectrumPool } from '../../workers/spectrum/page/pool';

/**
 * Computes a classifier's answer to a vector of zeros, if a job has a spectrum without any signal. The
 * original program printed that answer, and so does the export in the original's format. A marker model
 * itself recognises an empty spectrum.
 *
 * @returns [taxa] probabilities; null where there is no such spectrum, or no answer
 */
export async function answerToEmpty(
  rows: readonly SpectrumRow[],
  { pack, pool }: { readonly pack: ModelPack; readonly pool: SpectrumPool },
): Promise<readonly number[] | null> {
  const { kind, bins } = pack.manifest;
  const isEmpty = ({ reason }: SpectrumRow) => reason?.kind === 'no-spectrum';
  if (kind !== 'classifier' || !rows.some(isEmpty)) return null;
  const answered = await pool.classify([new Float64Array(bins.count)]);
  const answer = answered.ok ? answered.value[0] : undefined;
  return answer?.ok === true ? [...answer.value.probabilities] : null;
}
