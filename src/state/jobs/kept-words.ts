import { unreachable } from '../../core/result';
import type { FileRetention } from '../../storage/records';
import { MAX_KEPT_BYTES } from '../../storage/run-files';
import { formatBytes } from '../../core/text';

/** The limit for kept files of one run, in words. */
export const KEPT_LIMIT = formatBytes(MAX_KEPT_BYTES);

/** Explains why a job's files are no longer on this computer, as a sentence; empty when unknown. */
export function whyNotKept(files: FileRetention | undefined): string {
  if (files?.kind !== 'not-kept') return '';
  switch (files.reason) {
    case 'off':
      return 'Keeping the files of runs is switched off on the page Jobs.';
    case 'too-large':
      return `They take ${formatBytes(files.bytes)}; up to ${KEPT_LIMIT} of a run are kept on this computer.`;
    case 'no-room':
      return 'The browser had no room left to keep them.';
    case 'failed':
      return 'The browser could not keep them.';
    case 'removed':
      return 'What was kept of it has been removed.';
    default:
      return unreachable(files.reason);
  }
}
