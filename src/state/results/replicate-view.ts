import type { Agreement, Consensus, SampleRow, SpectrumRow } from '../../core/job/types';
import { rateSample } from '../../core/quality/rate-sample';
import type { Verdict } from '../../core/quality/judge';

export interface ReplicateView {
  readonly spectrum: SpectrumRow;
  /** Null of a spectrum that could not be used. */
  readonly agreement: Agreement | null;
  readonly verdict: Verdict | null;
}

export const agreementWords: Readonly<Record<Agreement, string>> = {
  agrees: 'agrees',
  compatible: 'does not contradict',
  silent: 'no answer',
  contradicts: 'contradicts',
};

/** The spectra of a sample with what each says by itself; null for a sample of one spectrum. */
export function viewReplicates(
  { consensus }: Pick<SampleRow, 'consensus'>,
  spectra: readonly SpectrumRow[],
): readonly ReplicateView[] | null {
  if (consensus === null) return null;
  return spectra.map((spectrum) => ({
    spectrum,
    agreement: spectrum.call === null ? null : agreementOf(spectrum.index, consensus),
    verdict: rateSample([spectrum], null)?.verdict ?? null,
  }));
}

/** `3 of 3 agree` */
export function agreementLine({ agreeing, spectra }: Consensus): string {
  return `${agreeing} of ${spectra} agree`;
}

function agreementOf(spectrum: number, { others }: Consensus): Agreement {
  for (const agreement of ['compatible', 'silent', 'contradicts'] as const) {
    if (others[agreement]?.includes(spectrum) === true) return agreement;
  }
  return 'agrees';
}
