import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { utf8, writeTar, writeZip, type ZipFile } from '../../builders/archives';
import { buildRun } from '../../builders/bruker-run';
import { folderOf, run, tarGzOf, zipOf } from '../../builders/headless-job';
import { refusedInputs } from '../../builders/refused-inputs';
import { tinyCounts } from '../../builders/tiny-pack';
import { inEnglish } from '../../../src/words/in-words';

/** Runs a job on one archive. Returns what the page says of the whole archive, and of each spectrum. */
async function jobOf(path: string, ...parts: BlobPart[]) {
  const { summary, failure, spectra } = await run([{ path, blob: new Blob(parts) }]);
  const problems = failure === null ? (summary?.problems ?? []) : [failure];
  return {
    sentences: problems.map(({ message }) => inEnglish(message)),
    rows: spectra.map(({ path: of, reason }) => [of, reason && inEnglish(reason.message)]),
  };
}

const spot = (name: string, files: readonly ZipFile[]): ZipFile[] =>
  files.map((file) => ({ ...file, name: `RUN/${name}/1/1SLin/${String(file.name)}` }));

describe('an archive bomb, under the app’s limits', () => {
  it('that is one endless file in a .tar.gz stops the listing', async () => {
    // The members are 8 MB of zeros, each compressed to a thousandth, one after the other.
    const head = writeTar([{ name: 'RUN/0_A1/1/1SLin/zeros', statedSize: 2 ** 33 }]).slice(0, 512);
    const zeros = gzipSync(new Uint8Array(2 ** 23));
    const bomb = [gzipSync(head), ...new Array<Uint8Array>(40).fill(zeros)].map((part) =>
      Uint8Array.from(part),
    );
    expect(await jobOf('bomb.tar.gz', ...bomb)).toEqual({
      sentences: [
        'bomb.tar.gz unpacks to more than 250 times its size, as no archive of spectra does. ' +
          'One file was found before that.',
      ],
      rows: [],
    });
  });

  it('of files that claim to be a thousand times their compressed size stops the listing', async () => {
    const data = new Uint8Array(6 * 2 ** 20);
    const files = Array.from({ length: 100 }, (_, i) => ({
      ...spot(`0_A${i}`, [{ name: 'fid', data: 'x', stated: { size: data.length } }])[0]!,
    }));
    const { sentences, rows } = await jobOf('bomb.zip', writeZip(files));
    expect(sentences[0]).toBe(
      'bomb.zip unpacks to more than 250 times its size, as no archive of spectra does.',
    );
    expect(rows.length).toBeLessThan(100);
    expect(new Set(rows.map(([, sentence]) => sentence))).toEqual(
      new Set(['The file is damaged in its archive: its compressed data are broken.']),
    );
  });

  it('with a fid that is much too large loses that spectrum, which is never unpacked', async () => {
    const large = spot('0_A1', [
      { name: 'fid', data: new Uint8Array(9 * 2 ** 20) },
      { name: 'acqu', data: '##$TD= 1' },
    ]);
    const [sound] = buildRun({ spots: [{ spot: 'B1' }], runInfo: 'absent', info: false });
    const { rows } = await jobOf(
      'run.zip',
      writeZip([...large, { name: sound!.path, data: sound!.bytes }]),
    );
    expect(rows[0]).toEqual([
      'RUN/0_A1/1/1SLin/fid',
      'RUN/0_A1/1/1SLin/fid is 9.4 MB; a single file may be 8.4 MB at most.',
    ]);
  });

  it('nested in itself is not opened a second time', async () => {
    let bomb = writeZip([{ name: 'zeros.txt', data: new Uint8Array(100_000) }]);
    for (let depth = 0; depth < 6; depth++) {
      bomb = writeZip([0, 1, 2].map((i) => ({ name: `${i}.zip`, data: bomb, stored: true })));
    }
    const { sentences, rows } = await jobOf('nested.zip', bomb);
    expect(sentences[0]).toBe(
      'nested.zip holds 3 other archives, which were not opened. The first is 0.zip.',
    );
    expect(rows).toEqual([]);
  });

  it('of files that share the same bytes gives none of them twice', async () => {
    const [first] = spot('0_A1', [{ name: 'fid', data: 'bytes' }]);
    const others = Array.from({ length: 2000 }, (_, i) => ({
      ...spot(`0_B${i}`, [{ name: 'fid', data: 'bytes', stated: { localHeader: 0 } }])[0]!,
    }));
    const { sentences, rows } = await jobOf('overlap.zip', writeZip([first!, ...others]));
    expect(sentences[0]).toBe(
      'overlap.zip has 2000 files that cannot be read. The first: RUN/0_B0/1/1SLin/fid shares its ' +
        'bytes with another file of the archive, as no ordinary program packs it.',
    );
    expect(rows).toHaveLength(2001);
  });
});

