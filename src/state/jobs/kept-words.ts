import { unreachable } from '../../core/result';
import type { FileRetention } from '../../storage/records';
import { MAX_KEPT_BYTES } from '../../storage/records';
import { formatBytes } from '../../core/text';
import { formatBytes as writeBytes } from '../format';
import { sentence, type Sentences } from '../../words/told/sentence';

/** The limit for kept files of one run, as the page writes it. */
export function keptLimit(): string {
  return writeBytes(MAX_KEPT_BYTES);
}

/** Explains why a job's files are no longer on this computer, as a sentence; empty when unknown. */
export function whyNotKept(files: FileRetention | undefined): Sentences {
  if (files?.kind !== 'not-kept') return '';
  switch (files.reason) {
    case 'off':
      return sentence('store.filesOff');
    case 'too-large':
      return sentence('store.filesTooLarge', {
        size: formatBytes(files.bytes),
        limit: formatBytes(MAX_KEPT_BYTES),
      });
    case 'no-room':
      return sentence('store.filesNoRoom');
    case 'failed':
      return sentence('store.filesFailed');
    case 'removed':
      return sentence('store.filesGone');
    default:
      return unreachable(files.reason);
  }
}
