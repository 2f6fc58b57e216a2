import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../src/core/interruptible';
import type { JobEvent, SampleRow } from '../../../src/core/job/types';
import { averageVectors } from '../../../src/core/preprocess/average';
import { RunningMean } from '../../../src/engine/running-mean';
import { JobRows } from '../../../src/engine/job-rows';
import { parseSampleSheet } from '../../../src/core/sample-sheet/parse-sample-sheet';
import type { AcquisitionInput } from '../../../workers/spectrum/api';
import { SpectrumSession } from '../../../workers/spectrum/session';
import { buildRun, builtUid, type BuiltFile, type BuiltSpot } from '../../builders/bruker-run';
import {
  folderOf,
  type JobSetup,
  run,
  SlowArchive,
  tarGzOf,
  zipOf,
} from '../../builders/headless-job';
import { tinyCounts, tinyPack } from '../../builders/tiny-pack';
import fc from 'fast-check';
import { inEnglish } from '../../../src/words/in-words';

const SPOTS: BuiltSpot[] = [
  { spot: 'A1', fid: tinyCounts('alpha', 1) },
  { spot: 'A2', fid: tinyCounts('alpha', 2) },
  { spot: 'A3', fid: tinyCounts('beta', 3) },
  { spot: 'A4', fid: tinyCounts('beta', 4) },
  { spot: 'A5', fid: tinyCounts('beta', 5) },
];
const uid = (spot: string) => builtUid('spectrum', spot);
const sheet = (...rows: (readonly [string, string])[]) =>
  ['spectrum_id\tsample_id', ...rows.map((row) => row.join('\t'))].join('\n');
const SHEET = sheet([uid('A1'), 'one'], [uid('A3'), 'two'], [uid('A2'), 'one'], [uid('A5'), 'two']);

/** A worker that records the mean vectors that it had to classify. */
class WatchedSession extends SpectrumSession {
  readonly means: Float64Array[] = [];
  /** [call] how many means. */
  readonly calls: number[] = [];
  readonly processed: number[] = [];

  override process(...[batch, options]: Parameters<SpectrumSession['process']>) {
    this.processed.push(...batch.map(({ index }) => index));
    return super.process(batch, options);
  }

  override classify(...[vectors]: Parameters<SpectrumSession['classify']>) {
    this.calls.push(vectors.length);
    this.means.push(...vectors.map((vector) => vector.slice()));
    return super.classify(vectors);
  }
}

async function runSheet(input: Parameters<typeof run>[0], setup: JobSetup = {}) {
  const worker = new WatchedSession();
  const job = await run(input, { ...setup, workers: [worker] });
  const rows = job.samples.map(({ name, spectra, call }) => [name, spectra, call.label]);
  return { ...job, worker, rows };
}

/** The sheet's name sorts after the names of folders, as in most archives. */
const sheetLast = (files: readonly BuiltFile[]) => [...files.slice(1), files[0]!];

