/**
 * A name as an archive or a folder gives it, as a path of ours: `/` between the parts, no leading
 * slash, no drive letter, no `.` or empty parts; `..` goes up, but never above the root. Nothing is
 * ever written under such a path, so a trick in it can only make two names equal, and that is
 * reported as a duplicate. Empty when nothing is left.
 */
export function normalisePath(name: string): string {
  const parts: string[] = [];
  for (const given of name.replaceAll('\\', '/').split('/')) {
    const part = parts.length === 0 ? given.replace(DRIVES, '') : given;
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  const path = parts.join('/');
  // Nearly all are normal as they are, and one text takes less memory than two.
  return path === name ? name : path;
}

/** Several count, and those behind a slash: what is left must not begin with one. */
const DRIVES = /^(?:[A-Za-z]:)+/;

/** Characters of a path, at most: no operating system takes longer ones, but an archive can say any. */
export const MAX_PATH_LENGTH = 4096;

/**
 * What operating systems leave in folders and archives: `__MACOSX`, AppleDouble twins (`._fid`),
 * `.DS_Store`, `Thumbs.db`, `desktop.ini`. Takes a normalised path or a single name.
 */
export function isClutter(path: string): boolean {
  const name = baseName(path);
  return (
    name.startsWith('._') ||
    CLUTTER.has(name.toLowerCase()) ||
    path.split('/').some((part) => part === '__MACOSX')
  );
}

const CLUTTER: ReadonlySet<string> = new Set(['.ds_store', 'thumbs.db', 'desktop.ini']);

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
