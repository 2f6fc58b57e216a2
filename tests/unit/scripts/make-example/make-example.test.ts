import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'make-example-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const args = (...given: string[]) => ['--import', 'tsx', 'scripts/make-example.ts', ...given];
const run = (...given: string[]) =>
  execFileSync(process.execPath, args(...given), { stdio: 'pipe' });

describe('make-example', () => {
  it('writes the same file for the same seed, and leaves nothing beside it', () => {
    const [first, second] = [join(folder, 'a/1.zip'), join(folder, 'a/2.zip')];
    run('--spots', '2', '--out', first);
    run('--spots', '2', '--out', second);
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['1.zip', '2.zip']);
  });

  it('writes a folder, but never into an existing one', () => {
    const out = join(folder, 'run');
    run('--spots', '1', '--out', out);
    const again = spawnSync(process.execPath, args('--spots', '1', '--out', out));
    expect(readdirSync(out).length).toBe(1);
    expect(again.status).toBe(2);
    expect(again.stderr.toString()).toContain('Name a folder that does not exist.');
  });

  it('says what is wrong and how to use it, and exits with 2', () => {
    const wrong = spawnSync(process.execPath, args('--spots', '3'));
    expect(wrong.status).toBe(2);
    expect(wrong.stdout.toString()).toBe('');
    expect(wrong.stderr.toString()).toMatch(/^--out is missing.*\n\nUsage:/);
  });
});
