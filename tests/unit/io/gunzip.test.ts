import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../src/io/inflate/gunzip';
import { type GzipEnd, inflateMembers } from '../../../src/io/inflate/gzip-engines';
import type { OpenZlib } from '../../../src/io/inflate/zlib';
import { openNodeZlib } from '../../../scripts/headless/node-zlib';
import { concat, utf8, writeTar } from '../../builders/archives';
import { file, list, sentences, texts } from './listing';

/** Returns text that can be compressed moderately. */
function lines(count: number, seed = 1): Uint8Array<ArrayBuffer> {
  let state = seed;
  let text = '';
  for (let i = 0; i < count; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += `${i}\t${state % 997}\n`;
  }
  return utf8(text);
}

const data = lines(300_000);
const packed = new Uint8Array(gzipSync(data));

async function inflateAll(openZlib: OpenZlib | undefined, parts: readonly BlobPart[]) {
  const chunks: Uint8Array[] = [];
  const stream = gunzip(new Blob([...parts]), 'x.gz', () => null, openZlib);
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { bytes: concat(chunks), end: next.value?.kind ?? 'whole' };
    // The bytes are valid only until the next call.
    chunks.push(next.value.slice());
  }
}

/** The engines that inflate the first member. */
const INFLATERS: [string, OpenZlib | undefined][] = [
  ['zlib', openNodeZlib],
  ['the platform', undefined],
  ['the platform, where zlib cannot be had', () => Promise.resolve(null)],
];

/** Inflates without the platform's own engine, as some browsers require. */
async function inflateByMember(...parts: BlobPart[]) {
  const chunks: Uint8Array[] = [];
  const stream = inflateMembers(new Blob(parts));
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { bytes: concat(chunks), end: next.value };
    chunks.push(next.value.bytes);
  }
}

function isPrefix(part: Uint8Array, whole: Uint8Array): boolean {
  return isSame(part, whole.subarray(0, part.length));
}

