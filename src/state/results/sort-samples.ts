import { PATTERNS, type SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { VERDICTS } from '../../core/quality/judge';
import { naturalKey } from '../../core/natural-key';
import { REVIEW_STATES } from '../../core/review/review-of';
import { unreachable } from '../../core/result';
import { spotKey } from '../../core/spot-order';
import { shownRunnerUp } from './call-words';
import type { ReviewStateOf, RunOf, VerdictOf } from './filter-samples';
import { sampleStatus, sampleStatuses } from './sample-status';
import type { SortColumn, TableSort } from './table-query';

/** What is known of samples besides their rows, and what some columns are sorted by. */
export interface SortFacts {
  readonly verdict?: VerdictOf;
  /** Returns how many of a sample's watched peaks were found; null where none was looked for. */
  readonly watched?: (sample: SampleRow) => number | null;
  /** Of the job's model, which says what the members of a group are. */
  readonly manifest?: ModelManifest | null;
  readonly run?: RunOf;
  readonly review?: ReviewStateOf;
}

/**
 * Returns a new list in the order of a column: numbers by value, `A2` before `A10`. Rows without a value come
 * last in either direction, and equal rows stay in the order that they have.
 */
export function sortSamples(
  samples: readonly SampleRow[],
  sort: TableSort | null,
  facts: SortFacts = {},
): readonly SampleRow[] {
  if (sort === null) return samples;
  const sign = sort.descending ? -1 : 1;
  const keyed = samples.map((sample) => ({
    sample,
    key: sortKey(sample, sort.column, facts),
  }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) {
      if (a.key !== b.key) return a.key === null ? 1 : -1;
    } else if (a.key !== b.key) {
      return (a.key < b.key ? -1 : 1) * sign;
    }
    return 0;
  });
  return keyed.map(({ sample }) => sample);
}

/** What the cell shows: what was not read is the lowest, then what has no name, then the words by probability. */
function confidenceKey(sample: SampleRow): number {
  const status = sampleStatus(sample);
  if (status === 'unread') return -1;
  const { confidence, probability } = sample.call;
  return CONFIDENCES.indexOf(confidence) + (probability ?? 0) / 2;
}

const CONFIDENCES: readonly SampleRow['call']['confidence'][] = [
  'none',
  'weak',
  'moderate',
  'high',
];

/** All keys of one column have the same type. */
function sortKey(
  sample: SampleRow,
  column: SortColumn,
  { verdict: verdictOf, watched, manifest = null, run: runOf, review }: SortFacts,
): string | number | null {
  switch (column) {
    case 'sample':
      return naturalKey(sample.name);
    case 'spot':
      return sample.spot === '' ? null : spotKey(sample.spot);
    case 'run': {
      const run = runOf?.(sample) ?? null;
      return run === null ? null : naturalKey(run.name);
    }
    case 'watched':
      return watched?.(sample) ?? null;
    case 'call':
      return sample.call.taxon === null ? null : naturalKey(sample.call.label);
    case 'confidence':
      return confidenceKey(sample);
    case 'runner-up':
      return shownRunnerUp(manifest, sample)?.probability ?? null;
    case 'quality': {
      const verdict = verdictOf?.(sample) ?? null;
      return verdict === null ? null : VERDICTS.indexOf(verdict);
    }
    case 'pattern':
      return sample.guard === undefined ? null : PATTERNS.indexOf(sample.guard.pattern);
    case 'replicates': {
      // Contradictions come first, then the part that agrees decides.
      const { consensus } = sample;
      if (consensus === null || consensus.spectra === 0) return null;
      return (consensus.contradictory ? 0 : 1) + consensus.agreeing / consensus.spectra;
    }
    case 'review':
      return REVIEW_STATES.indexOf(review?.(sample) ?? 'open');
    case 'status':
      return sampleStatuses.indexOf(sampleStatus(sample));
    default:
      return unreachable(column);
  }
}
