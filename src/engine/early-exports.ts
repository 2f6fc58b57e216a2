import { folderOf } from '../core/bruker/folder-of';
import { fidEnding, fidPathOf } from '../core/open-formats/document/source-path';
import { besideFid, copyOf } from '../core/open-formats/made-of-fid';
import type { OpenAcquisition } from '../core/open-formats/read-open-acquisition';
import type { Problem } from '../core/problem';

/** A spectrum of an open format that gives way to a fid. */
export interface EarlyExport<T> {
  readonly thing: T;
  readonly reason: Problem;
}

/**
 * Spectra in open formats of one source, so that a fid that comes after them finds those that were made of
 * it. A .tar comes by once and in any order: what was told before the fid has to be taken back.
 */
export class EarlyExports<T> {
  readonly #byFolder = new Map<string, [thing: T, path: string][]>();
  /** By the end of the path of the fid that they say they were converted from. */
  readonly #bySource = new Map<string, [thing: T, path: string][]>();

  add(thing: T, path: string, { filePath, head, twin }: Omit<OpenAcquisition, 'path'>): void {
    // Its fid is known, and it is left out for that already.
    if (twin !== null) return;
    push(this.#byFolder, folderOf(filePath), [thing, path]);
    const fid = head?.sourcePath ? fidPathOf(head.sourcePath) : null;
    if (fid !== null) push(this.#bySource, fidEnding(fid), [thing, path]);
  }

  /** What came before a fid and was made of it. */
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
