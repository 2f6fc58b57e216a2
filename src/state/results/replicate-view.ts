import type { Agreement, Consensus, SampleRow, SpectrumRow } from '../../core/job/types';
import { unreachable } from '../../core/result';
import { replicatePlaces } from '../../core/classify/replicate-places';
import { rateSample } from '../../core/quality/rate-sample';
import type { Verdict } from '../../core/quality/judge';

export interface ReplicateView {
  readonly spectrum: SpectrumRow;
  /** Its spot, or else its name, and its folder where others have the same. */
  readonly place: string;
  /** Whether it is usable, but not in the mean that the sample's call is made from. */
  readonly isLeftOut: boolean;
  /** Its call; null for a spectrum that could not be used. */
  readonly agreement: Agreement | null;
  readonly verdict: Verdict | null;
}

export const agreementWords: Readonly<Record<Agreement, string>> = {
  agrees: 'agrees',
  compatible: 'does not contradict',
  silent: 'no answer',
  contradicts: 'contradicts',
};

/** Lists the spectra of a sample, each with its own call; null for a sample of one spectrum. */
export function viewReplicates(
  { consensus }: Pick<SampleRow, 'consensus'>,
  spectra: readonly SpectrumRow[],
): readonly ReplicateView[] | null {
  if (consensus === null) return null;
  const places = replicatePlaces(spectra);
  return spectra.map((spectrum) => ({
    spectrum,
    place: places.get(spectrum.index)!,
    isLeftOut: consensus.leftOut?.includes(spectrum.index) === true,
    agreement: spectrum.call === null ? null : agreementOf(spectrum.index, consensus),
    verdict: rateSample([spectrum], null)?.verdict ?? null,
  }));
}

/** Writes `3 of 3 agree`. */
export function agreementLine({ agreeing, spectra }: Consensus): string {
  return `${agreeing} of ${spectra} agree`;
}

/** Writes `3 of 3 agree` or `1 of 3 agree, 2 left out`, which is too long for a cell of the table. */
export function replicatesLine(consensus: Consensus): string {
  const leftOut = consensus.leftOut?.length ?? 0;
  const line = agreementLine(consensus);
  return leftOut === 0 ? line : `${line}, ${leftOut} left out`;
}

/** Writes which spectra the call is made from. */
export function averagedSentence({
  averaged = 'all-as-original',
  leftOut = [],
}: Consensus): string {
  switch (averaged) {
    case 'all-as-original':
      return 'The call is made from the mean of all spectra, as the original application made it.';
    case 'all':
      return 'None of the spectra is sound by itself: the call is made from the mean of all of them.';
    case 'sound':
      return leftOut.length === 0
        ? 'The call is made from the mean of the spectra.'
        : 'The call is made from those that are sound; the others were left out.';
    default:
      return unreachable(averaged);
  }
}

function agreementOf(spectrum: number, { others }: Consensus): Agreement {
  for (const agreement of ['compatible', 'silent', 'contradicts'] as const) {
    if (others[agreement]?.includes(spectrum) === true) return agreement;
  }
  return 'agrees';
}
