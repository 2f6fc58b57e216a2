import type { CallRule, SampleRow, SpeciesCall } from '../job/types';

/** What a person calls a sample in place of the model. */
export interface OwnCall {
  /** Id of a taxon of the job's model; null for another name, and for no identification. */
  readonly taxon: string | null;
  /** The name; null for no identification. */
  readonly label: string | null;
}

/** The machine's call that a person had before them. */
export interface SeenCall {
  readonly taxon: string | null;
  readonly label: string;
  readonly rule: CallRule;
}

/** What a person did. */
export type ReviewAct =
  | { readonly kind: 'reviewed'; readonly saw: SeenCall }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'override';
      readonly saw: SeenCall;
      readonly call: OwnCall;
      readonly reason: string;
    }
  /** Takes an earlier entry back, which stays in the list. */
  | { readonly kind: 'withdrawal'; readonly withdraws: number };

/** Who did it, when, and of which sample. */
interface Signature {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Initials. */
  readonly by: string;
  /** Name of the sample. */
  readonly sample: string;
  /**
   * Index of the sample's first spectrum; null where it has none. A job that is computed again may give its samples
   * other indices; its spectra keep theirs.
   */
  readonly spectrum: number | null;
}

/** An entry before it has its place in the list of its job. */
export type ReviewDraft = Signature & ReviewAct;

/** An entry in the review of a job. It is never changed or removed. */
export type ReviewEntry = ReviewDraft & {
  /** Its place in the list of its job, from 0, by which a withdrawal names it. */
  readonly order: number;
};

/** Most characters of a note or a reason, and of a name. */
export const MAX_TEXT = 1_000;
export const MAX_NAME = 120;

const INITIALS = /^\p{L}{2,4}$/u;

/** Reads initials as a person typed them; null where they are none. */
export function parseInitials(text: string): string | null {
  const initials = text.replace(/[\s.]/g, '').normalize('NFC').toUpperCase();
  return INITIALS.test(initials) ? initials : null;
}

/** Makes an entry on a sample. */
export function draftOf(
  sample: SampleRow,
  act: ReviewAct,
  { by, at }: Pick<ReviewDraft, 'by' | 'at'>,
): ReviewDraft {
  return { at, by, sample: sample.name, spectrum: sample.spectra[0] ?? null, ...act };
}

/** Returns what a person sees of a call when they review it. */
export function seenCall({ taxon, label, rule }: SpeciesCall): SeenCall {
  return { taxon, label, rule };
}

/** What is missing in an override, or what makes it none. */
export type OverrideFault = 'name-missing' | 'reason-missing' | 'same-call';

/** Returns why an override cannot be entered; null where it can. */
export function overrideFault(
  call: SpeciesCall,
  own: OwnCall,
  reason: string,
): OverrideFault | null {
  if (own.label?.trim() === '') return 'name-missing';
  if (isSameCall(call, own)) return 'same-call';
  return reason.trim() === '' ? 'reason-missing' : null;
}

function isSameCall(call: SpeciesCall, { taxon, label }: OwnCall): boolean {
  if (label === null) return call.kind === 'none';
  if (taxon !== null) return call.taxon === taxon;
  return call.kind !== 'none' && folded(call.label) === folded(label);
}

function folded(text: string): string {
  return text.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
}

/** Finds the taxon or group that a person means by a name; null for a name that the model does not know. */
export function taxonNamed<Taxon extends { readonly name: string; readonly shortName: string }>(
  taxa: readonly Taxon[],
  label: string,
): Taxon | null {
  const wanted = folded(label);
  return (
    taxa.find(({ name, shortName }) => [name, shortName].some((one) => folded(one) === wanted)) ??
    null
  );
}
