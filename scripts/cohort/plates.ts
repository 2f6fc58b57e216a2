import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { pathsOf } from '../headless/check-output';
import { typedInputs, typedPath, UsageError } from '../headless/command-line';

/** An input of a cohort: an archive, a folder or a file, which is a job of its own. */
export interface Plate {
  readonly name: string;
  readonly path: string;
}

export interface Checksum {
  readonly bytes: number;
  readonly sha256: string;
}

/** Endings of archives and spectra, which are no part of a plate's name. */
const ENDINGS = /\.(?:zip|tar|tar\.gz|tgz|mzml|mzxml|txt)$/i;

/**
 * Lists the plates of a command line.
 *
 * @param list file of more plates: a path a line, or a name, a tab and a path; a relative path starts from
 * the file's folder
 * @throws UsageError when two have one name
 */
export async function typedPlates(
  typed: readonly string[],
  list: string | undefined,
): Promise<readonly Plate[]> {
  const plates = [
    ...typed.map((path) => plateOf(path, typedPath(path))),
    ...(list === undefined ? [] : await listed(list)),
  ];
  if (plates.length === 0) throw new UsageError('Name an archive or a folder for each plate.');
  const byName = new Map<string, Plate>();
  for (const plate of plates) {
    if (plate.name === '') {
      throw new UsageError(
        `The plate "${plate.path}" has no name. Give it one in a file for --list: a name, a tab and the path.`,
      );
    }
    const other = byName.get(plate.name);
    if (other !== undefined) {
      throw new UsageError(
        `Two plates are called ${plate.name}: ${other.path} and ${plate.path}. ` +
          'Give them names in a file for --list: a name, a tab and the path in each line.',
      );
    }
    byName.set(plate.name, plate);
  }
  return plates;
}

async function listed(list: string): Promise<readonly Plate[]> {
  return (await typedList(list)).map(({ typed, path, name }) =>
    name === undefined ? plateOf(typed, path) : { name, path },
  );
}

interface ListedPath {
  readonly name?: string;
  readonly typed: string;
  readonly path: string;
}

/**
 * Reads a list of paths, each perhaps after a name and a tab. Relative ones start from its folder.
 *
 * @throws UsageError naming the first line that is something else
 */
export async function typedList(list: string): Promise<readonly ListedPath[]> {
  const file = typedPath(list);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new UsageError(`This cannot be read: ${list}`);
  return text.split(/\r?\n/).flatMap((line, i): ListedPath[] => {
    if (line.trim() === '') return [];
    const cells = line.split('\t').map((cell) => cell.trim());
    // An empty path would be the folder of the list.
    if (cells.length > 2 || cells.includes('')) {
      throw new UsageError(
        `${list}, line ${i + 1}: a path is wanted, or a name, a tab and a path.`,
      );
    }
    const typed = cells.at(-1);
    const path = isAbsolute(typed) ? typed : join(dirname(file), typed);
    return [{ typed, path, ...(cells.length === 1 ? {} : { name: cells[0] }) }];
  });
}

function plateOf(typed: string, path: string): Plate {
  return { name: basename(typed).replace(ENDINGS, ''), path };
}

/** Lists a plate's files. @throws UsageError when it is not there */
export async function filesOf(plate: Plate, tell: (fault: Problem) => void): Promise<InputFile[]> {
  return typedInputs([plate.path], tell);
}

/**
 * Computes the checksum of a plate: of its file, or of the paths and bytes of all files of its folder. A file
 * that may not be read counts as empty: the plate's problems tell of it.
 */
export async function checksumOf(files: readonly InputFile[]): Promise<Checksum> {
  const [only] = files;
  if (files.length === 1 && only !== undefined && !only.path.includes('/')) return hashOf(only);
  const hash = createHash('sha256');
  let bytes = 0;
  for (const file of files) {
    const own = await hashOf(file);
    bytes += own.bytes;
    hash.update(JSON.stringify([file.path, own.bytes, own.sha256]));
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function hashOf(file: InputFile): Promise<Checksum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const path of pathsOf([file])) {
    try {
      for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
        hash.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') continue;
      throw new UsageError(`${path} could not be read (${code}). Run this again when it can.`);
    }
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What tells, without reading them, that files were changed or replaced by others. */
export async function stampOf(files: readonly InputFile[]): Promise<string> {
  const stamps = pathsOf(files).map(async (path) => {
    const found = await stat(path, { bigint: true }).catch(() => null);
    // A replaced file may keep its size and its time; not that at which its name was given to it.
    return found && [path, found.ino, found.size, found.mtimeNs, found.ctimeNs].join('\t');
  });
  return (await Promise.all(stamps)).join('\n');
}
