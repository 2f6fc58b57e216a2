import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The sources of the app: a change in any of these makes another build. */
const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'vite.config.ts', 'workers'];

/**
 * Makes twelve hex digits that identify the sources of a build. The same sources give the same id on every
 * machine, without a version control system.
 *
 * @param root folder of the project
 */
export function buildId(root: string): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((name) => filesUnder(root, name)).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Lists the files at or below `name`, with `/`; none when it does not exist. */
function filesUnder(root: string, name: string): string[] {
  try {
    return readdirSync(join(root, name), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesUnder(root, `${name}/${entry.name}`) : [`${name}/${entry.name}`],
    );
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    if (code === 'ENOTDIR') return [name];
    if (code === 'ENOENT') return [];
    throw fault;
  }
}
