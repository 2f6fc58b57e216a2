import { describe, expect, it } from 'vitest';
import { similarityOf } from '../../../../src/core/similarity/compare-all';
import { sha256 } from '../../../../src/io/sha256';
import { openInflater } from '../../../../src/io/inflate/zlib';
import { openNodeZlib } from '../../../../scripts/headless/node-zlib';
import { kernelPreprocessor } from '../../kernel/kernel';
import { SimilaritySession } from '../../../../workers/similarity/session';
import { buildFid, buildRun, plainCounts } from '../../../builders/bruker-run';
import { folderOf, tarGzOf, zipOf } from '../../../builders/headless-job';

const SPOTS = ['A1', 'A2', 'A3'];
const files = buildRun({
  project: 'RUN',
  spots: SPOTS.map((spot, i) => {
    const counts = plainCounts();
    // The third has the same counts as the first: other spots may have the same bytes.
    counts[500] = 3_000 + (i % 2);
    return { spot, fid: buildFid(counts) };
  }),
});

async function wantedOf(spots: readonly string[]) {
  return Promise.all(
    spots.map(async (spot) => {
      const { path, bytes } = files.find((one) => one.path.endsWith(`0_${spot}/1/1SLin/fid`))!;
      return { path, sha256: await sha256(bytes) };
    }),
  );
}

async function readAll(session: SimilaritySession): Promise<number> {
  for (;;) {
    const read = await session.read();
    if (!read.ok) throw new Error(read.error.kind);
    if (read.value.isDone) return read.value.read;
  }
}

describe.each([
  ['a zip', () => [zipOf(files)]],
  ['a .tar.gz', () => [tarGzOf(files)]],
  ['a folder', () => folderOf(files)],
])('the spectra of %s', (_, inputs) => {
  it('are read once each, and compared', async () => {
    const session = new SimilaritySession();
    await session.open(inputs(), await wantedOf(SPOTS));
    expect(await readAll(session)).toBe(3);
    const { wanted, similarity } = await session.compare();
    expect([...wanted]).toEqual([0, 1, 2]);
    expect(similarity.count).toBe(3);
    expect(similarityOf(similarity, 0, 2)).toBeCloseTo(1, 4);
    expect([...similarity.order].sort()).toEqual([0, 1, 2]);
  });
});

it('the kernel and zlib make the same numbers as the plain steps', async () => {
  const compared = [];
  for (const session of [
    new SimilaritySession(),
    new SimilaritySession(kernelPreprocessor(), openInflater(openNodeZlib)),
  ]) {
    await session.open([zipOf(files)], await wantedOf(SPOTS));
    expect(await readAll(session)).toBe(3);
    compared.push(await session.compare());
  }
  expect(compared[1]).toEqual(compared[0]);
});

it('what is not among the files is left out', async () => {
  const session = new SimilaritySession();
  const there = await wantedOf(['A2']);
  await session.open([zipOf(files)], [{ path: 'no/such', sha256: '00' }, ...there]);
  expect(await readAll(session)).toBe(1);
  const { wanted, similarity } = await session.compare();
  expect([...wanted]).toEqual([1]);
  expect(similarity.count).toBe(1);
});
