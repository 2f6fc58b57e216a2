import { unreachable } from '../../core/result';
import type { FileRetention } from '../../storage/records';
import { MAX_KEPT_BYTES } from '../../storage/run-files';
import { formatBytes } from '../../core/text';
import { say } from '../../words/say';

/** The limit for kept files of one run, in words. */
export const KEPT_LIMIT = formatBytes(MAX_KEPT_BYTES);

/** Explains why a job's files are no longer on this computer, as a sentence; empty when unknown. */
export function whyNotKept(files: FileRetention | undefined): string {
  if (files?.kind !== 'not-kept') return '';
  switch (files.reason) {
    case 'off':
      return say('jobs.filesOff');
    case 'too-large':
      return say('jobs.filesTooLarge', { size: formatBytes(files.bytes), limit: KEPT_LIMIT });
    case 'no-room':
      return say('jobs.filesNoRoom');
    case 'failed':
      return say('jobs.filesFailed');
    case 'removed':
      return say('jobs.filesGone');
    default:
      return unreachable(files.reason);
  }
}
