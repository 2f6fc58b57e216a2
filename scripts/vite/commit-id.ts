import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';

const COMMIT = /^[0-9a-f]{7,64}\+?$/;

/**
 * Returns the commit that the sources are of, with a plus sign behind it where files were changed since. It is
 * null in a copy of the sources without its history, unless `typed` tells it (`KTYPER_COMMIT`).
 *
 * @param root folder of the project
 * @throws for a setting that is no commit
 */
export function commitId(root: string, typed?: string): string | null {
  if (typed !== undefined && typed !== '') {
    if (COMMIT.test(typed)) return typed;
    throw new Error(`KTYPER_COMMIT must be a commit in hex digits, and is "${typed}"`);
  }
  try {
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', root, ...words], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    // The folder may lie in somebody else's repository.
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(root)) return null;
    const commit = git('rev-parse', '--verify', 'HEAD');
    if (!COMMIT.test(commit)) return null;
    return git('status', '--porcelain', '--untracked-files=no') === '' ? commit : `${commit}+`;
  } catch {
    return null;
  }
}
