import { spectrumNames, spotFromPath, uidFromPath } from '../bruker/names';
import { shownNames } from '../bruker/shown-names';
import type { SpectrumNames } from '../spectrum/spectrum';
import { fidPathOf } from './document/source-path';
import type { SpectrumHead } from './document/spectrum-head';

/** Who a spectrum is, before any run information. */
export interface Identity {
  readonly uid: string;
  /** `A7`, or empty when unknown. */
  readonly spot: string;
  readonly names: SpectrumNames;
  /** What to call it. */
  readonly name: string;
}

/** Where a spectrum of an open format stands. */
export interface OpenPlace {
  /** Of the spectrum: unique in its source. */
  readonly path: string;
  /** Of the file that holds it; the same where it holds no other. */
  readonly filePath: string;
}

/**
 * The names of a spectrum in an open format. Where its file says which fid it was converted from, that
 * names it as the fid itself would be; else what the file calls the sample, if there is only one, and the
 * name of the file.
 *
 * @param head null for text
 */
export function identityOf({ path, filePath }: OpenPlace, head: SpectrumHead | null): Identity {
  const uid = path.replaceAll('/', '.');
  const fid = head?.sourcePath ? fidPathOf(head.sourcePath) : null;
  if (fid !== null) {
    const spot = spotFromPath(fid) || spotOf(head);
    const names = spectrumNames(fid, uid, spot);
    return { uid, spot, names, name: shownNames(fid, names, spot)[0]! };
  }
  const stem = stemOf(filePath);
  const isOnly = path === filePath;
  const name = isOnly ? (head?.sample ?? stem) : `${stem}${path.slice(filePath.length)}`;
  const spot = spotOf(head) || (SPOT_AT_END.exec(stem)?.[1] ?? '');
  const fullName = spot === '' ? name : `${name}.${spot}`;
  const names = {
    uid,
    sampleName: name,
    fullName,
    semiUniqueName: fullName,
    uniqueName: `${fullName}.${uid}`,
  };
  return { uid, spot, names, name };
}

/**
 * Who a spectrum is by its path alone: of a fid, or of a file in an open format.
 * @param known its uid, where that is known from elsewhere
 */
export function identityByPath(path: string, known: string | null = null): Identity {
  const isFid = /(?:^|\/)fid$/i.test(path);
  if (!isFid) return identityOf({ path, filePath: path }, null);
  const uid = known ?? uidFromPath(path);
  const spot = spotFromPath(path);
  const names = spectrumNames(path, uid, spot);
  // What a fid is called hangs on which others there are.
  return { uid, spot, names, name: '' };
}

/** The name of a file without its folders and its extension. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.gz$/i, '').replace(/(?<=.)\.[A-Za-z][A-Za-z0-9]{0,5}$/, '');
}

/** A spot as targets have them; a document may say other things there, as coordinates. */
function spotOf(head: SpectrumHead | null): string {
  return /^[A-Za-z]{1,2}\d{1,2}(?!\w)/.exec(head?.spot ?? '')?.[0] ?? '';
}

/** The target's position and the spot, as Bruker's folders have them, at the end of a name. */
const SPOT_AT_END = /_[01]_([A-P]\d{1,2})$/;
