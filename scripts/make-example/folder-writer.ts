import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveWriter } from './archive-writer';

/** Writes the files into a folder, as on an instrument's disk. */
export function folderWriter(root: string): ArchiveWriter {
  return {
    add(path, bytes) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    },
    finish() {
      // Each file was written when it was added.
    },
  };
}
