import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { EntryEvent } from '../../../src/io/entry-event';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { listEntries } from '../../../src/io/list-entries';
import { concat, utf8, writeTar, writeZip } from '../../builders/archives';
import { file, isWanted, list, sentences, texts } from './listing';
import { inEnglish } from '../../../src/words/in-words';
import { spoken } from '../../builders/spoken';

const zip = writeZip([
  { name: 'RUN/0_A1/fid', data: 'zipped' },
  { name: 'sample_sheet.tsv', data: 'sheet' },
]);
const tar = writeTar([{ name: 'RUN/0_A1/fid', data: 'tarred' }]);

describe('a drop', () => {
  it('of several archives and loose files distinguishes them by source', async () => {
    const listing = await list([
      file('a.zip', zip),
      file('FOLDER/0_A1/fid', 'loose'),
      file('b.tgz', gzipSync(tar)),
      file('FOLDER/0_A1/acqu', 'loose too'),
      file('sub/c.tar', tar),
    ]);
    expect(listing.entries.map(({ source, path }) => [source, path])).toEqual([
      [0, 'RUN/0_A1/fid'],
      [0, 'sample_sheet.tsv'],
      [1, 'FOLDER/0_A1/fid'],
      [2, 'RUN/0_A1/fid'],
      [1, 'FOLDER/0_A1/acqu'],
      [3, 'RUN/0_A1/fid'],
    ]);
    expect(listing.listed.map(({ source, path, wanted }) => [source, path, wanted])).toEqual([
      [0, 'a.zip', 2],
      [2, 'b.tgz', 1],
      [3, 'sub/c.tar', 1],
      [1, null, 2],
    ]);
    expect(listing.problems).toEqual([]);
  });

  it('is recognised by its bytes, whatever its name is', async () => {
    const listing = await list([
      file('one.txt', zip),
      file('two', gzipSync(tar)),
      file('three.zip', tar),
      file('fid', zip),
    ]);
    expect(listing.entries.map(({ source }) => source)).toEqual([0, 0, 1, 2, 3, 3]);
    expect(listing.problems).toEqual([]);
  });

  it('of a folder reports what was found instead', async () => {
    const listing = await list([
      file('Documents/letter.docx.bak', 'x'),
      file('Documents/fid-list.csv', 'x'),
      file('Documents/.DS_Store', 'x'),
      file('Documents/a.pdf', 'x'),
      file('Documents/b.pdf', 'x'),
      file('Documents/c.pdf', 'x'),
      file('Documents/d.pdf', 'x'),
    ]);
    expect(listing.events).toEqual([
      {
        kind: 'listed',
        source: 0,
        path: null,
        files: 6,
        wanted: 0,
        others: [
          'Documents/letter.docx.bak',
          'Documents/fid-list.csv',
          'Documents/a.pdf',
          'Documents/b.pdf',
          'Documents/c.pdf',
        ],
      },
    ]);
  });

  it('of nothing yields no event', async () => {
    expect((await list([])).events).toEqual([]);
    expect((await list([file('.DS_Store', 'x'), file('..', 'x')])).events).toEqual([]);
  });

  it('with the same loose file twice yields it once, and reports this', async () => {
    const listing = await list([file('RUN/fid', 'one'), file('RUN/fid', 'two')]);
    expect(await texts(listing)).toEqual({ 'RUN/fid': 'one' });
    expect(sentences(listing)['duplicate-path']).toBe(
      'The drop has RUN/fid more than once; the first was read.',
    );
  });
});

