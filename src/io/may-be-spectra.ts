import { entryRole } from '../core/bruker/entry-role';
import { isArchiveName } from './archive-problems';
import { refusedFormat } from './refused-formats';

/**
 * Whether a file may hold spectra in an open format, so that a look at its first bytes is worth its time:
 * any name may. Left out is what a Bruker folder is full of, and what is known to be something else.
 * Takes a normalised path.
 */
export function mayBeSpectra(path: string): boolean {
  const inner = path.replace(/\.gz$/i, '');
  if (entryRole(inner) !== 'other' || refusedFormat(inner) !== null || isArchiveName(inner)) {
    return false;
  }
  const name = inner.slice(inner.lastIndexOf('/') + 1).toLowerCase();
  return !FLEX_FILES.test(name) && !OTHER_FILES.test(name);
}

/** Whether a file may be a sample sheet that is no text, so that a look is worth its time. */
export function mayBeWorkbook(path: string): boolean {
  return entryRole(path) !== 'ignored' && /\.(?:xls[xmb]?|ods)$/i.test(path);
}

/** Of an acquisition's folder and of a Biotyper project, beside those that have a role. */
const FLEX_FILES =
  /^(?:(?:acqus?|procs?|proc2s?)(?:\.org|\.bak)?|[12][ri]{1,2}|sptype|statusinfo\.json|.*\.(?:\w*method|mcf(?:_idx)?|isset|axe|bak|org))$/;

const OTHER_FILES =
  /\.(?:json|pdf|png|jpe?g|gif|svg|tiff?|bmp|webp|docx?|xlsx?|xlsm|pptx?|odt|ods|html?|js|css|py|r|exe|dll|ini|lnk|pkl|onnx|mp4|mov|fasta|fastq|fa|gbk|bam)$/;