describe('a sample sheet', () => {
  const files = buildRun({ spots: SPOTS, sampleSheet: SHEET });
  const expected = [
    ['one', [0, 1], 'Genus alpha'],
    ['two', [2, 4], 'Genus beta'],
    ['Sample A4', [3], 'Genus beta'],
  ];

  it.each([
    ['first in a .tar.gz', () => [tarGzOf(files)]],
    ['anywhere in a zip', () => [zipOf(sheetLast(files))]],
    ['beside a folder', () => folderOf(sheetLast(files))],
    ['beside a zip', () => [zipOf(files.slice(1)), ...folderOf(files.slice(0, 1))]],
  ])('groups replicates if it is %s', async (_, input) => {
    const { rows } = await runSheet(input());
    expect(rows.toSorted()).toEqual(expected.toSorted());
  });

  it('chosen beside the input replaces the sheet in it', async () => {
    const { rows, summary } = await runSheet([zipOf(files)], {
      sampleSheet: sheet([uid('A1'), 'mine'], [uid('A2'), 'mine']),
    });
    expect(rows).toContainEqual(['mine', [0, 1], 'Genus alpha']);
    expect(rows).toHaveLength(4);
    expect(summary?.sampleSheet).toMatchObject({ path: 'chosen.tsv', rows: 2, matched: 2 });
  });

  it('gives a sample the answer for the mean of its vectors, added in order of discovery', async () => {
    const three = sheet([uid('A1'), 'one'], [uid('A2'), 'one'], [uid('A3'), 'one']);
    const { worker } = await runSheet([zipOf(buildRun({ spots: SPOTS.slice(0, 3) }))], {
      sampleSheet: three,
    });
    const alone = new SpectrumSession();
    const own = await Promise.all(
      SPOTS.slice(0, 3).map(async (built) => {
        const input = inputOf(buildRun({ spots: [built], info: false, runInfo: 'absent' }), 0);
        const [outcome] = await alone.process([input], { keepVectors: true });
        return outcome!.vector!;
      }),
    );
    expect(worker.means.at(-1)).toEqual(averageVectors(own));
  });

  it('reports the rows that match nothing, and those that match several spectra', async () => {
    const { summary } = await runSheet([zipOf(buildRun({ spots: SPOTS, project: 'P' }))], {
      sampleSheet: sheet(['P', 'all'], ['nobody', 'none']),
    });
    expect(summary?.sampleSheet).toMatchObject({
      rows: 2,
      matched: 1,
      unmatched: ['nobody'],
      ambiguous: [{ spectrumId: 'P', spectra: 5 }],
    });
  });

  it('makes a sample of the spectra that are usable', async () => {
    const spots = [
      SPOTS[0]!,
      { spot: 'A2', fid: new Uint8Array(7) },
      { spot: 'A3', fid: new Int32Array(21_424) },
    ];
    const { samples, rows } = await runSheet([zipOf(buildRun({ spots }))], {
      sampleSheet: sheet([uid('A1'), 'one'], [uid('A2'), 'one'], [uid('A3'), 'three']),
    });
    expect(rows).toEqual([
      ['one', [0, 1], 'Genus alpha'],
      ['three', [2], 'No spectrum'],
    ]);
    expect(samples[0]?.warnings.map(({ kind }) => kind)).toContain('replicates-lost');
  });

  it('that cannot be read is a problem, and does not end the job', async () => {
    const { events, rows } = await runSheet([zipOf(files)], { sampleSheet: 'no\theader\n' });
    expect(problems(events)).toEqual(['sheet-header']);
    expect(rows).toHaveLength(5);
  });
});

describe('a sample sheet that is read after the spectra', () => {
  const files = sheetLast(buildRun({ spots: SPOTS, sampleSheet: SHEET }));

  async function runLate() {
    const archive = new SlowArchive(({ kind }) => kind === 'sample-sheet');
    return runSheet([tarGzOf(files)], { archive, hear: archive.hear });
  }

  it('regroups earlier rows, and reads only the spectra again that it needs', async () => {
    const { rows, events, worker } = await runLate();
    expect(rows).toEqual([
      ['Sample A4', [3], 'Genus beta'],
      ['one', [0, 1], 'Genus alpha'],
      ['two', [2, 4], 'Genus beta'],
    ]);
    const withdrawn = events.flatMap((event) => (event.kind === 'rows' ? event.withdrawn : []));
    expect(withdrawn).toEqual([0, 1, 2, 4]);
    expect(worker.processed).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 4]);
  });

  it('is recognised by its columns as well, and applied like one with the usual name', async () => {
    const [, ...spectra] = files.toReversed();
    const other = { ...files.at(-1), path: 'Built/which is which.csv' };
    const archive = new SlowArchive(({ kind }) => kind === 'sample-sheet');
    const input = [tarGzOf([...spectra.toReversed(), other])];
    const { rows, events } = await runSheet(input, { archive, hear: archive.hear });
    expect(problems(events)).toEqual([]);
    expect(rows).toEqual((await runLate()).rows);
  });

  it('gives the same means as a sheet that is read first', async () => {
    const byName = ({ samples }: { readonly samples: readonly SampleRow[] }) =>
      new Map(samples.map(({ name, probabilities }) => [name, probabilities]));
    expect(byName(await runLate())).toEqual(byName(await runSheet([zipOf(files)])));
  });

  it('handles a copy and a spectrum that cannot be read as usual', async () => {
    const spots = [SPOTS[0]!, { ...SPOTS[0]!, spot: 'A2' }, { spot: 'A3', fid: new Uint8Array(7) }];
    const last = sheetLast(
      buildRun({
        spots,
        sampleSheet: sheet([uid('A1'), 'one'], [uid('A2'), 'one'], [uid('A3'), 'one']),
      }),
    );
    const archive = new SlowArchive(({ kind }) => kind === 'sample-sheet');
    const { rows } = await runSheet([tarGzOf(last)], { archive, hear: archive.hear });
    expect(rows).toEqual([['one', [0, 2], 'Genus alpha']]);
  });
});