describe('inputs that are not read are reported', () => {
  const head = (...bytes: number[]) => concat([Uint8Array.from(bytes), new Uint8Array(600)]);
  it.each([
    [
      'run.7z',
      head(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
      'archive-7z',
      'is a 7-Zip archive, which is not read here.',
    ],
    [
      'run.zip',
      head(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1),
      'archive-rar',
      'is a RAR archive, which is not read here.',
    ],
    [
      'run.tar.bz2',
      concat([utf8('BZh91AY&SY'), new Uint8Array(90)]),
      'archive-bzip2',
      'is compressed with bzip2, which is not read here.',
    ],
    [
      'run.tar.xz',
      head(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0),
      'archive-xz',
      'is compressed with xz, which is not read here.',
    ],
    [
      'run.tar.zst',
      head(0x28, 0xb5, 0x2f, 0xfd),
      'archive-zstd',
      'is compressed with Zstandard, which is not read here.',
    ],
    [
      'run.z01',
      head(0x50, 0x4b, 7, 8),
      'archive-zip-part',
      'is one part of a zip archive that was split over several files.',
    ],
    [
      'run.zip',
      utf8('<html>Please log in</html>'),
      'archive-unknown',
      'is named like an archive, but its bytes are not those of one.',
    ],
    ['run.tar.gz', new Uint8Array(0), 'archive-unknown', 'is empty: it has no bytes at all.'],
  ])('%s', async (path, bytes, kind, sentence) => {
    const listing = await list([file(path, bytes), file('RUN/fid', 'sound')]);
    const [problem] = listing.problems;
    expect(problem).toMatchObject({ kind, message: `${path} ${sentence}`, path });
    expect(spoken(problem!.cure)).not.toBe('');
    expect(await texts(listing)).toEqual({ 'RUN/fid': 'sound' });
  });

  it.each(['zip', 'tar', 'tgz'])('a zip inside a .%s', async (outer) => {
    const files = [
      { name: 'RUN/fid', data: 'sound' },
      { name: 'inner.zip', data: zip },
      { name: 'other/inner.tar.gz', data: zip },
    ];
    const bytes = outer === 'zip' ? writeZip(files) : writeTar(files);
    const packed = outer === 'tgz' ? gzipSync(bytes) : bytes;
    const listing = await list([file(`run.${outer}`, packed)]);
    expect(listing.problems).toEqual([
      {
        kind: 'archive-in-archive',
        message: `run.${outer} holds 2 other archives, which were not opened. The first is inner.zip.`,
        cure: `Unpack run.${outer} and drop what was in it.`,
        path: `run.${outer}`,
      },
    ]);
    expect(await texts(listing)).toEqual({ 'RUN/fid': 'sound' });
  });

  it('a workbook that is not a sample sheet', async () => {
    const workbook = writeZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
    ]);
    const listing = await list([file('sample_sheet.xlsx', workbook)]);
    expect(sentences(listing)).toEqual({
      'format-office': 'sample_sheet.xlsx is an Office document, not an archive of spectra.',
    });
  });

  it('formats of other instruments, by name, once each', async () => {
    const listing = await list([
      file('a/one.imzML', 'x'),
      file('a/one.ibd', 'x'),
      file('a/x.d/analysis.tdf', 'x'),
      file('a/x.d/analysis.tdf_bin', 'x'),
      file('a/plate.run', 'x'),
      file('a/two.raw', 'x'),
      file('a/three.raw', 'x'),
      file('a/fid', 'sound'),
    ]);
    expect(sentences(listing)).toEqual({
      'format-imzml':
        'a/one.imzML (and 1 more) is imzML, mass spectrometry imaging: not a spectrum of one isolate, and not read here.',
      'format-d':
        'a/x.d is a .d folder (Bruker timsTOF, microTOF or Agilent), which is not a Biotyper flex folder and not read here.',
      'format-run':
        'a/plate.run is an instrument maker’s .run file, which only its own software reads.',
      'format-raw':
        'a/two.raw (and 1 more) is an instrument maker’s RAW format (Thermo or Waters), which is not read here.',
    });
    // msconvert of ProteoWizard reads neither imzML nor .run.
    const byMsconvert = listing.problems.filter(({ cure }) =>
      inEnglish(cure).includes('msconvert'),
    );
    expect(byMsconvert.map(({ kind }) => kind)).toEqual(['format-d', 'format-raw']);
    expect(listing.problems.every(({ cure }) => /export|convert/i.test(inEnglish(cure)))).toBe(
      true,
    );
    expect(await texts(listing)).toEqual({ 'a/fid': 'sound' });
  });

  it('a processed spectrum without its fid', async () => {
    const processed = { name: 'S/0_A1/1/1SLin/pdata/1/1r', data: 'x' };
    const listing = await list([file('run.zip', writeZip([processed]))]);
    expect(sentences(listing)['processed-only']).toBe(
      'S/0_A1/1/1SLin/pdata/1/1r is a spectrum that flexAnalysis has processed; the fid, which is the spectrum as it was recorded, is not there.',
    );
    const whole = [processed, { name: 'S/0_A1/1/1SLin/fid', data: 'x' }];
    expect(sentences(await list([file('run.zip', writeZip(whole))]))).toEqual({});
  });

  it('formats of other instruments, by their bytes, and in archives', async () => {
    const thermo = concat([Uint8Array.of(1, 0xa1), utf8('F\0i\0n\0n\0i\0g\0a\0n\0')]);
    const imzml = '<mzML><cvList><cv id="IMS" URI=""/></cvList></mzML>';
    const listing = await list([
      file('measurement', thermo),
      file('image.txt', imzml),
      file('image.gz', gzipSync(imzml)),
    ]);
    expect(Object.keys(sentences(listing))).toEqual(['format-raw', 'format-imzml']);
    expect(listing.entries).toEqual([]);
    const inZip = await list([file('run.zip', writeZip([{ name: 'a.imzML', data: imzml }]))]);
    expect(Object.keys(sentences(inZip))).toEqual(['format-imzml']);
  });

  it('a file that no longer exists', async () => {
    const gone = new Blob([zip]);
    const refuse = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    Object.assign(gone, { slice: () => ({ arrayBuffer: refuse }) });
    const listing = await list([{ path: 'gone.zip', blob: gone }, file('RUN/fid', 'sound')]);
    expect(sentences(listing)['file-unreadable']).toBe(
      'gone.zip could not be read: it was changed, moved or deleted since it was chosen, or may not be read.',
    );
    expect(await texts(listing)).toEqual({ 'RUN/fid': 'sound' });
  });

  it('a file that disappears while its archive is listed', async () => {
    const going = new Blob([zip]);
    let reads = 0;
    const slice = going.slice.bind(going);
    Object.assign(going, {
      slice: (start: number, end: number) => {
        reads += 1;
        if (reads > 2) throw new DOMException('gone', 'NotReadableError');
        return slice(start, end);
      },
    });
    const listing = await list([{ path: 'going.zip', blob: going }]);
    expect(Object.keys(sentences(listing))).toEqual(['file-unreadable']);
    expect(listing.listed.map(({ path }) => path)).toEqual(['going.zip']);
  });
});

