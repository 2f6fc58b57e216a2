/**
 * Normalises a name from an archive or a folder to a path: with `/` between the parts, no leading slash, no
 * drive letter, and no `.` or empty parts. `..` goes up, but never above the root. Nothing is ever written to
 * such a path, so a trick in it can only make two names equal, which is reported as a duplicate.
 *
 * @returns empty text when nothing is left
 */
export function normalisePath(name: string): string {
  // Nearly all paths are normal, and the text that came takes less memory than one joined from its parts.
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

/** Matches whatever has to change: a backslash, a drive letter, an empty part, `.` or `..`. */
const UNUSUAL = /\\|^[A-Za-z]:|^\/|\/$|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/;

/** Matches several drive letters, also behind a slash, since what is left must not begin with one. */
const DRIVES = /^(?:[A-Za-z]:)+/;

/** Most characters of a path. No operating system allows longer paths, but an archive can declare any. */
export const MAX_PATH_LENGTH = 4096;

/**
 * Returns whether a file is one that operating systems leave in folders and archives: `__MACOSX`, AppleDouble
 * twins (`._fid`), `.DS_Store`, `Thumbs.db`, `desktop.ini`. Takes a normalised path or a single name.
 */
export function isClutter(path: string): boolean {
  return CLUTTER.test(path) || MAC_FOLDER.test(path);
}

const CLUTTER = /(?:^|\/)(?:\._[^/]*|\.ds_store|thumbs\.db|desktop\.ini)$/i;
const MAC_FOLDER = /(?:^|\/)__MACOSX(?:\/|$)/;
