import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { UsageError } from '../../scripts/headless/command-line';
import { ROOT } from '../../scripts/run-command';
import { say } from '../../scripts/say';

/**
 * Builds another revision of the project in a folder of its own, with the packages that it needs, and runs
 * `work` with it. The revision's files are removed at the end.
 *
 * @param work receives the folder of the built app
 */
export async function withRevision<T>(
  revision: string,
  folder: string,
  work: (app: string) => Promise<T>,
): Promise<T> {
  const commit = commitOf(revision);
  const tree = join(folder, 'revision');
  git('worktree', 'add', '--detach', tree, commit);
  try {
    say(`${revision}: installing its packages ...`);
    await run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], tree);
    say(`${revision}: building ...`);
    await run('npm', ['run', 'build'], tree);
    return await work(join(tree, 'dist'));
  } finally {
    git('worktree', 'remove', '--force', tree);
  }
}

/** @throws UsageError when there is no such revision */
function commitOf(revision: string): string {
  try {
    return git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
  } catch {
    throw new UsageError(`--against takes a revision of this repository, and got "${revision}".`);
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a program. Its output goes to stderr, so that results stay clean. @throws when it fails */
function run(program: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', process.stderr, process.stderr],
      env: withoutNpm(process.env),
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code} in ${cwd}`));
    });
  });
}

/** Variables that npm sets for a script, which would make an npm in another folder work on this one. */
function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:npm_|INIT_CWD$)/i.test(name)),
  );
}
