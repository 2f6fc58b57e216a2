import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { InputFile } from '../../src/io/entry';
import { FileBlob } from './file-blob';

/**
 * What a drop of these files and folders on the page would be: a folder's files have their path from
 * the folder's name on. The files are
 * opened when they are read.
 *
 * @throws NodeJS.ErrnoException for a path that is not there or may not be read
 */
export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) files.push(...(await filesOfFolder(path)));
    else files.push(await inputFile(path));
  }
  return files;
}

export async function inputFile(path: string, as = basename(path)): Promise<InputFile> {
  return { path: as, blob: new FileBlob(resolve(path), 0, (await stat(path)).size) };
}

async function filesOfFolder(folder: string): Promise<InputFile[]> {
  const name = basename(resolve(folder));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    files.map((file) => {
      const below = file.slice(join(folder, sep).length).split(sep).join('/');
      return inputFile(file, `${name}/${below}`);
    }),
  );
}
