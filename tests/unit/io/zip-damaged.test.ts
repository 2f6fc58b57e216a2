import { describe, expect, it } from 'vitest';
import { utf8, writeZip, type ZipFile } from '../../builders/archives';
import { file, list, sentences, texts } from './listing';

/** Returns text that can hardly be compressed, so that each entry is about as long as its text. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0x5c + (state >>> 27);
  });
}

const files: ZipFile[] = [1, 2, 3, 4].flatMap((spot) => [
  { name: `RUN/0_A${spot}/1/1SLin/fid`, data: noise(5000, spot) },
  { name: `RUN/0_A${spot}/1/1SLin/acqu`, data: `##$TD= ${spot}` },
  { name: `RUN/0_A${spot}/1/1SLin/pdata/1/1r`, data: noise(3000, spot + 10) },
]);

async function read(bytes: Uint8Array<ArrayBuffer>) {
  const listing = await list([file('run.zip', bytes)]);
  const contents = await texts(listing);
  const sound = Object.keys(contents).filter((path) => !contents[path]!.startsWith('['));
  return { listing, contents, sound, sentences: sentences(listing) };
}

/** Returns the positions of the signatures `PK\3\4` of the local headers. */
function localHeaders(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3) found.push(at);
  }
  return found;
}

describe.each([undefined, 'signed', 'bare', 'wide'] as const)(
  'a zip that lost its end (descriptors: %s)',
  (descriptor) => {
    const written = files.map((one) => (descriptor === undefined ? one : { ...one, descriptor }));
    const whole = writeZip(written);
    const headers = localHeaders(whole);

    it('gives all files when only its central directory is lost', async () => {
      const directory = whole.length - 22 - 8 * 100;
      const result = await read(whole.slice(0, directory));
      expect(result.sound.length).toBe(8);
      expect(result.sentences['zip-truncated']).toBe(
        'run.zip ends before its table of contents, as after a copy or download that was broken off. 8 files could be saved from it.',
      );
    });

    it('gives what came before the cut, and a row for the file that was cut', async () => {
      // The cut is in the middle of the third spectrum's fid.
      const result = await read(whole.slice(0, headers[6]! + 2000));
      expect(result.sound).toEqual([
        'RUN/0_A1/1/1SLin/fid',
        'RUN/0_A1/1/1SLin/acqu',
        'RUN/0_A2/1/1SLin/fid',
        'RUN/0_A2/1/1SLin/acqu',
      ]);
      expect(result.contents['RUN/0_A3/1/1SLin/fid']).toBe('[entry-cut-off]');
      expect(Object.keys(result.sentences)).toEqual(['zip-truncated']);
      expect(result.sentences['zip-truncated']).toContain('4 files could be saved');
    });

    it('reports that nothing can be recovered', async () => {
      const result = await read(whole.slice(0, 20));
      expect(result.sound).toEqual([]);
      expect(result.sentences['zip-truncated']).toContain('Nothing could be saved from it.');
    });
  },
);

describe('a damaged zip', () => {
  const whole = writeZip(files);

  it('loses only the file whose bytes are damaged', async () => {
    const bytes = whole.slice();
    bytes[localHeaders(bytes)[3]! + 1000]! ^= 0xff;
    const { contents, listing } = await read(bytes);
    expect(contents['RUN/0_A2/1/1SLin/fid']).toBe('[entry-damaged]');
    expect(Object.values(contents).filter((text) => text.startsWith('[')).length).toBe(1);
    expect(listing.problems).toEqual([]);
  });

  it('with a damaged central directory is read by its local headers', async () => {
    const bytes = whole.slice();
    const directory = bytes.length - 22 - 12;
    bytes.fill(0, directory - 200, directory);
    const result = await read(bytes);
    expect(result.sound.length).toBe(8);
    expect(result.sentences['zip-directory-damaged']).toBe(
      'run.zip has a damaged table of contents. 8 files could be saved from it.',
    );
  });

  it('that lacks bytes in its middle keeps the complete files', async () => {
    const cut = localHeaders(whole)[3]! + 700;
    const bytes = Uint8Array.from([...whole.subarray(0, cut), ...whole.subarray(cut + 1000)]);
    const result = await read(bytes);
    expect(result.sound.length).toBeGreaterThanOrEqual(6);
    expect(result.contents['RUN/0_A2/1/1SLin/fid']).toBe('[entry-damaged]');
    expect(result.sentences['zip-bytes-missing']).toMatch(/lacks bytes that its table of contents/);
  });

  it('that ends in a stored archive inside it is not mistaken for that archive', async () => {
    const inner = writeZip([{ name: 'inner/fid', data: 'inner' }]);
    const outer = writeZip([
      { name: 'outer/fid', data: 'outer' },
      { name: 'inner.zip', data: inner, stored: true },
    ]);
    const innerEnd = localHeaders(outer)[1]! + 30 + 'inner.zip'.length + inner.length;
    const result = await read(outer.slice(0, innerEnd));
    expect(result.contents).toEqual({ 'outer/fid': 'outer' });
    expect(Object.keys(result.sentences)).toEqual(['zip-truncated', 'archive-in-archive']);
  });
});

