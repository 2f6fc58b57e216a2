/** An escaped character, such as `_x002f_`, which an XML id may not contain. */
const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

const DEEPEST = 8;
const LONGEST = 100;

/**
 * Normalises a path that a converter wrote: with `/` between folders, and without the start of an address
 * (`file://`), a drive, or escapes for XML.
 */
export function sourcePathOf(written: string): string {
  const plain = written
    .replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/^file:\/*/i, '')
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '');
  return (
    plain
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      // No instrument writes more nested folders, or longer names.
      .slice(-DEEPEST)
      .map((part) => part.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST))
      .join('/')
  );
}

/**
 * Returns the path of a fid, if the given path leads to one or to its folder. Bruker's spectra are named by
 * it.
 */
export function fidPathOf(path: string): string | null {
  const parts = path.split('/');
  const isFid = parts.at(-1)?.toLowerCase() === 'fid';
  const folder = isFid ? parts.at(-2) : parts.at(-1);
  if (folder === undefined || !ACQUISITION_FOLDER.test(folder)) return null;
  return isFid ? path : `${path}/fid`;
}

/**
 * Returns the part that a fid's path shares with the one that a converter wrote: `SAMPLE/0_A1/1/1SLin/fid`,
 * or for a Biotyper the analyte's folder instead of the sample's. In lower case.
 */
export function fidEnding(path: string): string {
  return path.split('/').slice(-5).join('/').toLowerCase();
}

/** Name of an acquisition's folder: `1SLin`, `1Lin`, `1SRef`, `0_A1_1SLin` */
const ACQUISITION_FOLDER = /(?:^|_)\d+S?(?:Lin|Ref)$/i;
