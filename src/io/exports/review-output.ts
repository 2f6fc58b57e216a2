import type { SampleRow } from '../../core/job/types';
import type { OwnCall, ReviewEntry } from '../../core/review/entry';
import type { Review } from '../../core/review/review-of';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import type { JsonOutputHead, SampleOutput } from './output-schema';
import { type Column, joined } from './table-rows';
import type { Cell, ExportedJob } from './types';

type ReviewOutput = NonNullable<SampleOutput['review']>;
type EntryOutput = Omit<ReviewOutput['entries'][number], 'standing'>;

/** What a person's override says who found no name right. */
const NO_IDENTIFICATION = 'No identification';

/** Returns the columns that say what a person decided; none where the job cannot be reviewed. */
export function reviewColumns({ reviews }: ExportedJob): readonly Column[] {
  return reviews === undefined ? [] : COLUMNS;
}

const COLUMNS: readonly Column[] = [
  column('review_state', ({ state }) => state),
  column('reviewed_by', ({ by }) => joined(by)),
  column('reviewed_at', ({ at }) => (at === null ? null : timeOf(at))),
  column('override_call', ({ override }) => override && labelOf(override.call)),
  column('override_reason', ({ override }) => override && override.reason),
  column('review_note', ({ notes }) => joined(notes.map(({ text }) => text))),
];

/** A spectrum that is part of no sample is not reviewed. */
function column(name: string, cell: (review: Review) => Cell): Column {
  return {
    name,
    cell: ({ sample }, { reviews }) =>
      sample === null || reviews === null ? null : cell(reviews.of(sample)),
  };
}

/** Returns a function that makes the JSON of a sample's review. */
export function reviewOutput(
  reviews: ExportedJob['reviews'],
): (sample: SampleRow) => Pick<SampleOutput, 'review'> {
  if (reviews === undefined) return () => ({});
  const reviewed = new ReviewedSamples(reviews);
  return (sample) => {
    const { state, by, at, override, notes, entries } = reviewed.of(sample);
    return {
      review: {
        state,
        reviewedBy: by,
        reviewedAt: at === null ? null : timeOf(at),
        overrideCall: override && callOutput(override.call),
        overrideReason: override && override.reason,
        notes: notes.map(({ text }) => text),
        entries: entries.map(({ entry, standing }) => ({ ...entryOutput(entry), standing })),
      },
    };
  };
}

/** Makes the JSON of the entries on samples that the job no longer has, so that none is lost. */
export function reviewHead(
  reviews: ExportedJob['reviews'],
  samples: readonly SampleRow[],
): Pick<JsonOutputHead, 'reviewApart'> {
  const apart = new ReviewedSamples(reviews ?? []).apartFrom(samples);
  if (apart.length === 0) return {};
  return { reviewApart: apart.map((entry) => ({ ...entryOutput(entry), sample: entry.sample })) };
}

function entryOutput(entry: ReviewEntry): EntryOutput {
  const { order, at, by, kind } = entry;
  return {
    order,
    at: timeOf(at),
    by,
    kind,
    text: kind === 'note' ? entry.text : kind === 'override' ? entry.reason : null,
    call: kind === 'override' ? callOutput(entry.call) : null,
    callSeen: kind === 'reviewed' || kind === 'override' ? seenOutput(entry.saw) : null,
    withdraws: kind === 'withdrawal' ? entry.withdraws : null,
  };
}

function seenOutput({ taxon, label, rule }: NonNullable<EntryOutput['callSeen']>) {
  return { taxon, label, rule };
}

function callOutput(call: OwnCall): EntryOutput['call'] {
  return { taxon: call.taxon, label: labelOf(call) };
}

function labelOf({ label }: OwnCall): string {
  return label ?? NO_IDENTIFICATION;
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
