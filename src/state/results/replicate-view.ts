import type { Agreement, Consensus, SampleRow, SpectrumRow } from '../../core/job/types';
import { unreachable } from '../../core/result';
import { replicatePlaces } from '../../core/classify/replicate-places';
import { rateSample } from '../../core/quality/rate-sample';
import type { Verdict } from '../../core/quality/judge';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

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

const AGREEMENTS = {
  agrees: 'quality.replicateAgrees',
  compatible: 'quality.replicateCompatible',
  silent: 'quality.replicateSilent',
  contradicts: 'quality.replicateContradicts',
} as const satisfies Record<Agreement, MessageKey>;

const LEFT_OUT = {
  agrees: 'quality.replicateAgreesLeftOut',
  compatible: 'quality.replicateCompatibleLeftOut',
  silent: 'quality.replicateSilentLeftOut',
  contradicts: 'quality.replicateContradictsLeftOut',
} as const satisfies Record<Agreement, MessageKey>;

/** Says what a spectrum says of the sample's call, and whether it was left out of it. */
export function agreementWords(agreement: Agreement, isLeftOut: boolean): string {
  return say((isLeftOut ? LEFT_OUT : AGREEMENTS)[agreement]);
}

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
  return say('quality.replicatesAgree', { agreeing, spectra });
}

/** Writes `3 of 3 agree` or `1 of 3 agree, 2 left out`, which is too long for a cell of the table. */
export function replicatesLine(consensus: Consensus): string {
  const { agreeing, spectra, leftOut = [] } = consensus;
  return leftOut.length === 0
    ? agreementLine(consensus)
    : say('quality.replicatesAgreeLeftOut', { agreeing, spectra, leftOut: leftOut.length });
}

/** Writes the same as a heading: `Replicates: 3 of 3 agree`. */
export function replicatesTitle({ agreeing, spectra, leftOut = [] }: Consensus): string {
  return leftOut.length === 0
    ? say('quality.replicatesTitle', { agreeing, spectra })
    : say('quality.replicatesTitleLeftOut', { agreeing, spectra, leftOut: leftOut.length });
}

/** Writes which spectra the call is made from. */
export function averagedSentence({
  averaged = 'all-as-original',
  leftOut = [],
}: Consensus): string {
  switch (averaged) {
    case 'all-as-original':
      return say('quality.averagedAsOriginal');
    case 'all':
      return say('quality.averagedAll');
    case 'sound':
      return say(leftOut.length === 0 ? 'quality.averaged' : 'quality.averagedSound');
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
