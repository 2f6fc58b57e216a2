import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../src/io/acquisition-data';
import { ArchiveSession } from '../../../../workers/archive/session';
import { HeldEntries } from '../../../../workers/archive/held-entries';
import { HeldReader } from '../../../../workers/spectrum/held-reader';
import { SpectrumSession } from '../../../../workers/spectrum/session';
import type { AcquisitionInput } from '../../../../workers/spectrum/api';
import type { HeldEntriesApi } from '../../../../workers/archive/api';
import { buildRun, builtUid, type BuiltSpot } from '../../../builders/bruker-run';
import { run, SlowArchive, tarGzOf, zipOf } from '../../../builders/headless-job';
import { tinyCounts } from '../../../builders/tiny-pack';

/** Bytes of the memory for a small batch. */
const ROOM = 256 * 1024;

const bytes = (...values: number[]) => ({ kind: 'bytes', bytes: new Uint8Array(values) }) as const;

/** Returns the archive's side of the port between two threads, which transfers buffers as the port does. */
function acrossThreads(held: HeldEntries): HeldEntriesApi {
  const over = <T>(value: T, buffer: ArrayBuffer | null) =>
    structuredClone(value, { transfer: buffer === null ? [] : [buffer] });
  return {
    give(ids, room) {
      const given = held.give(ids, over(room, room));
      return Promise.resolve(over(given, given.buffer));
    },
  };
}

describe('HeldEntries', () => {
  it('gives its entries as often as requested, until they are released', () => {
    const held = new HeldEntries();
    const [first, second] = [held.hold(bytes(1, 2, 3)), held.hold(bytes(4))];
    expect([first, second]).toEqual([
      { kind: 'held', id: 0 },
      { kind: 'held', id: 1 },
    ]);
    for (let times = 0; times < 2; times++) {
      const { buffer, places } = held.give([1, 0], null);
      expect(places.map((place) => [...new Uint8Array(buffer, place!.start, place!.size)])).toEqual(
        [[4], [1, 2, 3]],
      );
    }
    held.release([0]);
    expect(held.give([0, 1], null).places).toEqual([null, { start: 0, size: 1 }]);
    held.clear();
    expect(held.size).toBe(0);
    // An id is never used again.
    expect(held.hold(bytes(5))).toEqual({ kind: 'held', id: 2 });
  });

  it('does not hold entries that refer to bytes elsewhere', () => {
    const blob = { kind: 'blob', blob: new Blob(['x']) } as const;
    const held = new HeldEntries();
    expect(held.hold(blob)).toBe(blob);
    expect(held.size).toBe(0);
  });

  it('uses the given memory if it is large enough, and aligns entries', () => {
    const held = new HeldEntries();
    const ids = [bytes(1, 2, 3), bytes(4, 5)].map((data, id) => (held.hold(data), id));
    const large = new ArrayBuffer(10);
    expect(held.give(ids, large)).toEqual({
      buffer: large,
      places: [
        { start: 0, size: 3 },
        { start: 8, size: 2 },
      ],
    });
  });

  it('frees memory that is too small, and gives some that a larger batch fits into as well', () => {
    const held = new HeldEntries();
    const id = (size: number) => (held.hold(bytes(...Array<number>(size).fill(1))), held.size - 1);
    const [small, larger] = [id(10), id(300)];
    const before = new ArrayBuffer(9);
    const { buffer } = held.give([small], before);
    expect(before.byteLength).toBe(0);
    expect(held.give([larger], buffer).buffer).toBe(buffer);
  });
});

describe('HeldReader', () => {
  it('fetches a batch into the memory of an earlier one', async () => {
    const held = new HeldEntries();
    const asked: (number | null)[] = [];
    const archive = acrossThreads(held);
    const reader = new HeldReader();
    reader.connect({
      give: (ids, room) => {
        asked.push(room?.byteLength ?? null);
        return archive.give(ids, room);
      },
    });
    const entries = [held.hold(bytes(1, 2)), bytes(7), held.hold(bytes(3))];
    for (let times = 0; times < 3; times++) {
      const { data, done } = await reader.fetch(entries);
      expect(data.map((one) => one.kind === 'bytes' && [...one.bytes])).toEqual([[1, 2], [7], [3]]);
      done();
    }
    expect(asked).toEqual([null, ROOM, ROOM]);
  });
});

