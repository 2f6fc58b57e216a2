import type { SampleRow } from '../../core/job/types';
import { unreachable } from '../../core/result';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

/** The states of a sample, in the order in which a reader wants to see them. */
export const sampleStatuses = ['identified', 'weak', 'group', 'none', 'unread'] as const;
export type SampleStatus = (typeof sampleStatuses)[number];

const LABELS = {
  identified: 'results.statusIdentified',
  weak: 'results.statusWeak',
  group: 'results.statusGroup',
  none: 'results.statusNone',
  unread: 'results.statusUnread',
} as const satisfies Record<SampleStatus, MessageKey>;

/** Returns a status in the page's words. */
export function statusLabel(status: SampleStatus): string {
  return say(LABELS[status]);
}

export function sampleStatus(sample: SampleRow): SampleStatus {
  if (isUnread(sample)) return 'unread';
  switch (sample.call.kind) {
    case 'species':
      return sample.call.confidence === 'weak' ? 'weak' : 'identified';
    case 'group':
      return 'group';
    case 'none':
      return 'none';
    default:
      return unreachable(sample.call.kind);
  }
}

/**
 * Returns the key by which a sample is counted and filtered: the called taxon or group, `none`, or `unread`.
 */
export function callKey(sample: SampleRow): string {
  if (isUnread(sample)) return 'unread';
  return sample.call.taxon ?? 'none';
}

/**
 * Returns the key by which the page counts a sample: as `callKey`, but refusals are told apart by their rule,
 * `none:poor-spectrum`.
 */
export function countKey(sample: SampleRow): string {
  const key = callKey(sample);
  if (key !== 'none') return key;
  const { rule } = sample.call;
  return `none:${rule === 'outgroup' ? 'no-pattern' : rule}`;
}

/** Returns whether nothing was measured, or nothing could be read. */
function isUnread({ call, failure }: SampleRow): boolean {
  return failure !== null || call.rule === 'no-spectrum';
}
