import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/io/crc32';
import type { ArchiveEntry } from '../../../src/io/entry';
import type { EntryEvent } from '../../../src/io/entry-event';
import { DEFAULT_IO_LIMITS } from '../../../src/io/limits';
import { listEntries } from '../../../src/io/list-entries';
import { readEntries } from '../../../src/io/read-entry';
import { inEnglish } from '../../../src/words/in-words';

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

async function listAll(paths: readonly string[]) {
  const files = await Promise.all(
    paths.map(async (path) => ({ path, blob: await openAsBlob(`${data}${path}`) })),
  );
  const entries: ArchiveEntry[] = [];
  const others: EntryEvent[] = [];
  for await (const event of listEntries(files, { wanted: () => true, limits: DEFAULT_IO_LIMITS })) {
    if (event.kind === 'entry') entries.push(event.entry);
    else others.push(event);
  }
  return { entries, others };
}

/** Returns the sum of sizes, and all checksums combined into one number that does not depend on the order. */
async function contents(entries: readonly ArchiveEntry[]) {
  const results = await readEntries(
    entries.map((entry) => entry.data),
    DEFAULT_IO_LIMITS,
  );
  let bytes = 0;
  let checksums = 0;
  for (const result of results) {
    if (!result.ok) throw new Error(inEnglish(result.error.message));
    bytes += result.value.length;
    checksums ^= crc32(result.value);
  }
  return { bytes, checksums: checksums >>> 0 };
}

function countByName(entries: readonly ArchiveEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { path } of entries) {
    const name = posix.basename(path);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

// The numbers are those of unzip 6.0, GNU tar 1.34 and Python's zipfile, tarfile and zlib.
describe.skipIf(!existsSync(data))('the real runs', () => {
  it('are listed from the zip of a plate', async () => {
    const { entries, others } = await listAll(['klebsiella-plate-rows-A-D.zip']);
    expect(others.map(({ kind }) => kind)).toEqual(['archive', 'listed']);
    expect(countByName(entries)).toEqual({
      '1r': 48,
      acqu: 48,
      acqus: 48,
      fid: 48,
      info: 48,
      proc: 48,
      procs: 48,
      'runInfo.json': 1,
      sptype: 48,
      'statusInfo.json': 1,
    });
    expect(await contents(entries)).toEqual({ bytes: 9_513_095, checksums: 0x28e74941 });
  });

  it('are listed from the .tar.gz of two species', async () => {
    const { entries, others } = await listAll(['other-bacteria-species1-2.tar.gz']);
    expect(others.map(({ kind }) => kind)).toEqual(['archive', 'listed']);
    expect(countByName(entries)).toEqual({ acqu: 48, fid: 48 });
    expect(entries[0]).toMatchObject({ path: 'species1/0_F11/3/1SLin/fid', size: 83_528 });
    expect(await contents(entries)).toEqual({ bytes: 4_364_154, checksums: 0xf75603fe });
  });

  it('are listed from a folder', async () => {
    const folder = `${data}other-formats`;
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => `${one.parentPath}/${one.name}`.slice(data.length))
      .filter((path) => !path.startsWith('other-formats/small/'))
      .toSorted();
    const { entries, others } = await listAll(paths);
    expect(others.map(({ kind }) => kind)).toEqual(['listed']);
    expect(entries.map(({ path, size }) => [path, size])).toEqual([
      ['other-formats/hpc/fid/0_A20/1/1SRef/acqu', 7178],
      ['other-formats/hpc/fid/0_A20/1/1SRef/fid', 455_244],
      ['other-formats/hpc/mzXML/hpc.mzXML', 266_634],
      ['other-formats/text/24s.txt', 636_623],
      ['other-formats/text/3s.txt', 620_143],
    ]);
  });
});