/** Compares bytes. `toEqual` would take seconds for so many. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

describe.each(INFLATERS)('gunzip by %s', (_, openZlib) => {
  const inflate = (...parts: BlobPart[]) => inflateAll(openZlib, parts);

  it('inflates a whole file', async () => {
    const { bytes, end } = await inflate(packed);
    expect(end).toBe('whole');
    expect(isSame(bytes, data)).toBe(true);
  });

  it('keeps what came before the end of a truncated file', async () => {
    const { bytes, end } = await inflate(packed.slice(0, packed.length * 0.6));
    expect(end).toBe('gzip-truncated');
    expect(isPrefix(bytes, data)).toBe(true);
    expect(bytes.length).toBeGreaterThan(data.length * 0.55);
  });

  it('keeps what came before damage', async () => {
    const bad = packed.slice();
    const at = Math.floor(packed.length * 0.6);
    bad.fill(0xff, at, at + 50);
    const { bytes, end } = await inflate(bad);
    expect(end).toBe('gzip-damaged');
    expect(isPrefix(bytes.subarray(0, data.length * 0.55), data)).toBe(true);
    expect(bytes.length).toBeGreaterThan(data.length * 0.55);
  });

  it('reports a wrong checksum', async () => {
    const bad = packed.slice();
    bad[bad.length - 8]! ^= 1;
    const { bytes, end } = await inflate(bad);
    expect(end).toBe('gzip-damaged');
    expect(isSame(bytes, data)).toBe(true);
  });

  it('reads several members, and ignores padding', async () => {
    const twice = await inflate(packed, packed);
    expect(twice.end).toBe('whole');
    expect(isSame(twice.bytes, concat([data, data]))).toBe(true);
    const padded = await inflate(packed, new Uint8Array(1000));
    expect(padded.end).toBe('whole');
    expect(isSame(padded.bytes, data)).toBe(true);
    const junk = await inflate(packed, 'something else');
    expect(junk.end).toBe('whole');
    expect(isSame(junk.bytes, data)).toBe(true);
  });

  it('stops when its guard requires it', async () => {
    const stop = { kind: 'limit', message: 'Enough.', cure: 'None.' };
    const guard = (_: number, all: number) => (all > 1e6 ? stop : null);
    const stream = gunzip(new Blob([packed]), 'x.gz', guard, openZlib);
    let all = 0;
    let next = await stream.next();
    while (next.done !== true) {
      all += next.value.length;
      next = await stream.next();
    }
    expect(next.value).toEqual(stop);
    expect(all).toBeLessThanOrEqual(1e6);
  });

  it('can be ended in the middle', async () => {
    const stream = gunzip(new Blob([packed]), 'x.gz', () => null, openZlib);
    expect((await stream.next()).done).toBe(false);
    expect(await stream.return(null)).toEqual({ done: true, value: null });
  });
});

describe('inflateMembers', () => {
  const cases: [string, BlobPart[], GzipEnd, number][] = [
    ['one member', [packed], 'whole', data.length],
    ['two members', [packed, packed], 'whole', 2 * data.length],
    ['padding', [packed, new Uint8Array(1000)], 'whole', data.length],
    ['two bytes of padding', [packed, new Uint8Array(2)], 'whole', data.length],
    ['a cut in the trailer', [packed.slice(0, -3)], 'damaged', data.length],
    ['another checksum', [packed.slice(0, -8), new Uint8Array(8)], 'damaged', data.length],
    ['a cut', [packed.slice(0, 1000)], 'truncated', 1758],
    ['nothing', [], 'damaged', 0],
    ['another file', ['this is no gzip file'], 'damaged', 0],
    [
      'a first member with another checksum',
      [packed.slice(0, -8), new Uint8Array(8), packed],
      'damaged',
      2 * data.length,
    ],
  ];
  it.each(cases)('of %s', async (_, parts, end, size) => {
    const result = await inflateByMember(...parts);
    expect(result.end).toBe(end);
    expect(result.bytes.length).toBe(size);
  });
});

describe('a gzip file with one file', () => {
  it('gives that file if it is wanted', async () => {
    const listing = await list([file('spectra/3s.txt.gz', gzipSync('1 2'))]);
    expect(await texts(listing)).toEqual({ 'spectra/3s.txt': '1 2' });
    expect(listing.problems).toEqual([]);
  });

  it('gives a row with a reason if it is cut off', async () => {
    const cut = gzipSync(lines(1000)).subarray(0, 500);
    expect(await texts(await list([file('3s.txt.gz', Uint8Array.from(cut))]))).toEqual({
      '3s.txt': '[entry-cut-off]',
    });
  });

  it('may not be larger than any single file', async () => {
    const listing = await list([file('3s.txt.gz', gzipSync(lines(1000)))], { entryBytes: 1000 });
    expect(await texts(listing)).toEqual({ '3s.txt': '[limit-entry-bytes]' });
  });

  it('that is not wanted is listed by name', async () => {
    const listing = await list([file('notes.doc.gz', gzipSync('x'))]);
    expect(listing.listed[0]).toMatchObject({ path: null, files: 1, others: ['notes.doc'] });
  });

  it('that is another archive is reported as one', async () => {
    const listing = await list([file('run.gz', gzipSync(Uint8Array.of(0x50, 0x4b, 3, 4, 20)))]);
    expect(Object.keys(sentences(listing))).toEqual(['archive-in-archive']);
  });

  it('that is damaged from its first byte on is refused', async () => {
    const bad = Uint8Array.from(gzipSync('x'));
    bad.fill(0xff, 10, 14);
    const listing = await list([file('run.tar.gz', bad)]);
    expect(sentences(listing)).toEqual({
      'gzip-damaged':
        'run.tar.gz is damaged: its compressed data fail their checksum or break off. Any file from it may be wrong.',
    });
  });
});

describe.each(INFLATERS)('a damaged .tar.gz, inflated by %s', (_, openZlib) => {
  const options = openZlib === undefined ? {} : { openZlib };
  const members = Array.from({ length: 20 }, (_, i) => ({
    name: `RUN/0_A${i}/fid`,
    data: lines(8000, i + 1),
  }));
  const whole = new Uint8Array(gzipSync(writeTar(members)));

  it('keeps the files before the end if it is truncated', async () => {
    const listing = await list([file('run.tar.gz', whole.slice(0, whole.length / 2))], {}, options);
    const sound = Object.values(await texts(listing)).filter((text) => !text.startsWith('['));
    expect(sound.length).toBeGreaterThanOrEqual(9);
    expect(sentences(listing)['gzip-truncated']).toMatch(
      /^run\.tar\.gz ends too early, .* \d+ files were found before that\.$/,
    );
  });

  it('keeps the files before the damage', async () => {
    const bad = whole.slice();
    bad.fill(0xff, whole.length / 2, whole.length / 2 + 50);
    const listing = await list([file('run.tar.gz', bad)], {}, options);
    const contents = await texts(listing);
    expect(contents['RUN/0_A8/fid']).toBe(new TextDecoder().decode(members[8]!.data));
    expect(sentences(listing)['gzip-damaged']).toContain('files were found before that.');
  });

  it('reports damage that only the checksum after all files shows', async () => {
    const bad = whole.slice();
    bad[bad.length - 5]! ^= 1;
    const listing = await list([file('run.tar.gz', bad)], {}, options);
    expect(listing.entries.length).toBe(20);
    expect(Object.keys(sentences(listing))).toEqual(['gzip-damaged']);
  });

  it('reports damage if not even one header is left', async () => {
    const listing = await list([file('run.tar.gz', whole.slice(0, 200))], {}, options);
    expect(Object.keys(sentences(listing))).toEqual(['gzip-truncated']);
  });

  it('ignores what follows the end of the tar', async () => {
    const listing = await list([file('run.tar.gz', whole, 'trailing bytes')], {}, options);
    expect(listing.entries.length).toBe(20);
    expect(listing.problems).toEqual([]);
  });
});
