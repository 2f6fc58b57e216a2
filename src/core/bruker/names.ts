import type { SpectrumNames } from '../spectrum/spectrum';

/**
 * Names that come from where a fid lies. Flex software nests `SAMPLE/0_A7/1/1SLin/fid`, Biotyper one
 * level more: `PROJECT/ANALYTE/0_A7/1/1SLin/fid`. An old short form puts the last three folders into
 * one: `SAMPLE/0_L20_1SLin/fid`, `SAMPLE/0_L20_1Lin/fid`.
 */
const SPOT_FOLDER = /^\d+_([A-Za-z]{1,2}\d{1,2})$/;
const SHORT_FORM = /^\d+_([A-Za-z]{1,2}\d{1,2})_\d+S?(?:Lin|Ref)$/i;

/**
 * Splits the path of a fid into folders, outermost first, and expands a short-form folder to its usual three
 * levels.
 */
function foldersOf(path: string): string[] {
  const folders = path.split('/').slice(0, -1);
  const last = folders.at(-1) ?? '';
  // Only the first of the three is ever used as a name, so the other two may be anything.
  return SHORT_FORM.test(last) ? [...folders, '', ''] : folders;
}

/** @returns the folder that many levels up, counting the fid as one; the outermost where there are fewer */
function levelsUp(folders: readonly string[], levels: number): string {
  return folders[Math.max(0, folders.length - levels + 1)] ?? '';
}

/**
 * Builds a spectrum's names as the original ktyper does: `sampleName` is the folder six levels up (counting
 * the fid as one), `fullName` adds the spot, `semiUniqueName` the folder four levels up, `uniqueName` the
 * uid. For a path with fewer levels the outermost folder is used; empty parts are left out.
 */
export function spectrumNames(path: string, uid: string, spot: string): SpectrumNames {
  const folders = foldersOf(path);
  const sampleName = levelsUp(folders, 6);
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join('.');
  const fullName = join(sampleName, spot);
  const semiUniqueName = join(fullName, levelsUp(folders, 4));
  return { uid, sampleName, fullName, semiUniqueName, uniqueName: join(semiUniqueName, uid) };
}

/** Makes the uid of a spectrum whose acqu has none: its folders, joined. Unique within an archive. */
export function uidFromPath(path: string): string {
  return path.split('/').slice(0, -1).join('.') || path;
}

/**
 * Finds the spot that a folder is named after: `A7` of `0_A7`.
 *
 * @returns empty when no folder is named after a spot
 */
export function spotFromPath(path: string): string {
  for (const folder of path.split('/').reverse()) {
    const spot = (SPOT_FOLDER.exec(folder) ?? SHORT_FORM.exec(folder))?.[1];
    if (spot !== undefined) return spot;
  }
  return '';
}

/** @returns whether a folder is named like a spot's: `0_A7` */
export function isSpotFolder(folder: string): boolean {
  return SPOT_FOLDER.test(folder);
}

/** @returns whether a folder, such as `0_A7_1SLin`, replaces the three folders `0_A7/1/1SLin` */
export function isShortForm(folder: string): boolean {
  return SHORT_FORM.test(folder);
}
