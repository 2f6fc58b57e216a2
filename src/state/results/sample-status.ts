import type { SampleRow } from '../../core/job/types';
import { unreachable } from '../../core/result';

/** What became of a sample, in the order in which a reader wants to see it. */
export const sampleStatuses = ['identified', 'weak', 'group', 'none', 'unread'] as const;
export type SampleStatus = (typeof sampleStatuses)[number];

export const statusLabels: Readonly<Record<SampleStatus, string>> = {
  identified: 'Identified',
  weak: 'Weak',
  group: 'Group only',
  none: 'Not identified',
  unread: 'Not read',
};

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

/** By what a sample is counted and filtered: the taxon or group named, `none`, or `unread`. */
export function callKey(sample: SampleRow): string {
  if (isUnread(sample)) return 'unread';
  return sample.call.taxon ?? 'none';
}

/** Nothing was measured, or nothing that could be read. */
function isUnread({ call, failure }: SampleRow): boolean {
  return failure !== null || call.rule === 'no-spectrum';
}
