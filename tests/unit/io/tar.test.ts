import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { concat, utf8, writeTar, writeTarMember, type TarFile } from '../../builders/archives';
import { file, list, sentences, texts } from './listing';

const packed = {
  'run.tar': (bytes: Uint8Array<ArrayBuffer>) => bytes,
  'run.tar.gz': (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(gzipSync(bytes)),
};
const LONG = `RUN/${'a very long folder name '.repeat(8)}/0_A1/1/1SLin/fid`;

describe.each(['run.tar', 'run.tar.gz'] as const)('%s', (path) => {
  async function read(bytes: Uint8Array<ArrayBuffer>) {
    const listing = await list([file(path, packed[path](bytes))]);
    return { listing, contents: await texts(listing), sentences: sentences(listing) };
  }

  const cases: [string, TarFile, string][] = [
    ['an old (V7) header', { name: 'a/fid', layout: 'v7' }, 'a/fid'],
    ['a ustar prefix', { name: '1SLin/fid', prefix: 'RUN/0_A1' }, 'RUN/0_A1/1SLin/fid'],
    ['a GNU header, whose prefix is none', { name: 'fid', prefix: '7', layout: 'gnu' }, 'fid'],
    ['a GNU long name', { name: 'RUN/a very', longName: LONG, layout: 'gnu' }, LONG],
    ['a pax path', { name: 'RUN/a very', pax: { path: LONG } }, LONG],
    ['a base-256 size', { name: 'a/fid', base256: true, layout: 'gnu' }, 'a/fid'],
    ['a pax size', { name: 'a/fid', statedSize: 0, pax: { size: '5' } }, 'a/fid'],
    ['a contiguous file', { name: 'a/fid', type: '7' }, 'a/fid'],
    ['a type of zero', { name: 'a/fid', type: '\0' }, 'a/fid'],
    ['a UTF-8 pax path', { name: '_', pax: { path: "Île d'Yeu/α #1/fid" } }, "Île d'Yeu/α #1/fid"],
    ['a UTF-8 name', { name: "Île d'Yeu/α #1/fid" }, "Île d'Yeu/α #1/fid"],
    ['a name of code page 437', { name: Uint8Array.of(0x8c, 0x2f, 0x66, 0x69, 0x64) }, 'î/fid'],
  ];
  it.each(cases)('reads %s', async (_, member, name) => {
    const bytes = writeTar([
      { name: 'RUN/', type: '5' },
      { ...member, data: 'bytes' },
      { name: 'last/fid', data: 'last' },
    ]);
    const { contents, listing } = await read(bytes);
    expect(contents).toEqual({ [name]: 'bytes', 'last/fid': 'last' });
    expect(listing.problems).toEqual([]);
    expect(listing.listed[0]).toMatchObject({ files: 2, wanted: 2 });
  });

  it('skips global records, devices and unwanted files', async () => {
    const bytes = writeTar([
      {
        name: 'pax_global_header',
        type: 'g',
        data: '52 comment=0123456789abcdef0123456789abcdef01234\n',
      },
      { name: 'a/1r', data: 'x'.repeat(100_000) },
      { name: 'a/fifo/fid', type: '6' },
      { name: 'a/._fid', data: 'twin' },
      { name: 'a/fid', data: 'bytes' },
    ]);
    const { contents, listing } = await read(bytes);
    expect(contents).toEqual({ 'a/fid': 'bytes' });
    expect(listing.listed[0]).toMatchObject({ files: 2, wanted: 1, others: ['a/1r'] });
  });

  it('gives a row for a link and for a sparse file, with what to do', async () => {
    const sparse = writeTarMember({ name: 'c/fid', type: 'S', layout: 'gnu', data: 'x' });
    sparse[482] = 1;
    sparse.set(utf8('        '), 148);
    const sum = sparse.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    sparse.set(utf8(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    const moreMap = new Uint8Array(512);
    const bytes = concat([
      writeTarMember({ name: 'a/fid', data: 'bytes' }),
      writeTarMember({ name: 'b/fid', type: '1', linkName: 'a/fid' }),
      sparse.subarray(0, 512),
      moreMap,
      sparse.subarray(512),
      writeTarMember({
        name: 'd',
        pax: { 'GNU.sparse.name': 'd/fid', 'GNU.sparse.major': '1' },
        data: 'x',
      }),
      writeTarMember({ name: 'e/fid', data: 'last' }),
      new Uint8Array(1024),
    ]);
    const { contents, sentences: said } = await read(bytes);
    expect(contents).toEqual({
      'a/fid': 'bytes',
      'b/fid': '[tar-link]',
      'c/fid': '[tar-sparse]',
      'd/fid': '[tar-sparse]',
      'e/fid': 'last',
    });
    expect(said['tar-link']).toBe(
      `${path} has 3 files that cannot be read. The first: b/fid is stored as a link to a/fid, without bytes of its own.`,
    );
  });

  it('shows the beginning of what a link leads to, however long it is', async () => {
    const link = { name: 'b/fid', type: '1', pax: { linkpath: 'x'.repeat(9_000) } } as const;
    const { sentences: said } = await read(concat([writeTarMember(link), new Uint8Array(1024)]));
    expect(said['tar-link']).toContain(`a link to ${'x'.repeat(200)}…, without bytes of its own.`);
  });

  it('continues after a damaged header, and reports that files may be missing', async () => {
    const damaged = writeTarMember({ name: 'b/fid', data: new Uint8Array(5000) });
    damaged[0]! ^= 0xff;
    const bytes = concat([
      writeTarMember({ name: 'a/fid', data: 'bytes' }),
      damaged,
      writeTarMember({ name: 'c/fid', data: 'last' }),
      new Uint8Array(1024),
    ]);
    const { contents, sentences: said } = await read(bytes);
    expect(contents).toEqual({ 'a/fid': 'bytes', 'c/fid': 'last' });
    expect(said['tar-damaged']).toBe(
      `${path} is damaged: 11 of its blocks are neither a header nor data of a file, and files may be missing. 2 files were found.`,
    );
  });

  it('keeps the first of two files with the same name', async () => {
    const bytes = writeTar([
      { name: 'a/fid', data: 'one' },
      { name: 'a/fid', data: 'two' },
    ]);
    const { contents, sentences: said } = await read(bytes);
    expect(contents).toEqual({ 'a/fid': 'one' });
    expect(Object.keys(said)).toEqual(['duplicate-path']);
  });

  it('gives all files without an end mark, and reports a doubt', async () => {
    const bytes = writeTar([{ name: 'a/fid', data: 'one' }], { endMark: false });
    const { contents, sentences: said } = await read(bytes);
    expect(contents).toEqual({ 'a/fid': 'one' });
    expect(said['tar-no-end']).toBe(
      `${path} has no end mark: it may have been broken off right after a file. One file was found.`,
    );
  });

  it('with only folders is empty', async () => {
    const { sentences: said } = await read(writeTar([{ name: 'a/', type: '5' }]));
    expect(said['archive-empty']).toBe(`${path} is an archive with no files in it.`);
  });

  it('refuses a header about a header that is larger than any real one', async () => {
    const listing = await list(
      [file(path, packed[path](writeTar([{ name: 'x', pax: { path: LONG }, data: 'one' }])))],
      { tarHeaderBytes: 100 },
    );
    expect(Object.keys(sentences(listing))).toEqual(['tar-damaged']);
  });

  it('keeps what came before a break, and reports it', async () => {
    const bytes = writeTar([
      { name: 'a/fid', data: 'x'.repeat(2000) },
      { name: 'b/fid', data: 'y'.repeat(2000) },
    ]);
    // The cut is in the middle of the second file.
    const { contents, sentences: said } = await read(bytes.slice(0, 2560 + 512 + 700));
    expect(contents).toEqual({ 'a/fid': 'x'.repeat(2000), 'b/fid': '[entry-cut-off]' });
    expect(said).toEqual({
      'tar-truncated': `${path} ends in the middle of a file, as after a copy or download that was broken off. 2 files were found until there.`,
    });
  });
});

describe('references into a plain tar', () => {
  it('are slices of it, and take no memory', async () => {
    const listing = await list([file('run.tar', writeTar([{ name: 'a/fid', data: 'bytes' }]))]);
    expect(listing.entries[0]!.data.kind).toBe('blob');
  });
});
