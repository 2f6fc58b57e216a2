import type { SampleRow } from '../job/types';
import type { ReviewEntry, SeenCall } from './entry';

/** Where the review of a sample stands. */
export const REVIEW_STATES = ['open', 'reviewed', 'overridden'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export type ReviewedEntry = Extract<ReviewEntry, { kind: 'reviewed' }>;
export type NoteEntry = Extract<ReviewEntry, { kind: 'note' }>;
export type OverrideEntry = Extract<ReviewEntry, { kind: 'override' }>;

/**
 * Whether an entry counts: `replaced` by a later override; `outdated`, a review of a call that the machine has
 * changed since; `withdrawn` by a later entry.
 */
export type Standing = 'stands' | 'replaced' | 'outdated' | 'withdrawn';

/** What the entries of a sample say, taken together. It stands beside the machine's call, which it never alters. */
export interface Review {
  readonly state: ReviewState;
  /** The last override that was not withdrawn. */
  readonly override: OverrideEntry | null;
  /** The initials of those who reviewed or overrode it, each once, the first one first. */
  readonly by: readonly string[];
  /** Time of the last of these. */
  readonly at: number | null;
  readonly notes: readonly NoteEntry[];
  /** The last review of a call that the machine has changed since, where nothing newer stands. */
  readonly outdated: ReviewedEntry | null;
  /** All entries in their order. */
  readonly entries: readonly { readonly entry: ReviewEntry; readonly standing: Standing }[];
}

const NOTHING: Review = {
  state: 'open',
  override: null,
  by: [],
  at: null,
  notes: [],
  outdated: null,
  entries: [],
};

/**
 * Derives the review of a sample from its entries. The last override wins until it is withdrawn; then the one before
 * it stands again, or none. A review is of the call that was seen: where the machine calls the sample otherwise
 * since, as it may while its job runs, the sample is open again.
 *
 * @param entries those of this sample, in their order
 */
export function reviewOf({ call }: SampleRow, entries: readonly ReviewEntry[]): Review {
  if (entries.length === 0) return NOTHING;
  const withdrawn = withdrawnOf(entries);
  const standing = entries.filter(({ order }) => !withdrawn.has(order));
  const override = standing.filter(isOverride).at(-1) ?? null;
  const reviews = standing.filter(isReviewed);
  const seen = reviews.filter(({ saw }) => isSame(saw, call));
  const signed = [...seen, ...(override === null ? [] : [override])].sort(byOrder);
  const standingOf = (entry: ReviewEntry): Standing => {
    if (withdrawn.has(entry.order)) return 'withdrawn';
    if (entry.kind === 'override' && entry !== override) return 'replaced';
    return entry.kind === 'reviewed' && !isSame(entry.saw, call) ? 'outdated' : 'stands';
  };
  return {
    state: override !== null ? 'overridden' : signed.length > 0 ? 'reviewed' : 'open',
    override,
    by: [...new Set(signed.map(({ by }) => by))],
    at: signed.at(-1)?.at ?? null,
    notes: standing.filter(isNote),
    outdated: signed.length > 0 ? null : (reviews.at(-1) ?? null),
    entries: entries.map((entry) => ({ entry, standing: standingOf(entry) })),
  };
}

/** The orders of the entries that a later one takes back. A withdrawal is not taken back. */
function withdrawnOf(entries: readonly ReviewEntry[]): ReadonlySet<number> {
  const earlier = new Set<number>();
  const withdrawn = new Set<number>();
  for (const entry of entries) {
    if (entry.kind !== 'withdrawal') earlier.add(entry.order);
    else if (earlier.has(entry.withdraws)) withdrawn.add(entry.withdraws);
  }
  return withdrawn;
}

function isSame(saw: SeenCall, call: SampleRow['call']): boolean {
  return saw.taxon === call.taxon && saw.label === call.label && saw.rule === call.rule;
}

const isOverride = (entry: ReviewEntry): entry is OverrideEntry => entry.kind === 'override';
const isReviewed = (entry: ReviewEntry): entry is ReviewedEntry => entry.kind === 'reviewed';
const isNote = (entry: ReviewEntry): entry is NoteEntry => entry.kind === 'note';
const byOrder = (a: ReviewEntry, b: ReviewEntry) => a.order - b.order;