describe('limits', () => {
  const files = Array.from({ length: 10 }, (_, i) => ({ name: `${i}/fid`, data: 'x'.repeat(1e5) }));
  const many = writeZip(files);

  it.each([
    ['zip', many, ['0/fid', '1/fid', '2/fid']],
    ['tar.gz', gzipSync(writeTar(files)), ['0/fid', '1/fid', '2/fid', '3/fid']],
  ])('of all bytes stop a %s and keep what was listed', async (_, bytes, kept) => {
    const inputs = [file('run', bytes), file('RUN/fid', 'another input')];
    const listing = await list(inputs, { totalBytes: 350_000 });
    expect(sentences(listing)['limit-total-bytes']).toMatch(
      /^run has more than 350 kB to unpack, the most that is read at once\./,
    );
    expect(listing.entries.map(({ path }) => path)).toEqual([...kept, 'RUN/fid']);
    expect(listing.listed.length).toBe(2);
  });

  it('of files stop an input and keep what was listed', async () => {
    const listing = await list([file('run.zip', many), file('RUN/fid', 'x')], { entries: 4 });
    expect(listing.entries.length).toBe(5);
    expect(sentences(listing)).toEqual({
      'limit-entries': 'run.zip has more than 4 files, the most that is listed at once.',
    });
    const folder = await list(
      [1, 2, 3, 4].map((i) => file(`RUN/${i}/fid`, 'x')),
      { entries: 2 },
    );
    expect(folder.entries.length).toBe(2);
    expect(folder.problems.map(({ kind, message }) => [kind, message])).toEqual([
      ['limit-entries', 'The drop has more than 2 files, the most that is listed at once.'],
    ]);
  });

  it('of one file exclude that file', async () => {
    const files = [
      { name: 'a/fid', data: 'x'.repeat(3000) },
      { name: 'b/fid', data: 'small' },
    ];
    for (const input of [
      file('run.zip', writeZip(files)),
      file('run.tar', writeTar(files)),
      file('run.tgz', gzipSync(writeTar(files))),
    ]) {
      const listing = await list([input], { entryBytes: 2000 });
      expect(await texts(listing)).toEqual({ 'a/fid': '[limit-entry-bytes]', 'b/fid': 'small' });
      expect(sentences(listing)['limit-entry-bytes']).toBe(
        'a/fid is 3.0 kB; a single file may be 2.0 kB at most.',
      );
    }
  });

  it('of the ratio stop an archive bomb', async () => {
    const limits = { ratio: 20, ratioFromBytes: 10_000 };
    const files = Array.from({ length: 10 }, (_, i) => ({
      name: `${i}/fid`,
      data: new Uint8Array(1e5),
    }));
    for (const bytes of [writeZip(files), gzipSync(writeTar(files))]) {
      const listing = await list([file('bomb', bytes)], limits);
      expect(listing.entries.length).toBeLessThan(10);
      expect(sentences(listing)['limit-ratio']).toMatch(
        /^bomb unpacks to more than 20 times its size, as no archive of spectra does\./,
      );
    }
  });
});

