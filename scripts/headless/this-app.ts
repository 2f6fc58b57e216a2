import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run-command';
import { commitId } from '../vite/commit-id';

/** The commit that the package was built of; undefined where the commands run from the sources. */
let packaged: string | null | undefined;

/** Is called by the program `ktyper` of the package before it starts one of its commands. */
export function runAsPackage(commit: string | null): void {
  packaged = commit;
}

/** The app as results name it. */
export function thisApp(): { name: string; version: string; commit: string | null } {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return { name: 'ktyper', version, commit: packaged === undefined ? commitId(ROOT) : packaged };
}

/** Returns the help of a command with its name as it is typed here: `ktyper classify` in the package. */
export function typedUsage(usage: string): string {
  return packaged === undefined
    ? usage
    : usage.replace(/npm run (?:--silent )?([a-z-]+)(?: --(?= ))?/g, 'ktyper $1');
}
