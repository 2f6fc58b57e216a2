/**
 * A name as an archive or a folder gives it, as a path of ours: `/` between the parts, no leading
 * slash, no drive letter, no `.` or empty parts; `..` goes up, but never above the root. Nothing is
 * ever written under such a path, so a trick in it can only make two names equal, and that is
 * reported as a duplicate. Empty when nothing is left.
 */
export function normalisePath(name: string): string {
  // Nearly all are: one text takes less memory than two, and none less than its parts.
  if (!UNUSUAL.test(name)) return name;
  const parts: string[] = [];
  for (const given of name.replaceAll('\\', '/').split('/')) {
    const part = parts.length === 0 ? given.replace(DRIVES, '') : given;
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Whatever may not stand as it is: a backslash, a drive letter, an empty part, `.` or `..`. */
const UNUSUAL = /\\|^[A-Za-z]:|^\/|\/$|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/;

/** Several count, and those behind a slash: what is left must not begin with one. */
const DRIVES = /^(?:[A-Za-z]:)+/;

/** Characters of a path, at most: no operating system takes longer ones, but an archive can say any. */
export const MAX_PATH_LENGTH = 4096;

/**
 * What operating systems leave in folders and archives: `__MACOSX`, AppleDouble twins (`._fid`),
 * `.DS_Store`, `Thumbs.db`, `desktop.ini`. Takes a normalised path or a single name.
 */
export function isClutter(path: string): boolean {
  return CLUTTER.test(path) || MAC_FOLDER.test(path);
}

const CLUTTER = /(?:^|\/)(?:\._[^/]*|\.ds_store|thumbs\.db|desktop\.ini)$/i;
const MAC_FOLDER = /(?:^|\/)__MACOSX(?:\/|$)/;