describe('a job whose archive holds the bytes', () => {
  const SPOTS: readonly BuiltSpot[] = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((spot, i) => ({
    spot,
    fid: tinyCounts(i % 2 === 0 ? 'alpha' : 'beta', i),
  }));
  const uid = (spot: string) => builtUid('spectrum', spot);
  const files = buildRun({ spots: SPOTS, info: false });
  let held: HeldEntries;
  let most: number;

  /** Makes a compute worker on the other side of the port. */
  function worker(): SpectrumSession {
    const reader = new HeldReader();
    const archive = acrossThreads(held);
    reader.connect({
      give: (ids, room) => {
        most = Math.max(most, held.size);
        return archive.give(ids, room);
      },
    });
    return new SpectrumSession(undefined, undefined, reader);
  }

  beforeEach(() => {
    held = new HeldEntries();
    most = 0;
  });

  it.each([
    ['.tar.gz', tarGzOf, 2],
    ['.zip', zipOf, 0],
  ])('has the same rows as one that sends the bytes with the steps: %s', async (_, pack, least) => {
    const plain = await run([pack(files)]);
    const job = await run([pack(files)], {
      archive: new ArchiveSession(held),
      workers: [worker(), worker()],
    });
    expect(plain.spectra.map(({ status }) => status)).toEqual(SPOTS.map(() => 'ok'));
    expect(job.spectra).toEqual(plain.spectra);
    expect(job.samples).toEqual(plain.samples);
    expect(most).toBeGreaterThanOrEqual(least);
    expect(held.size).toBe(0);
  });

  it('gives the bytes again when a worker was lost with them', async () => {
    class Deadly extends SpectrumSession {
      override async process(
        ...asked: Parameters<SpectrumSession['process']>
      ): ReturnType<SpectrumSession['process']> {
        const reader = new HeldReader();
        reader.connect(acrossThreads(held));
        await reader.fetch(asked[0].flatMap(entriesOf));
        throw new Error('Out of memory.');
      }
    }
    const { spectra } = await run([tarGzOf(files)], {
      archive: new ArchiveSession(held),
      workers: [new Deadly()],
      spare: worker,
    });
    expect(spectra.map(({ status }) => status)).toEqual(SPOTS.map(() => 'ok'));
    expect(held.size).toBe(0);
  });

  it('releases entries that are not read', async () => {
    const [first, ...others] = SPOTS;
    const calibration = buildRun({ spots: [{ ...first!, name: 'BTS' }, ...others], info: false });
    const sizes: number[] = [];
    const archive = new ArchiveSession(held);
    const { spectra } = await run([tarGzOf(calibration)], {
      archive,
      workers: [worker()],
      hear: (event) => {
        if (event.kind === 'rows' && event.done === SPOTS.length) sizes.push(held.size);
      },
    });
    expect(spectra.map(({ status }) => status)).toEqual(['skipped', ...others.map(() => 'ok')]);
    expect(sizes.at(-1)).toBe(0);
  });

  it('releases entries that a further pass over the archive does not need', async () => {
    const sheet = buildRun({
      spots: SPOTS,
      info: false,
      sampleSheet: `spectrum_id\tsample_id\n${uid('A2')}\ttwo\n${uid('A4')}\ttwo\n`,
    });
    const last = [
      ...sheet.filter(({ path }) => !path.endsWith('.tsv')),
      ...sheet.filter(({ path }) => path.endsWith('.tsv')),
    ];
    const archive = new SlowArchive(({ kind }) => kind === 'sample-sheet', held);
    const processed: number[] = [];
    class Noting extends SpectrumSession {
      override process(...asked: Parameters<SpectrumSession['process']>) {
        processed.push(...asked[0].map(({ index }: AcquisitionInput) => index));
        return super.process(...asked);
      }
    }
    const reader = new HeldReader();
    reader.connect(acrossThreads(held));
    const sizes: number[] = [];
    await run([tarGzOf(last)], {
      archive,
      workers: [new Noting(undefined, undefined, reader)],
      hear: (event) => {
        archive.hear(event);
        if (event.kind === 'done') sizes.push(held.size);
      },
    });
    // The archive was read twice, the second time for two of the six.
    expect(processed).toEqual([0, 1, 2, 3, 4, 5, 1, 3]);
    expect(sizes).toEqual([0]);
  });
});
