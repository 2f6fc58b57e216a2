import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface FileOfFolder {
  /** Path below the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** All files below a folder, sorted by path. */
export async function listFiles(folder: string): Promise<FileOfFolder[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return {
          path: relative(folder, path).split(sep).join('/'),
          bytes: (await stat(path)).size,
        };
      }),
  );
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