describe('100,000 empty entries', () => {
  const many = (name: (i: number) => string) =>
    writeZip(
      Array.from({ length: 100_000 }, (_, i) => ({ name: name(i), data: '', stored: true })),
    );

  it('that are other files are reported to be no spectra', async () => {
    const { sentences, rows } = await jobOf(
      'empty.zip',
      many((i) => `${i}.txt`),
    );
    expect(sentences).toEqual([
      'No spectrum was found. 100000 other files were found: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt ...',
    ]);
    expect(rows).toEqual([]);
  });

  it('that have one name are counted once', async () => {
    const { sentences, rows } = await jobOf(
      'same.zip',
      many(() => 'RUN/0_A1/1/1SLin/acqu'),
    );
    expect(sentences).toEqual(['This folder has an acqu but no fid: the intensities are missing.']);
    expect(rows).toHaveLength(1);
  });
});

describe('names in an archive', () => {
  it.each([
    ['../../../etc/0_A1/1/1SLin/fid', 'etc/0_A1/1/1SLin/fid'],
    ['/root/.ssh/0_A1/1/1SLin/fid', 'root/.ssh/0_A1/1/1SLin/fid'],
    ['C:\\Windows\\0_A1\\1\\1SLin\\fid', 'Windows/0_A1/1/1SLin/fid'],
    ['\\\\?\\C:\\0_A1\\1\\1SLin\\fid', '?/C:/0_A1/1/1SLin/fid'],
    ['a/../../0_A1/./1//1SLin/fid', '0_A1/1/1SLin/fid'],
  ])('%s never leave the list', async (name, shown) => {
    for (const [path, bytes] of [
      ['run.zip', writeZip([{ name, data: 'abc' }])],
      ['run.tar', writeTar([{ name, data: 'abc' }])],
    ] as const) {
      expect((await jobOf(path, bytes)).rows.map(([of]) => of)).toEqual([shown]);
    }
  });

  it('that are longer than any computer allows are left out, which is reported', async () => {
    const long = `${'folder/'.repeat(1000)}fid`;
    for (const bytes of [
      writeZip([{ name: long, data: '' }]),
      writeTar([{ name: 'x', longName: long }]),
    ]) {
      const { sentences, rows } = await jobOf('long.bin', bytes);
      expect(sentences[0]).toBe(
        'long.bin has a file with a path of more than 4096 characters, which no computer can have. ' +
          'The first begins with folder/folder/folder/folder/folder/folder/folder/folder/fold.',
      );
      expect(rows).toEqual([]);
    }
  });

  it('that contain a zero byte are kept, and empty names are ignored', async () => {
    const files = [
      { name: 'RUN\u0000/0_A1/1/1SLin/fid', data: 'abc' },
      { name: '', data: 'nameless' },
      { name: '////', data: 'only slashes' },
    ];
    const { rows } = await jobOf('run.zip', writeZip(files));
    expect(rows.map(([of]) => of)).toEqual(['RUN\u0000/0_A1/1/1SLin/fid']);
  });
});

