import { describe, expect, test } from 'vitest';
import { type ReviewEntry, seenCall } from '../../../../src/core/review/entry';
import { FiledInput } from '../../../../src/io/job-file/filed-input';
import { LIMITS } from '../../../../src/io/job-file/format';
import type { JobFileEvent } from '../../../../src/io/job-file/read-job-file';
import { isJobFile, isNamedJobFile } from '../../../../src/io/job-file/recognise';
import { filedEvidence, filedJob, jobFileText } from '../../../builders/job-file';
import { spoken } from '../../../builders/spoken';
import { sampleRow, spectrumRow, tokens } from '../../storage/records';
import { kindsOf, readText } from './read';

const LARGE = 600;

function eventOf<Kind extends JobFileEvent['kind']>(
  events: readonly JobFileEvent[],
  kind: Kind,
): Extract<JobFileEvent, { kind: Kind }> {
  return events.find((event) => event.kind === kind) as Extract<JobFileEvent, { kind: Kind }>;
}

test('a small job is plain JSON, and is read as it was', async () => {
  const job = filedJob();
  const text = await jobFileText([job]);
  expect(JSON.parse(text)).toMatchObject({ format: 'ktyper-job', version: 1, jobs: 1 });
  const { events, fault } = await readText(text);
  expect(fault).toBeNull();
  const { record } = eventOf(events, 'job');
  // What concerns one computer only stays there.
  expect({ ...record, work: job.record.work }).toEqual(job.record);
  expect(eventOf(events, 'rows')).toMatchObject({ spectra: job.spectra, samples: job.samples });
  expect(eventOf(events, 'evidence').evidence).toEqual(
    job.samples.map(({ index }) => ({ sample: index, evidence: filedEvidence(index) })),
  );
  expect(eventOf(events, 'whole')).toMatchObject({ input: null });
});

test('a large job is packed inside JSON, and is read as it was', async () => {
  const job = filedJob({ spectra: LARGE });
  const text = await jobFileText([job]);
  expect(JSON.parse(text)).toMatchObject({ format: 'ktyper-job', version: 1, packed: 'gzip' });
  const { events, fault } = await readText(text);
  expect(fault).toBeNull();
  const rows = events.flatMap((event) => (event.kind === 'rows' ? event.spectra : []));
  expect(rows).toEqual(job.spectra);
  const evidence = events.flatMap((event) => (event.kind === 'evidence' ? event.evidence : []));
  expect(evidence).toHaveLength(LARGE);
});

test('white space between its parts changes nothing', async () => {
  const text = await jobFileText([filedJob()]);
  const { fault } = await readText(JSON.stringify(JSON.parse(text), null, 2));
  expect(fault).toBeNull();
  const large = JSON.stringify(
    JSON.parse(await jobFileText([filedJob({ spectra: LARGE })])),
    null,
    2,
  );
  const read = await readText(large);
  expect(read.fault).toBeNull();
  expect(read.events.at(-1)?.kind).toBe('whole');
});

test('a job without results, and a file without jobs, are read', async () => {
  const failed = filedJob({ spectra: 0, record: { status: 'failed', model: null } });
  expect(kindsOf(await readText(await jobFileText([{ ...failed, manifest: null }])))).toBe(
    'job whole',
  );
  expect(await readText(await jobFileText([]))).toEqual({ events: [], fault: null });
});

test('numbers that JSON has no word for stay', async () => {
  const job = filedJob({ spectra: 1 });
  const measures = {
    points: 1,
    mzFirst: NaN,
    mzLast: -Infinity,
    totalIntensity: Infinity,
    maxIntensity: 0,
    peaks: null,
    quality: null,
  };
  const spectra = [spectrumRow(0, { measures })];
  const { events } = await readText(await jobFileText([{ ...job, spectra }]));
  expect(eventOf(events, 'rows').spectra).toEqual(spectra);
});

test('the files of a run travel with it', async () => {
  const bytes = Uint8Array.from({ length: 500_000 }, (_, i) => (i * 7919) >> 3);
  const file = { path: 'run.zip', blob: new Blob([bytes]) };
  const sampleSheet = { path: 'sheet.tsv', blob: new Blob(['spectrum_id\tsample_id\n']) };
  const input = { files: [file, { path: 'empty', blob: new Blob([]) }], sampleSheet };
  const { events, fault } = await readText(await jobFileText([filedJob({ input })]));
  expect(fault).toBeNull();
  const read = eventOf(events, 'whole').input!;
  expect(read.files.map(({ path }) => path)).toEqual(['run.zip', 'empty']);
  const copied = Buffer.from(await read.files[0]!.blob.arrayBuffer());
  expect(copied.equals(bytes)).toBe(true);
  expect(await read.sampleSheet?.blob.text()).toBe('spectrum_id\tsample_id\n');
});

test('the sample sheet does not count against what is kept of a run', () => {
  const sheet = { path: 'sheet.tsv', size: 1_000 };
  const most = { path: 'run.zip', size: LIMITS.bytes };
  expect(new FiledInput({ files: [most], sampleSheet: sheet }).isBounded).toBe(true);
  expect(new FiledInput({ files: [most, sheet], sampleSheet: null }).isBounded).toBe(false);
});

test('a part of files that has no bytes is none', () => {
  const input = new FiledInput({ files: [{ path: 'run.zip', size: 3 }], sampleSheet: null });
  expect([input.add(''), input.add('AAAA'), input.add('AAAA')]).toEqual([false, true, false]);
});

