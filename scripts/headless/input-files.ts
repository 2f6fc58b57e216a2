import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { problem, type Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { FileBlob } from './file-blob';
import { inEnglish } from '../../src/words/in-words';

/** Is called for a file or folder inside a named folder that cannot be read; the others follow. */
type TellUnread = (fault: Problem) => void;

/**
 * Lists files and folders as a drop of them on the page would. A folder's files have their path from the
 * folder's name on, and links are followed. The files are opened when they are read.
 *
 * @param tell if absent, such a file or folder is an error, as a missing input is
 * @throws NodeJS.ErrnoException for a path that is not there or may not be read
 */
export async function inputFiles(
  paths: readonly string[],
  tell: TellUnread = (fault) => {
    throw new Error(inEnglish(fault.message));
  },
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) {
      // Read now, so that a named folder that cannot be read is an error and not an empty run.
      await readdir(path);
      const found = await filesOfFolder(path, basename(resolve(path)), new Set(), tell);
      files.push(...found.sort((a, b) => (a.path < b.path ? -1 : 1)));
    } else files.push(await inputFile(path));
  }
  return files;
}

export async function inputFile(path: string, as = basename(path)): Promise<InputFile> {
  return { path: as, blob: new FileBlob(resolve(path), 0, (await stat(path)).size) };
}

/** @param above the folders that contain this one, since a link may lead back to one of them */
async function filesOfFolder(
  folder: string,
  name: string,
  above: ReadonlySet<string>,
  tell: TellUnread,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const place = await realpath(folder).catch(() => null);
  const children = await readdir(folder).catch(() => null);
  if (place === null || children === null) tell(unread(name));
  else if (!above.has(place)) {
    const within = new Set(above).add(place);
    for (const child of children) {
      const path = join(folder, child);
      const as = `${name}/${child}`;
      const kind = await stat(path).catch(() => null);
      if (kind === null) tell(unread(as));
      else if (kind.isDirectory()) files.push(...(await filesOfFolder(path, as, within, tell)));
      else if (kind.isFile()) {
        files.push({ path: as, blob: new FileBlob(resolve(path), 0, kind.size) });
      }
    }
  }
  return files;
}

function unread(path: string): Problem {
  return problem(
    'input-unreadable',
    `${path} could not be read: it was moved or deleted, or may not be read.`,
    'Check that you may open it, and run this again.',
    path,
  );
}