describe('the claims of an archive', () => {
  it('are not trusted: a false claim about one file loses that file only', async () => {
    const files: ZipFile[] = [
      { name: 'a/fid', data: 'abc', zip64: true, stated: { size: 2 ** 53 } },
      { name: 'b/fid', data: 'abc', zip64: true, stated: { compressedSize: 2 ** 53 } },
      { name: 'c/fid', data: 'abc', zip64: true, stated: { localHeader: 2 ** 53 } },
      { name: 'd/fid', data: 'abcd' },
    ];
    const { rows } = await jobOf('lie.zip', writeZip(files, { zip64End: true }));
    expect(rows).toEqual([
      ['a/fid', 'a/fid is 9.0 PB; a single file may be 8.4 MB at most.'],
      ['b/fid', 'b/fid is cut off: its archive could not be read to the end of it.'],
      ['c/fid', 'c/fid is cut off: its archive could not be read to the end of it.'],
      ['d/fid', 'Beside this fid stands no acqu and no acqus, so its masses cannot be computed.'],
    ]);
  });

  it('of a file of 8 GB in a tar that does not contain it are reported as a cut', async () => {
    const bytes = writeTar([
      { name: 'RUN/0_A1/1/1SLin/fid', base256: true, statedSize: 2 ** 33, layout: 'gnu' },
    ]);
    const { sentences, rows } = await jobOf('huge.tar', bytes);
    expect(sentences[0]).toContain(
      'huge.tar ends in the middle of a file, as after a copy or download that was broken off. One file was found until there.',
    );
    expect(rows[0]![1]).toBe(
      'RUN/0_A1/1/1SLin/fid is 8.6 GB; a single file may be 8.4 MB at most.',
    );
  });
});

describe('a refused archive beside a sound run', () => {
  const spots = ['A1', 'B1', 'C1'].map((at, i) => ({ spot: at, fid: tinyCounts('alpha', i + 1) }));
  const sound = () => buildRun({ spots });
  const refused = refusedInputs().map((input) => [input.name, input] as const);

  it.each(refused)('%s does not affect the run, before or after it', async (_, one) => {
    const { name, bytes, sentence } = one;
    const bad = { path: name, blob: new Blob([bytes]) };
    const alone = await run([zipOf(sound())]);
    const forms = [[zipOf(sound())], [tarGzOf(sound())], folderOf(sound())];
    for (const files of forms.flatMap((form) => [
      [bad, ...form],
      [...form, bad],
    ])) {
      const { summary, spectra, failure } = await run(files);
      expect(failure).toBeNull();
      const told = summary?.problems.map(({ message }) => inEnglish(message)) ?? [];
      expect(told.filter((message) => message.includes(sentence))).toHaveLength(1);
      const own = spectra.filter(({ path }) => !path.startsWith(`${name}/`));
      expect(own.map((row) => [row.status, row.name])).toEqual(
        alone.spectra.map((row) => [row.status, row.name]),
      );
      expect(own.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
    }
  });

  it('does not affect the run when there are four of them around it', async () => {
    const inputs = refusedInputs().map(({ name, bytes }) => ({
      path: name,
      blob: new Blob([bytes]),
    }));
    const { summary, spectra } = await run([
      ...inputs.slice(0, 2),
      zipOf(sound()),
      ...inputs.slice(2),
    ]);
    expect(spectra.filter(({ path }) => path.startsWith('run.zip/'))).toHaveLength(3);
    const told = summary!.problems.map(({ message }) => inEnglish(message)).join('\n');
    for (const { sentence } of refusedInputs()) expect(told).toContain(sentence);
  });
});

describe('a sound archive among damaged ones', () => {
  it('is read as usual', async () => {
    const { summary } = await run([
      { path: 'noise.zip', blob: new Blob([utf8('PK\u0003\u0004 and then nothing')]) },
      zipOf(buildRun({ spots: [{ spot: 'A1' }] })),
    ]);
    expect(summary).toMatchObject({ ok: 1, failed: 0 });
    expect(summary?.problems.map(({ kind }) => kind)).toEqual(['zip-truncated']);
  });
});