describe('more groups than fit into memory', () => {
  it('are averaged in further passes, with the same answers', async () => {
    const few = await bookSamples(1);
    const many = await bookSamples(512);
    expect(few.passes).toBe(1);
    expect(many.passes).toBe(0);
    expect(few.samples).toEqual(many.samples);
  });
});

describe('much work at once', () => {
  it('sends few means in one task, so that the page can draw in between', async () => {
    const spots = Array.from({ length: 48 }, (_, i) => ({
      spot: `${'ABCDEFGH'[i % 8]}${1 + Math.floor(i / 8)}`,
      fid: tinyCounts('alpha', i + 1),
    }));
    const own = sheet(...spots.map(({ spot }) => [uid(spot), `sample ${spot}`] as const));
    const { worker, rows } = await runSheet([zipOf(buildRun({ spots }))], { sampleSheet: own });
    expect(rows).toHaveLength(48);
    expect(Math.max(...worker.calls)).toBeLessThanOrEqual(4);
    expect(worker.means).toHaveLength(48);
  });

  it('takes a sheet, and tells what came of it, in steps for each row and spectrum', async () => {
    const { manifest } = await tinyPack();
    const book = new JobRows(manifest, false);
    for (const { spot } of SPOTS) book.addAcquisition(0, `run/0_${spot}/1/1SLin/fid`);
    const parsed = parseSampleSheet(new TextEncoder().encode(SHEET), 'sheet.tsv');
    if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
    // Four rows, and five spectra that are noted, and then moved.
    expect([...book.addSheet(parsed.value)]).toHaveLength(4 + 5 + 5);
    expect([...book.findings()].length).toBeGreaterThanOrEqual(5);
  });
});

describe('RunningMean', () => {
  it('is of one vector at least', () => {
    expect(() => new RunningMean(4).mean()).toThrow('one vector at least');
  });

  it('equals the mean of all vectors, to the last bit', () => {
    const vector = fc
      .array(fc.double({ min: 0, max: 1e3, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((values) => Float64Array.from(values));
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 9 }), (vectors) => {
        const running = new RunningMean(4);
        for (const each of vectors) running.add(each);
        expect(running.mean()).toEqual(averageVectors(vectors));
      }),
    );
  });
});

function problems(events: readonly JobEvent[]): string[] {
  return events.flatMap((event) => (event.kind === 'problem' ? [event.problem.kind] : []));
}

/**
 * Enters the five spectra into a job's rows with room for so many means, and makes as many passes as required.
 */
async function bookSamples(maxMeans: number) {
  const { manifest, files: pack } = await tinyPack();
  const session = new SpectrumSession();
  await session.loadModel(pack);
  const built = buildRun({ spots: SPOTS, info: false, runInfo: 'absent' });
  const inputs = SPOTS.map((_, index) => inputOf(built.slice(2 * index), index));
  const outcomes = await session.process(inputs, { keepVectors: true });

  const book = new JobRows(manifest, false, null, maxMeans);
  const parsed = parseSampleSheet(new TextEncoder().encode(SHEET), 'sheet.tsv');
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  runToEnd(book.addSheet(parsed.value));
  const answerMeans = async () => {
    for (const { mean, ...group } of book.groups.take()) {
      const [answer] = await session.classify([mean]);
      book.groups.settle(group, answer!);
    }
  };
  for (const input of inputs) book.addAcquisition(0, input.path);
  for (const outcome of outcomes) book.settle(outcome);
  await answerMeans();
  let passes = 0;
  for (let wanted = book.groups.beginPass(); wanted.size > 0; wanted = book.groups.beginPass()) {
    passes += 1;
    for (const index of wanted.values()) book.groups.addVector(index, outcomes[index]!.vector);
    await answerMeans();
    book.groups.endPass();
  }
  const { samples } = book.takeChanges();
  return { passes, samples: samples.toSorted((a, b) => a.index - b.index) };
}

/** Makes the input of an acquisition from its two files. */
function inputOf(files: readonly BuiltFile[], index: number): AcquisitionInput {
  const [acqu, fid] = files as readonly [BuiltFile, BuiltFile];
  const data = ({ bytes }: BuiltFile) => ({ kind: 'bytes', bytes }) as const;
  return { index, path: fid.path, size: fid.bytes.length, acqu: data(acqu), fid: data(fid) };
}
