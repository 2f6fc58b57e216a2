import { withoutSoftwareFolders } from '../bruker/shown-names';
import type { SpectrumNames } from '../spectrum/spectrum';
import { foldName, looseName } from './fold-name';

/** What of a spectrum a sheet may name. A row of a job has all of it. */
export interface NamedSpectrum {
  readonly names: SpectrumNames | null;
  /** What the page shows: the analyte's name, or that of a folder or file. */
  readonly name: string;
  readonly spot: string;
  /** Of the fid, or of the file in an open format, as the page shows it. */
  readonly path: string;
}

/** What of a spectrum a key is. */
export type KeyKind = 'id' | 'name' | 'folder' | 'spot';

export interface SpectrumKey {
  readonly kind: KeyKind;
  readonly text: string;
}

/**
 * The names that a sheet may call a spectrum by besides its spot and its path, in the order in which they are tried: first
 * those of the original, in its order, then what the page shows, then its folders from the nearest on. Folders that the instrument's software makes in every sample's folder (`1/1SLin`) name nothing.
 */
export function spectrumKeys({ names, name, spot, path }: NamedSpectrum): readonly SpectrumKey[] {
  const keys: SpectrumKey[] = [];
  const add = (kind: KeyKind, ...texts: readonly string[]) => {
    for (const text of texts) if (text !== '') keys.push({ kind, text: foldName(text) });
  };
  if (names !== null) {
    add('id', names.uid, names.sampleName, names.fullName, names.semiUniqueName, names.uniqueName);
  }
  add('name', name);
  if (spot !== '') add('name', `${name}.${spot}`);
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  if (!isFid(file)) add('name', file.replace(/#.*$/, ''), file, withoutEnding(file));
  for (const folder of withoutSoftwareFolders(parts).toReversed()) {
    add('folder', folder);
    if (spot !== '') add('folder', `${folder}.${spot}`);
  }
  return keys;
}

/** A path as it can be compared, whatever system wrote it: without a drive, the fid and an archive's ending. */
export function looseParts(path: string): readonly string[] {
  const parts = path
    .replaceAll('\\', '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .map((part) => looseName(foldName(part)).replace(/\.(?:zip|tar|tgz|tar\.gz)$/, ''))
    .filter((part) => part !== '' && part !== '.');
  return /^(?:fid|acqus?)$/.test(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts;
}

function isFid(file: string): boolean {
  return /^fid$/i.test(file);
}

/** `KPN289` of `KPN289.mzML#scan=19` */
function withoutEnding(file: string): string {
  return file
    .replace(/(?<=\.mzx?ml(?:\.gz)?)#.*$/i, '')
    .replace(/(?:\.[A-Za-z][A-Za-z0-9]{0,5}){1,2}$/, '');
}