describe('a refused input', () => {
  const limits = { ratio: 20, ratioFromBytes: 10_000, totalBytes: 2e6, entries: 40 };
  const zeros = Array.from({ length: 10 }, (_, i) => ({
    name: `${i}/fid`,
    data: new Uint8Array(1e5),
  }));
  const manyFiles = Array.from({ length: 50 }, (_, i) => ({ name: `${i}/fid`, data: 'x' }));
  const run = writeZip(
    Array.from({ length: 20 }, (_, i) => ({ name: `RUN/${i}/fid`, data: `${i}` })),
  );
  const refused: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
    ['bomb.zip', writeZip(zeros)],
    ['bomb.tar.gz', gzipSync(writeTar(zeros))],
    ['many.zip', writeZip(manyFiles)],
    ['many.tar', writeTar(manyFiles)],
    ['text.zip', new TextEncoder().encode('no archive at all')],
    ['empty.tgz', new Uint8Array(0)],
    ['cut.tar.gz', gzipSync(writeTar(manyFiles)).subarray(0, 100)],
    ['whole.7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
  ];

  it('is named, and does not affect any other input, in any order', async () => {
    const inputs = [...refused, ['run.zip', run] as const].map(([name, bytes]) =>
      file(name, bytes),
    );
    const orders = inputs.map((_, first) => [...inputs.slice(first), ...inputs.slice(0, first)]);
    for (const order of [...orders, inputs.toReversed()]) {
      const listing = await list(order, limits);
      const source = order.filter(({ path }) => !/^(text|empty|whole)/.test(path));
      const at = source.findIndex(({ path }) => path === 'run.zip');
      const own = listing.entries.filter((entry) => entry.source === at);
      expect(own.map(({ path }) => path).sort()).toEqual(
        Array.from({ length: 20 }, (_, i) => `RUN/${i}/fid`).sort(),
      );
      const told = listing.problems.map(({ message }) => inEnglish(message)).join(' ');
      for (const [name] of refused) expect(told).toContain(name);
      expect(told).not.toContain('run.zip');
    }
  });
});

describe('cancelling', () => {
  it.each([
    [
      'a zip',
      file(
        'run.zip',
        writeZip(Array.from({ length: 50 }, (_, i) => ({ name: `${i}/fid`, data: 'x' }))),
      ),
    ],
    [
      'a tar.gz',
      file(
        'run.tgz',
        gzipSync(writeTar(Array.from({ length: 50 }, (_, i) => ({ name: `${i}/fid`, data: 'x' })))),
      ),
    ],
  ])('ends the listing of %s without further events', async (_, input) => {
    const abort = new AbortController();
    const events: EntryEvent[] = [];
    const options = { wanted: isWanted, limits: DEFAULT_IO_LIMITS, signal: abort.signal };
    for await (const event of listEntries([input, file('RUN/fid', 'x')], options)) {
      events.push(event);
      if (event.kind === 'entry') abort.abort();
    }
    expect(events.map(({ kind }) => kind)).toEqual(['archive', 'entry']);
  });

  it('stops in the middle of a large file as well', async () => {
    const large = { name: 'RUN/1r', data: new Uint8Array(30e6) };
    const blob = new Blob([gzipSync(writeTar([large]), { level: 0 })]);
    const slice = blob.slice.bind(blob);
    let reads = 0;
    const counted = (start: number, end: number) => {
      reads += 1;
      return slice(start, end);
    };
    Object.assign(blob, { slice: counted });
    const abort = new AbortController();
    const options = { wanted: isWanted, limits: DEFAULT_IO_LIMITS, signal: abort.signal };
    const kinds: string[] = [];
    for await (const event of listEntries([{ path: 'run.tgz', blob }], options)) {
      kinds.push(event.kind);
      abort.abort();
    }
    expect(kinds).toEqual(['archive']);
    // There was one read to recognise the file, and one slice of its eight.
    expect(reads).toBe(2);
  });

  it('also happens when the loop is left', async () => {
    const stream = listEntries([file('run.tgz', gzipSync(tar))], {
      wanted: isWanted,
      limits: DEFAULT_IO_LIMITS,
    });
    await stream.next();
    await stream.next();
    expect(await stream.return()).toEqual({ done: true, value: undefined });
  });
});
