import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitId } from '../../../scripts/vite/commit-id';

describe('commitId', () => {
  let folder = '';
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
      encoding: 'utf8',
    }).trim();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ktyper-commit-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the commit, with a plus sign where a file was changed since', () => {
    git('init', '-q');
    writeFileSync(join(folder, 'a'), 'one');
    git('add', 'a');
    git('commit', '-qm', 'One');
    const commit = git('rev-parse', 'HEAD');
    expect(commitId(folder)).toBe(commit);
    writeFileSync(join(folder, 'a'), 'two');
    expect(commitId(folder)).toBe(`${commit}+`);
  });

  it('is null without a history, in a folder of another repository, and before the first commit', () => {
    expect(commitId(folder)).toBeNull();
    git('init', '-q');
    expect(commitId(folder)).toBeNull();
    const inner = join(folder, 'inner');
    mkdirSync(inner);
    expect(commitId(inner)).toBeNull();
  });

  it('is what the setting says, which must be a commit', () => {
    expect(commitId(folder, 'abcdef0123')).toBe('abcdef0123');
    expect(commitId(folder, '')).toBeNull();
    expect(() => commitId(folder, 'main')).toThrow('KTYPER_COMMIT');
  });
});
