import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { normalisePath } from '../../../src/io/paths';
import { readEntries } from '../../../src/io/read-entry';
import { kindOfHead } from '../../../src/io/sniff';
import { concat, utf8, writeTar, writeZip, type ZipFile } from '../../builders/archives';
import { isWanted, list, type Listing } from '../../unit/io/listing';
import { problemInEnglish } from '../../../src/words/in-words';

const LIMITS = { ...DEFAULT_IO_LIMITS, entryBytes: 100_000, totalBytes: 1_000_000, entries: 500 };

const descriptors = ['signed', 'bare', 'wide', undefined] as const;
const files = Array.from({ length: 8 }, (_, i) => ({
  name: `RUN/0_A${i}/1/1SLin/${i % 3 === 2 ? '1r' : 'fid'}`,
  data: utf8(Array.from({ length: 300 }, (_, k) => (k * (i + 7)) % 1000).join('\n')),
}));
const zipFiles: ZipFile[] = files.map((one, i) => {
  const descriptor = descriptors[i % descriptors.length];
  const variant = { ...one, stored: i % 3 === 0, zip64: i % 5 === 0 };
  return descriptor === undefined ? variant : { ...variant, descriptor };
});
const tarFiles = files.map((one, i) => (i % 3 === 0 ? { ...one, pax: { path: one.name } } : one));

const archives: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
  zip: writeZip(zipFiles),
  'zip with Zip64': writeZip(zipFiles, { zip64End: true }),
  'zip behind a program': writeZip(zipFiles, { prefix: utf8('MZ'.repeat(300)) }),
  'zip without a directory': writeZip(zipFiles, { withoutDirectory: true }),
  tar: writeTar(tarFiles),
  'tar.gz': new Uint8Array(gzipSync(writeTar(tarFiles))),
};

/** The bytes that do most harm in headers: all bits set, none set, and the first bytes of sizes and flags. */
const bytes = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x50), fc.nat(255));
const change = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), to: bytes }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.nat(3000) }),
  fc.record({ kind: fc.constant('end' as const), at: fc.nat() }),
  fc.record({
    kind: fc.constant('copy' as const),
    at: fc.nat(),
    from: fc.nat(),
    length: fc.nat(600),
  }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutate(archive: Uint8Array<ArrayBuffer>, changes: readonly Change[]) {
  let result = archive.slice();
  for (const one of changes) {
    const at = one.at % Math.max(1, result.length);
    switch (one.kind) {
      case 'set':
        if (result.length > 0) result[at] = one.to;
        break;
      case 'cut':
        result = concat([result.subarray(0, at), result.subarray(at + one.length)]);
        break;
      case 'end':
        result = result.slice(0, at);
        break;
      case 'copy': {
        const from = one.from % Math.max(1, result.length);
        result.set(result.slice(from, from + Math.min(one.length, result.length - at)), at);
        break;
      }
    }
  }
  return result;
}

/** Checks what must be true of any listing, however hostile the archive is. */
async function check(listing: Listing): Promise<void> {
  expect(listing.entries.length).toBeLessThanOrEqual(LIMITS.entries);
  const paths = listing.entries.map(({ path, source }) => `${source}:${path}`);
  expect(new Set(paths).size).toBe(paths.length);
  for (const { path } of listing.entries) expect(normalisePath(path)).toBe(path);
  const results = await readEntries(
    listing.entries.map(({ data }) => data),
    LIMITS,
  );
  let all = 0;
  for (const [i, result] of results.entries()) {
    if (!result.ok) continue;
    expect(result.value.length).toBe(listing.entries[i]!.size);
    all += result.value.length;
  }
  expect(all).toBeLessThanOrEqual(LIMITS.totalBytes);
  for (const { message, cure } of listing.problems.map(problemInEnglish)) {
    expect(message).toMatch(/^\S.*\.$/s);
    expect(cure).toMatch(/\.$/);
  }
}

describe.each(Object.keys(archives))('a %s with any damage', (name) => {
  const archive = archives[name]!;

  it('is listed and read within the limits, and never throws an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const blob = new Blob([mutate(archive, changes)]);
        await check(await list([{ path: 'run.bin', blob }], LIMITS));
      }),
      { numRuns: 250 },
    );
  });

  it('gives no file other content when it is cut anywhere, and reports that it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), async (end) => {
        const blob = new Blob([archive.slice(0, end)]);
        const listing = await list([{ path: 'run.zip', blob }], LIMITS);
        await check(listing);
        const results = await readEntries(
          listing.entries.map(({ data }) => data),
          LIMITS,
        );
        for (const [i, result] of results.entries()) {
          const original = files.find((one) => one.name === listing.entries[i]!.path);
          expect(original).toBeDefined();
          if (result.ok) expect(Buffer.compare(result.value, original!.data)).toBe(0);
        }
        // Only the end mark of a tar can be cut off without loss.
        const whole = results.filter(({ ok }) => ok).length;
        if (whole < files.filter((one) => isWanted(one.name)).length) {
          expect(listing.problems.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('any bytes', () => {
  const anyBytes = fc.uint8Array({ maxLength: 3000 });

  it('have a kind', () => {
    fc.assert(
      fc.property(anyBytes, (head) => {
        expect(kindOfHead(head)).toMatch(/^[a-z7-]+$/);
      }),
    );
  });

  it.each([
    ['a zip', [0x50, 0x4b, 3, 4]],
    ['a gzip file', [0x1f, 0x8b, 8, 0]],
  ])('after the signature of %s are listed without an error being thrown', async (_, signature) => {
    await fc.assert(
      fc.asyncProperty(anyBytes, async (rest) => {
        const blob = new Blob([concat([Uint8Array.from(signature), rest])]);
        await check(await list([{ path: 'run', blob }], LIMITS));
      }),
    );
  });
});

describe('normalisePath', () => {
  const name = fc
    .array(fc.constantFrom('a', 'fid', '..', '.', '', 'C:', 'ü', ' '), { maxLength: 8 })
    .chain((parts) => fc.constantFrom('/', '\\').map((separator) => parts.join(separator)));

  it('gives a path inside the root, and does not change it when applied again', () => {
    fc.assert(
      fc.property(name, (raw) => {
        const path = normalisePath(raw);
        expect(path.split('/')).not.toContain('..');
        expect(path.startsWith('/')).toBe(false);
        expect(path).not.toContain('\\');
        expect(path).not.toContain('//');
      }),
    );
  });
});
