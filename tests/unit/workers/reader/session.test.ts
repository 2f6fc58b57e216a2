import { describe, expect, it } from 'vitest';
import type { InputFile } from '../../../../src/io/entry';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { sha256 } from '../../../../src/io/sha256';
import { AcquisitionLocator } from '../../../../workers/reader/acquisition-locator';
import { ReaderSession } from '../../../../workers/reader/session';
import { buildFid, buildRun, plainCounts, type BuiltFile } from '../../../builders/bruker-run';
import { folderOf, tarGzOf, zipOf } from '../../../builders/headless-job';

const SPOTS = ['A1', 'A2', 'A3', 'B1', 'B2', 'B3'];

/** Makes a spectrum whose counts differ from those of the others. */
function fidOf(spot: string): Uint8Array<ArrayBuffer> {
  const counts = plainCounts();
  counts[500] = 3_000 + SPOTS.indexOf(spot);
  return buildFid(counts);
}

const files = buildRun({
  project: 'RUN',
  spots: SPOTS.map((spot) => ({ spot, fid: fidOf(spot) })),
});

function fidFile(spot: string): BuiltFile {
  return files.find(({ path }) => path.endsWith(`0_${spot}/1/1SLin/fid`))!;
}

async function wanted(spot: string, changes: { readonly path?: string } = {}) {
  const { path, bytes } = fidFile(spot);
  return { path, sha256: await sha256(bytes), bins: ONE_DALTON_BINS, ...changes };
}

async function session(inputs: readonly InputFile[]): Promise<ReaderSession> {
  const made = new ReaderSession();
  await made.open(inputs);
  return made;
}

/** Returns the count that distinguishes the spots of `fidOf`, or the kind of the problem. */
async function markOf(reading: ReturnType<ReaderSession['read']>): Promise<number | string> {
  const read = await reading;
  return read.ok ? read.value.raw[500]! : read.error.kind;
}

describe.each([
  ['a zip', () => [zipOf(files)]],
  ['a .tar.gz', () => [tarGzOf(files)]],
  ['a folder', () => folderOf(files)],
])('the spectra of %s', (_, inputs) => {
  it('are read one by one, in any order and repeatedly', async () => {
    const reader = await session(inputs());
    for (const spot of ['B3', 'A1', 'B3', 'A2']) {
      expect(await markOf(reader.read(await wanted(spot)))).toBe(3_000 + SPOTS.indexOf(spot));
    }
  });

  it('are read two at a time', async () => {
    const reader = await session(inputs());
    const both = [reader.read(await wanted('A3')), reader.read(await wanted('A2'))];
    expect(await Promise.all(both.map(markOf))).toEqual([3_002, 3_001]);
  });

  it('are found by their bytes if their path has changed', async () => {
    const reader = await session(inputs());
    const path = 'elsewhere/0_A1/1/1SLin/fid';
    expect(await markOf(reader.read(await wanted('B2', { path })))).toBe(3_004);
  });

  it('are not found by the same path with other bytes', async () => {
    const reader = await session(inputs());
    const other = { ...(await wanted('A1')), sha256: 'f'.repeat(64) };
    const read = await reader.read(other);
    expect(read).toMatchObject({
      ok: false,
      error: { kind: 'spectrum-not-found', path: other.path },
    });
  });
});

describe('the spectra of several inputs', () => {
  it('are distinguished by the archives that contain them', async () => {
    const other = buildRun({ project: 'RUN', spots: [{ spot: 'A1', fid: fidOf('B1') }] });
    const reader = await session([zipOf(files, 'first.zip'), zipOf(other, 'second.zip')]);
    const { path, bytes } = fidFile('A1');
    const request = { sha256: await sha256(bytes), bins: ONE_DALTON_BINS };
    expect(await markOf(reader.read({ ...request, path: `first.zip/${path}` }))).toBe(3_000);
    const second = { ...(await wanted('B1')), path: `second.zip/${path}` };
    expect(await markOf(reader.read(second))).toBe(3_003);
  });

  it('are no longer found after other inputs are opened', async () => {
    const reader = await session([zipOf(files)]);
    await reader.read(await wanted('A1'));
    await reader.open([zipOf(buildRun({ spots: [{ spot: 'C1' }] }))]);
    expect(await markOf(reader.read(await wanted('A1')))).toBe('spectrum-not-found');
  });
});

describe('a spectrum that cannot be read', () => {
  it('gives the reason', async () => {
    const reader = await session([
      { path: fidFile('A1').path, blob: new Blob([fidFile('A1').bytes]) },
    ]);
    expect(await markOf(reader.read(await wanted('A1')))).toBe('acqu-absent');
  });

  it('is not found if its archive no longer exists', async () => {
    const blob = new Blob(['x'.repeat(5_000)]);
    blob.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const reader = await session([{ path: 'run.zip', blob }]);
    expect(await markOf(reader.read(await wanted('A1')))).toBe('spectrum-not-found');
  });
});

describe('the locator of acquisitions', () => {
  it('keeps no more bytes of a .tar.gz than allowed, and still finds all', async () => {
    // The limit is enough for one spectrum at a time.
    const locator = new AcquisitionLocator([tarGzOf(files)], 100_000);
    for (const spot of ['A1', 'B3', 'A2', 'A1', 'A1', 'B2']) {
      const found: string[] = [];
      for await (const { path, data } of locator.find((path) => path.includes(`_${spot}/`))) {
        found.push(path);
        expect(data).toMatchObject({ fid: { kind: 'bytes', bytes: fidFile(spot).bytes } });
      }
      expect(found).toEqual([fidFile(spot).path]);
    }
  });

  it('yields nothing once it is closed', async () => {
    const locator = new AcquisitionLocator([zipOf(files)]);
    locator.close();
    const found: string[] = [];
    for await (const { path } of locator.find(() => true)) found.push(path);
    expect(found).toEqual([]);
  });
});