test('the content is the same whatever the job is called and wherever its files are', async () => {
  const contentOf = async (record: object) => {
    const { events } = await readText(await jobFileText([filedJob({ record })]));
    return eventOf(events, 'whole').content;
  };
  const content = await contentOf({});
  expect(await contentOf({ name: 'Another', files: { kind: 'kept', bytes: 5 } })).toBe(content);
  expect(await contentOf({ status: 'cancelled' })).not.toBe(content);
});

test('a job file is known by its first bytes, or by its name', async () => {
  expect(await isJobFile(new Blob([await jobFileText([filedJob()])]))).toBe(true);
  expect(await isJobFile(new Blob(['{"format": "ktyper-results/1"}']))).toBe(false);
  expect(await isJobFile(new Blob([]))).toBe(false);
  expect(isNamedJobFile('Plate 7.ktyper (1).json')).toBe(true);
  expect(isNamedJobFile('Plate 7.json')).toBe(false);
});

describe('what is refused', () => {
  test('a newer version, with a sentence', async () => {
    const text = (await jobFileText([filedJob()])).replace('"version":1', '"version":2');
    const { fault } = await readText(text);
    expect(fault?.kind).toBe('job-file-newer');
    expect(spoken(fault?.message)).toContain('newer version of ktyper');
  });

  test('another file', async () => {
    expect((await readText('{"format":"ktyper-results/1"}')).fault?.kind).toBe('job-file-none');
    expect((await readText('')).fault?.kind).toBe('job-file-none');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('a file that is cut off at %i tenths', async (tenths) => {
    for (const spectra of [3, LARGE]) {
      const text = await jobFileText([filedJob({ spectra })]);
      const cut = await readText(text.slice(0, (text.length * tenths) / 10));
      expect(cut.fault?.kind).toMatch(/^job-file-(?:truncated|damaged)$/);
      expect(kindsOf(cut)).not.toContain('whole');
    }
  });

  test('a job of which something was changed', async () => {
    const text = await jobFileText([filedJob(), filedJob({ record: { token: tokens[1] } })]);
    const read = await readText(text.replace('"name":"S1"', '"name":"S9"'));
    expect(
      read.events.flatMap((event) => (event.kind === 'refused' ? event.problem.kind : [])),
    ).toEqual(['job-file-changed']);
    expect(kindsOf(read).endsWith('whole')).toBe(true);
  });

  const unfit: readonly (readonly [string, Parameters<typeof withRow>[0]])[] = [
    ['a taxon that its model does not have', { call: { ...sampleRow(0).call, taxon: 'other' } }],
    ['probabilities of other taxa', { probabilities: [1] }],
    [
      'markers that its model does not have',
      { markers: { taxon: 'genus-alpha', found: [99], missing: [] } },
    ],
    ['no name', { name: undefined as unknown as string }],
    ['the index of another', { index: -1 }],
  ];
  test.each(unfit)('a sample with %s', async (_, changes) => {
    const read = await readText(await jobFileText([withRow(changes)]));
    expect(kindsOf(read)).toBe('job refused');
  });

  test('evidence of another size', async () => {
    const job = filedJob({ spectra: 1 });
    const evidence = { ...filedEvidence(0), scores: Float32Array.of(1) };
    const read = await readText(
      await jobFileText([{ ...job, evidence: () => Promise.resolve(new Map([[0, evidence]])) }]),
    );
    expect(kindsOf(read)).toBe('job rows refused');
  });

  test('a head whose time is none', async () => {
    const text = await jobFileText([filedJob()], '2026-02-31T12:61:00.000Z');
    expect((await readText(text)).fault?.kind).toBe('job-file-damaged');
  });

  const saw = seenCall(sampleRow(0).call);
  const long = 'x'.repeat(5_000);
  const tooLong: readonly (readonly [string, Partial<ReviewEntry>])[] = [
    ['note', { kind: 'note', text: long }],
    ['sample', { kind: 'note', text: 'short', sample: long }],
    ['call that was seen', { kind: 'reviewed', saw: { ...saw, label: long } }],
    [
      'call',
      { kind: 'override', saw, call: { taxon: null, label: 'x'.repeat(200) }, reason: 'short' },
    ],
  ];
  test.each(tooLong)('a review whose %s is too long', async (_, entry) => {
    const signed = { order: 0, at: 5, by: 'AB', sample: 'S1', spectrum: 0, ...entry };
    const reviews = [signed as ReviewEntry];
    const read = await readText(await jobFileText([{ ...filedJob(), reviews }]));
    expect(kindsOf(read)).toContain('refused');
    expect(kindsOf(read)).not.toContain('whole');
  });

  test('a job that has not ended', async () => {
    const read = await readText(await jobFileText([filedJob({ record: { status: 'running' } })]));
    expect(kindsOf(read)).toBe('refused');
  });

  test('brackets without end, and what grows without end', async () => {
    const deep = `${(await jobFileText([])).slice(0, -20)}${'['.repeat(1e6)}`;
    expect((await readText(deep)).fault).not.toBeNull();
    const text = await jobFileText([filedJob({ spectra: LARGE })]);
    const read = await readText(text, { total: 100_000 });
    expect(read.fault?.kind).toBe('job-file-too-large');
    const lines = await readText(text, { line: 1_000 });
    expect(lines.fault?.kind).toBe('job-file-too-large');
  });
});

function withRow(changes: Partial<ReturnType<typeof sampleRow>>) {
  const job = filedJob({ spectra: 1 });
  return { ...job, samples: [{ ...job.samples[0]!, ...changes }] };
}
