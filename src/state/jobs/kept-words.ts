import { unreachable } from '../../core/result';
import type { FileRetention } from '../../storage/records';
import { MAX_KEPT_BYTES } from '../../storage/run-files';
import { formatBytes } from '../../core/text';

/** How much of a run's files is kept at most, in words. */
export const KEPT_LIMIT = formatBytes(MAX_KEPT_BYTES);

/** Why a job's own files are not on this computer any more, as a sentence; empty when nobody knows. */
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
