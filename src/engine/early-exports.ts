import { folderOf } from '../core/bruker/folder-of';
import { fidEnding, fidPathOf } from '../core/open-formats/document/source-path';
import { besideFid, copyOf } from '../core/open-formats/made-of-fid';
import type { OpenAcquisition } from '../core/open-formats/read-open-acquisition';
import type { Problem } from '../core/problem';

/** A spectrum of an open format that is dropped in favour of a fid. */
export interface EarlyExport<T> {
  readonly thing: T;
  readonly reason: Problem;
}

/**
 * Remembers the spectra in open formats of one source, so that a fid that follows finds those that were
 * converted from it. A .tar is read once and in any order, so spectra reported before their fid must be
 * withdrawn.
 */
export class EarlyExports<T> {
  readonly #byFolder = new Map<string, [thing: T, path: string][]>();
  /** By the end of the path of the fid that they name as their source. */
  readonly #bySource = new Map<string, [thing: T, path: string][]>();

  add(thing: T, path: string, { filePath, head, twin }: Omit<OpenAcquisition, 'path'>): void {
    // Its fid is already known, so it is left out anyway.
    if (twin !== null) return;
    push(this.#byFolder, folderOf(filePath), [thing, path]);
    const fid = head?.sourcePath ? fidPathOf(head.sourcePath) : null;
    if (fid !== null) push(this.#bySource, fidEnding(fid), [thing, path]);
  }

  /** Finds the earlier spectra that were converted from a fid. */
  *madeOf(fid: string): Generator<EarlyExport<T>, void, void> {
    for (const [thing, path] of this.#byFolder.get(folderOf(fid)) ?? []) {
      yield { thing, reason: besideFid(fid, path) };
    }
    for (const [thing, path] of this.#bySource.get(fidEnding(fid)) ?? []) {
      yield { thing, reason: copyOf(fid, path) };
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
