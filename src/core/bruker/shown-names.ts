import type { SpectrumNames } from '../spectrum/spectrum';
import { isShortForm, isSpotFolder } from './names';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MODE_FOLDER = /^\d+S?(?:Lin|Ref)$/i;
const NUMBER = /^\d+$/;

/**
 * Chooses what to call a spectrum that no run information names: the folder that distinguishes it from
 * others, wherever its fid lies. Under a spot's folder that is the folder above, which people name
 * themselves, and the spot distinguishes the spectra in it. Elsewhere the path alone does not show which
 * folder it is, so there are several candidates, the best first: if another spectrum has the same name, the
 * next candidate counts. Software names folders by UUID, so a UUID does not count as a name.
 *
 * @param path of the fid, `/` between folders
 * @param spot of the acquisition; empty when unknown
 * @returns at least one name, none empty; the last is unique among all spectra of a drop
 */
export function shownNames(path: string, names: SpectrumNames, spot: string): readonly string[] {
  const folders = path.split('/').slice(0, -1).filter(Boolean);
  const rest = withoutSoftwareFolders(folders);
  const last = rest.at(-1);
  const fallback = names.semiUniqueName || names.uniqueName;
  if (last === undefined) return [folders[0] ?? fallback];

  const isFlex = rest.length <= folders.length - 2;
  const isSpot =
    isSpotFolder(last) ||
    isShortForm(last) ||
    (isFlex && (/^spot/i.test(last) || last.toLowerCase() === spot.toLowerCase()));
  const above = rest.at(-2);
  if (isSpot) {
    const name = above ?? last;
    return [UUID.test(name) ? fallback : name];
  }
  // A folder in a spot folder's place may be a spot folder with another name, or an isolate's own; and a bare
  // number may count the measurements of an isolate.
  const isDoubtful = isFlex || (NUMBER.test(last) && rest.length === folders.length);
  const candidates =
    isDoubtful && above !== undefined
      ? [above, isFlex ? last : `${above}/${last}`]
      : rest.toReversed();
  const named = candidates.filter((name) => !UUID.test(name));
  return [...new Set([...named, named.length === 0 ? fallback : rest.join('/')])];
}

/** @returns the folders without those that flexControl makes below a spot's: `1/1SLin` */
export function withoutSoftwareFolders(folders: readonly string[]): readonly string[] {
  if (!MODE_FOLDER.test(folders.at(-1) ?? '')) return folders;
  return NUMBER.test(folders.at(-2) ?? '') ? folders.slice(0, -2) : folders.slice(0, -1);
}
