import { entryRole } from '../core/bruker/entry-role';
import { isArchiveName } from './archive-problems';
import { refusedFormat } from './refused-formats';

/**
 * Returns whether a file may hold spectra in an open format, so that its first bytes should be read; such a
 * file may have any name. Excludes the usual files of a Bruker folder, and those known to be something else.
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

/** Returns whether a file may be a sample sheet that is not text, so that its first bytes should be read. */
export function mayBeWorkbook(path: string): boolean {
  return entryRole(path) !== 'ignored' && /\.(?:xls[xmb]?|ods)$/i.test(path);
}

/** Names of files in an acquisition's folder and in a Biotyper project, besides those that have a role. */
const FLEX_FILES =
  /^(?:(?:acqus?|procs?|proc2s?)(?:\.org|\.bak)?|[12][ri]{1,2}|sptype|statusinfo\.json|.*\.(?:\w*method|mcf(?:_idx)?|isset|axe|bak|org))$/;

const OTHER_FILES =
  /\.(?:json|pdf|png|jpe?g|gif|svg|tiff?|bmp|webp|docx?|xlsx?|xlsm|pptx?|odt|ods|html?|js|css|py|r|exe|dll|ini|lnk|pkl|onnx|mp4|mov|fasta|fastq|fa|gbk|bam)$/;
