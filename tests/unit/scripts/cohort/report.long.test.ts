import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../../scripts/run-command';
import { buildRun } from '../../../builders/bruker-run';
import { zipOf } from '../../../builders/headless-job';
import { strangeMarkup } from '../../../builders/report';
import { tinyCounts } from '../../../builders/tiny-pack';

let folder: string;

function run(command: string, ...more: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, INIT_CWD: folder }, maxBuffer: 64e6 };
    execFile(
      process.execPath,
      ['scripts/run.js', command, ...more],
      options,
      (fault, stdout, stderr) => {
        const code = typeof fault?.code === 'number' ? fault.code : fault ? -1 : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ktyper-report-'));
  for (const [i, name] of ['one', '<two>', 'broken'].entries()) {
    const spots = ['A1', 'A2', 'A3'].map((spot, k) => ({
      spot,
      fid: tinyCounts(k === 1 ? 'alpha' : 'beta', 10 * i + k),
    }));
    const bytes = new Uint8Array(await zipOf(buildRun({ spots })).blob.arrayBuffer());
    await writeFile(join(folder, `${i}.zip`), name === 'broken' ? bytes.subarray(0, 100) : bytes);
  }
  await writeFile(join(folder, 'plates.tsv'), 'one\t0.zip\n<two>\t1.zip\nbroken\t2.zip\n');
  expect(await run('cohort', '--list', 'plates.tsv', '--out', 'cohort')).toMatchObject({ code: 0 });
}, 180_000);
afterAll(() => rm(folder, { recursive: true }));

describe('the command report', { timeout: 180_000 }, () => {
  it('writes one file of a cohort, the same each time', async () => {
    const first = await run('report', 'cohort', '--out', 'cohort/report.html');
    expect(first, first.stderr).toMatchObject({ code: 0 });
    const html = await readFile(join(folder, 'cohort/report.html'), 'utf8');
    expect(strangeMarkup(html)).toEqual([]);
    for (const said of [
      '3 (2 done, 1 failed)',
      '6 (0 not read',
      '&lt;two&gt;',
      'broken',
      '<svg ',
    ]) {
      expect(html).toContain(said);
    }
    expect((await run('report', 'cohort')).stdout).toBe(html);
    expect((await run('report', 'cohort', '--language', 'fr')).stdout).toContain('lang="fr"');
  });

  it('says of runs what classify says, and takes its options', async () => {
    const timeless = (text: string) => text.replace(/(<dt>Analysed<\/dt><dd>)[^<]*/, '$1');
    const ours = await run('report', '0.zip', '--group', 'name', '--workers', '1');
    expect(ours, ours.stderr).toMatchObject({ code: 0 });
    const theirs = await run('classify', '0.zip', '--group', 'name', '--format', 'html');
    expect(timeless(ours.stdout)).toBe(timeless(theirs.stdout));
  });

  it.each(['results.tsv', 'plates.tsv'])('refuses a changed %s', async (name) => {
    const changed = `changed-${name}`;
    await cp(join(folder, 'cohort'), join(folder, changed), { recursive: true });
    const path = join(folder, changed, name);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/\tdone\t|\tok\t/, '\tdome\t'));
    const differs = await run('report', changed, '--out', 'no.html');
    expect(differs).toMatchObject({ code: 2 });
    expect(differs.stderr).toContain(`${changed}/${name} is not as it was written`);
    await writeFile(path, text);
    await appendFile(path, 'half a ro');
    const longer = await run('report', changed);
    expect(longer).toMatchObject({ code: 2, stdout: '' });
    expect(longer.stderr).toContain('has more than the ledger says');
    await rm(path);
    expect((await run('report', changed)).stderr).toContain(`There is no ${changed}/${name}`);
  });

  it('refuses what it cannot do', async () => {
    expect(await run('report', 'cohort', '0.zip')).toMatchObject({ code: 2 });
    expect(await run('report', 'cohort', '--format', 'tsv')).toMatchObject({ code: 2 });
    expect(await run('report', '0.zip', '--format', 'tsv')).toMatchObject({ code: 2 });
    expect(await run('report')).toMatchObject({ code: 2 });
    expect(await run('report', 'cohort', '--out', 'cohort/ledger.jsonl')).toMatchObject({
      code: 2,
    });
  });
});