describe('a hostile zip', () => {
  it('may state any number of entries', async () => {
    for (const entries of [0xfffe, 1]) {
      const result = await read(writeZip(files, { entries }));
      expect(result.sound.length).toBe(8);
      expect(Object.keys(result.sentences)).toEqual(['zip-directory-damaged']);
    }
    const huge = writeZip(files, { entries: 2 ** 52, zip64End: true });
    expect((await read(huge)).sound.length).toBe(8);
  });

  it('whose files share their bytes gives only the first', async () => {
    const bytes = writeZip([
      { name: 'a/fid', data: noise(5000, 1) },
      { name: 'b/fid', data: noise(10, 2), stated: { localHeader: 0 } },
      { name: 'c/fid', data: noise(10, 2), stated: { localHeader: 40 } },
    ]);
    const { contents, sentences: said } = await read(bytes);
    expect(contents['b/fid']).toBe('[zip-inconsistent]');
    expect(contents['c/fid']).toBe('[zip-inconsistent]');
    expect(contents['a/fid']!.length).toBe(5000);
    expect(said['zip-inconsistent']).toBe(
      'run.zip has 2 files that cannot be read. The first: b/fid shares its bytes with another file of the archive, as no ordinary program packs it.',
    );
  });

  it.each([
    ['more than there is', { size: 100_000 }],
    ['less than there is', { size: 10 }],
    ['none', { size: 0 }],
  ])('that states %s is detected file by file', async (_, stated) => {
    const bytes = writeZip([
      { name: 'a/fid', data: 'x'.repeat(50_000), stated },
      { name: 'b/fid', data: 'sound' },
    ]);
    expect((await read(bytes)).contents).toEqual({ 'a/fid': '[entry-damaged]', 'b/fid': 'sound' });
  });

  it.each([
    ['a local header elsewhere', { localHeader: 50 }, 'entry-damaged'],
    ['the local header of another', { localHeader: 0 }, 'zip-inconsistent'],
    ['a local header behind the end', { localHeader: 1_000_000 }, 'entry-cut-off'],
    ['another checksum', { crc32: 1 }, 'entry-damaged'],
    ['no compressed bytes', { compressedSize: 0 }, 'entry-damaged'],
    ['more compressed bytes than the archive', { compressedSize: 1_000_000 }, 'entry-cut-off'],
  ])('that states %s is detected', async (_, stated, kind) => {
    const bytes = writeZip([
      { name: 'b/fid', data: 'sound' },
      { name: 'a/fid', data: 'x'.repeat(50_000), stated },
    ]);
    expect((await read(bytes)).contents).toEqual({ 'a/fid': `[${kind}]`, 'b/fid': 'sound' });
  });

  it('with two different sizes of a stored file is detected', async () => {
    const bytes = writeZip([{ name: 'a/fid', data: 'xyz', stored: true, stated: { size: 5 } }]);
    expect((await read(bytes)).sentences['zip-inconsistent']).toBe(
      'a/fid has two different sizes in the archive, 3 and 5 bytes.',
    );
  });

  it('with two files of one name gives the first, and reports it if they differ', async () => {
    const bytes = writeZip([
      { name: 'a/fid', data: 'first' },
      { name: 'a\\fid', data: 'second' },
      { name: 'b/fid', data: 'same' },
      { name: './b/fid', data: 'same' },
    ]);
    const { contents, sentences: said } = await read(bytes);
    expect(contents).toEqual({ 'a/fid': 'first', 'b/fid': 'same' });
    expect(said).toEqual({
      'duplicate-path': 'run.zip has a/fid more than once; the first was read.',
    });
  });
});

describe('a zip that cannot be read because it', () => {
  it('is encrypted has a row for each file, and one problem', async () => {
    const bytes = writeZip([
      { name: 'a/fid', data: 'secret', flags: 1 },
      { name: 'b/fid', data: 'open' },
      { name: 'c/fid', data: 'secret', method: 99 },
    ]);
    const { listing, contents } = await read(bytes);
    expect(contents).toEqual({
      'a/fid': '[zip-encrypted]',
      'b/fid': 'open',
      'c/fid': '[zip-encrypted]',
    });
    expect(listing.problems).toEqual([
      {
        kind: 'zip-encrypted',
        message:
          'run.zip has 2 files that cannot be read. The first: a/fid is encrypted with a password.',
        cure: 'Unpack the archive with its password and drop the folder.',
        path: 'a/fid',
      },
    ]);
  });

  it.each([
    [9, 'Deflate64'],
    [12, 'bzip2'],
    [14, 'LZMA'],
    [93, 'Zstandard'],
    [200, 'an unknown method (200)'],
  ])('is compressed by method %d', async (method, name) => {
    const { contents, sentences: said } = await read(
      writeZip([
        { name: 'a/fid', data: 'x', method },
        { name: 'b/fid', data: 'sound' },
      ]),
    );
    expect(contents).toEqual({ 'a/fid': '[zip-method]', 'b/fid': 'sound' });
    expect(said['zip-method']).toBe(`a/fid is compressed with ${name}, which is not read here.`);
  });

  it('is the last part of several', async () => {
    const { sentences: said } = await read(writeZip(files, { disk: 2 }));
    expect(said['zip-multi-disk']).toBe(
      'run.zip is the last part of a zip archive that was split over several files.',
    );
  });

  it('is empty', async () => {
    const { sentences: said } = await read(writeZip([], { prefix: utf8('') }));
    expect(said['archive-zip-empty']).toBe('run.zip is a zip archive with nothing in it.');
    const folders = await read(writeZip([{ name: 'a/', data: '', stored: true }]));
    expect(folders.sentences['archive-empty']).toBe('run.zip is an archive with no files in it.');
  });
});
