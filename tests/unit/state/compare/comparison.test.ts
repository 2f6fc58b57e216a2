import { describe, expect, it, vi } from 'vitest';
import type { App } from '../../../../src/state/app';
import { callMatrix } from '../../../../src/state/compare/call-matrix';
import {
  agreementHints,
  agreementText,
  agreementWords,
  lackingText,
} from '../../../../src/state/compare/comparison-words';
import { comparisonPath, linkedJobs } from '../../../../src/state/compare/linked-jobs';
import { findRunInput } from '../../../../src/state/jobs/find-run-input';
import { KeptFiles } from '../../../../src/state/jobs/kept-files';
import { freshDatabase } from '../../storage/fresh-database';
import { jobRecord, sampleRow } from '../../storage/records';

describe('the jobs of one run', () => {
  const first = jobRecord({ token: 'first' });
  const second = jobRecord({ token: 'second', againOf: 'first' });
  const third = jobRecord({ token: 'third', againOf: 'first' });
  const jobs = [third, jobRecord({ token: 'other' }), second, first];
  const tokens = (of: typeof first, among = jobs) =>
    linkedJobs(among, of).map(({ token }) => token);

  it('are that which began it and all that were made from it, whichever is asked', () => {
    expect(tokens(first)).toEqual(['third', 'second']);
    expect(tokens(second)).toEqual(['third', 'first']);
  });

  it('still belong together when the first one was deleted', () => {
    expect(tokens(second, [third, second])).toEqual(['third']);
  });

  it('are compared with the older one first, whichever page the link is on', () => {
    const older = jobRecord({ token: 'older', createdAt: 1 });
    const newer = jobRecord({ token: 'newer', createdAt: 2 });
    expect(comparisonPath(newer, older)).toBe('/results/older/compare/newer');
    expect(comparisonPath(older, newer)).toBe('/results/older/compare/newer');
  });

  it('are none for a job that was never run again', () => {
    expect(tokens(jobRecord({ token: 'other' }))).toEqual([]);
  });
});

it('samples without a pattern are counted in words', () => {
  expect(lackingText('A', 3, 'Klebsiella pattern')).toBe(
    '3 samples of A show no Klebsiella pattern',
  );
  expect(lackingText('B', 1, 'Pattern')).toBe('1 sample of B shows no pattern');
});

describe('calls against calls', () => {
  it('have what both models say on a diagonal', () => {
    const matrix = callMatrix([
      { a: 'alpha', b: 'alpha', samples: 5 },
      { a: 'beta', b: 'gamma', samples: 3 },
      { a: 'beta', b: 'beta', samples: 2 },
      { a: 'delta', b: 'alpha', samples: 1 },
    ]);
    expect(matrix).toEqual({
      columns: ['alpha', 'beta', 'gamma'],
      rows: [
        { label: 'alpha', counts: [5, 0, 0] },
        { label: 'beta', counts: [0, 2, 3] },
        { label: 'delta', counts: [1, 0, 0] },
      ],
    });
  });

  it('are empty without samples', () => {
    expect(callMatrix([])).toEqual({ columns: [], rows: [] });
  });
});

describe('the words of an agreement', () => {
  it('are there for each, and for a sample that one job lacks', () => {
    expect(Object.keys(agreementHints)).toEqual(Object.keys(agreementWords));
    const sample = { index: 0, name: 'S0', spot: 'A1', a: sampleRow(0), b: null, agreement: null };
    expect(agreementText(sample)).toBe('Only in A');
    expect(agreementText({ ...sample, a: null, b: sampleRow(0) })).toBe('Only in B');
    expect(agreementText({ ...sample, agreement: 'same-group' })).toBe('Same group');
  });
});

describe('what a job was read from', () => {
  const db = freshDatabase();
  const files = new KeptFiles(db, () => true);
  const router = { href: (path: string) => `/base${path}` } as App['router'];
  const find = async (changes: Parameters<typeof jobRecord>[0]) => {
    const found = await findRunInput({ files, router }, jobRecord(changes));
    return found.ok ? found.value : null;
  };
  const file = { path: 'plate.zip', blob: new Blob(['bytes']) };

  it('is in the storage, with the sheet that was chosen beside it', async () => {
    const sampleSheet = { path: 'sheet.tsv', blob: new Blob(['spectrum_id']) };
    await files.secure('stored', { files: [file], sampleSheet });
    const found = await find({ token: 'stored' });
    expect(found?.files?.map(({ path }) => path)).toEqual(['plate.zip']);
    expect(await found?.files?.[0]?.blob.text()).toBe('bytes');
    expect(await found?.sampleSheet?.blob.text()).toBe('spectrum_id');
  });

  it('or this page was given it and still has it', async () => {
    files.hold('held', [file]);
    expect(await find({ token: 'held' })).toEqual({ files: [file], sampleSheet: null });
  });

  it('or it is the example run, which the host has', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response('zip')));
    vi.stubGlobal('fetch', fetched);
    const found = await find({ token: 'example', origin: 'example' });
    vi.unstubAllGlobals();
    expect(fetched).toHaveBeenCalledWith('/base/example/example-run.zip');
    expect(found?.files?.map(({ path }) => path)).toEqual(['example-run.zip']);
  });

  it('or has to be chosen again', async () => {
    expect(await find({ token: 'lost' })).toEqual({ files: null, sampleSheet: null });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    const found = await find({ token: 'example', origin: 'example' });
    vi.unstubAllGlobals();
    expect(found).toEqual({ files: null, sampleSheet: null });
  });
});
