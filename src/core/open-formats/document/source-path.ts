/** `_x002f_` for a character that an XML id may not hold. */
const ESCAPED = /_x([0-9a-fA-F]{4})_/g;

const DEEPEST = 8;
const LONGEST = 100;

/**
 * A path that a converter wrote down, with `/` between folders and without what stands before them: of an
 * address (`file://`), of a drive, of escapes for XML.
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
      // No instrument nests its folders deeper, nor names them longer.
      .slice(-DEEPEST)
      .map((part) => part.replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST))
      .join('/')
  );
}

/** The same as the path of a fid, if it leads to one or to its folder: what names Bruker's spectra. */
export function fidPathOf(path: string): string | null {
  const parts = path.split('/');
  const isFid = parts.at(-1)?.toLowerCase() === 'fid';
  const folder = isFid ? parts.at(-2) : parts.at(-1);
  if (folder === undefined || !ACQUISITION_FOLDER.test(folder)) return null;
  return isFid ? path : `${path}/fid`;
}

/**
 * What a fid's path and the one that a converter wrote down have in common: `SAMPLE/0_A1/1/1SLin/fid`, of a
 * Biotyper the analyte's folder instead of the sample's. In small letters.
 */
export function fidEnding(path: string): string {
  return path.split('/').slice(-5).join('/').toLowerCase();
}

/** `1SLin`, `1Lin`, `1SRef`, `0_A1_1SLin` */
const ACQUISITION_FOLDER = /(?:^|_)\d+S?(?:Lin|Ref)$/i;
