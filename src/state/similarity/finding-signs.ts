import type { Finding } from '../../core/similarity/findings';
import { say } from '../../words/say';

/** Sign of what stands out, beside the heat map and in its drawing: told apart by shape. */
export const FINDING_SIGNS: Readonly<Record<Finding['kind'], string>> = {
  alone: '○',
  'other-species': '×',
  replicate: '‖',
};

const KINDS = ['alone', 'other-species', 'replicate'] as const;

/** What a sign means, in a few words. */
export function findingName(kind: Finding['kind']): string {
  if (kind === 'alone') return say('similarity.signAlone');
  return say(kind === 'replicate' ? 'similarity.signReplicate' : 'similarity.signOtherSpecies');
}

/** The signs that occur, in a fixed order, with what they mean. */
export function signLegend(
  findings: readonly Finding[],
): readonly { readonly sign: string; readonly name: string }[] {
  return KINDS.filter((kind) => findings.some((finding) => finding.kind === kind)).map((kind) => ({
    sign: FINDING_SIGNS[kind],
    name: findingName(kind),
  }));
}

/** Kinds of what stands out, by spectrum. */
export function findingsBySpectrum(
  findings: readonly Finding[],
): ReadonlyMap<number, readonly Finding['kind'][]> {
  const kinds = new Map<number, Finding['kind'][]>();
  for (const { spectrum, kind } of findings) {
    kinds.set(spectrum, [...(kinds.get(spectrum) ?? []), kind]);
  }
  return kinds;
}

/** The signs of a spectrum; none where it does not stand out. */
export function signsOf(kinds: readonly Finding['kind'][] | undefined): string {
  return (kinds ?? []).map((kind) => FINDING_SIGNS[kind]).join('');
}
