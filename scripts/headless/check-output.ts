import { constants, unlinkSync } from 'node:fs';
import { access, open, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InputFile } from '../../src/io/entry';
import { UsageError } from './command-line';
import { FileBlob } from './file-blob';
import { asOutput, OutputError } from './output-error';

/** Bytes that are written to try a folder: an empty file needs no room on a full disk. */
const TRIED = 65_536;

/**
 * Checks before the work whether an output can be written, and leaves nothing behind. It writes nothing to a
 * device or a pipe, since that could not be undone.
 *
 * @param typed the output as the person typed it
 * @param inputs paths of all files that the command reads
 * @throws UsageError when it is one of the inputs; OutputError when it cannot be written
 */
export async function checkOutput(
  file: string,
  typed: string,
  inputs: readonly string[],
): Promise<void> {
  const known = await stat(file).catch(() => null);
  if (known?.isDirectory() === true) throw new OutputError(`${typed} is a folder. Name a file.`);
  if (known !== null) {
    await asOutput(typed, () => access(file, constants.W_OK));
    if (!known.isFile()) return;
    for (const input of inputs) {
      const own = await stat(input).catch(() => null);
      if (own?.dev === known.dev && own.ino === known.ino) {
        throw new UsageError(
          `${typed} is read by this command, and not written over. Name another.`,
        );
      }
    }
  }
  const target = await targetOf(file);
  await asOutput(typed, () => tryFolder(dirname(target)));
}

/** Tries whether a folder can be written into, or made where there is none. @throws OutputError */
export async function checkFolder(folder: string, typed: string): Promise<void> {
  let place = folder;
  let known = await stat(place).catch(() => null);
  while (known === null && dirname(place) !== place) {
    place = dirname(place);
    known = await stat(place).catch(() => null);
  }
  if (known?.isDirectory() !== true) {
    throw new OutputError(`${typed} is no folder, or lies in none. Name another.`);
  }
  await asOutput(typed, () => tryFolder(place));
}

/** Returns the paths of the files behind inputs. */
export function pathsOf(files: readonly InputFile[]): string[] {
  return files.flatMap(({ blob }) => (blob instanceof FileBlob ? blob.range.file : []));
}

/** Returns the file that will be written. For a link that is the file it leads to; the link itself stays. */
export async function targetOf(file: string): Promise<string> {
  return realpath(file).catch(() => file);
}

async function tryFolder(folder: string): Promise<void> {
  const path = join(folder, `.ktyper-${process.pid}.partial`);
  const handle = await open(path, 'wx');
  const remove = removedAtExit(path);
  try {
    await handle.write(new Uint8Array(TRIED));
  } finally {
    await handle.close();
    remove();
  }
}

/** Returns a function that removes a file, which is also done when the program is ended before. */
export function removedAtExit(path: string): () => void {
  const remove = () => {
    process.off('exit', remove);
    try {
      unlinkSync(path);
    } catch {
      // It is gone already.
    }
  };
  process.on('exit', remove);
  return remove;
}
