import { beforeEach, describe, expect, it } from 'vitest';
import { HistoryView } from '../../../../src/state/quality-history/history-view.svelte';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { addJob } from '../../../../src/storage/jobs';
import type { JobRecord } from '../../../../src/storage/records';
import { saveRows } from '../../../../src/storage/rows';
import { readSummaryRecords } from '../../../../src/storage/run-summaries';
import { measuredRow } from '../../../builders/measured-row';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, tokens } from '../../storage/records';

type Parts = ConstructorParameters<typeof HistoryView>[0];

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});

/** Stores a job of eight spectra of an instrument. */
async function stored(
  token: string,
  shiftPpm: number,
  changes: Partial<JobRecord> & { readonly instrument?: string } = {},
): Promise<JobRecord> {
  const { instrument = 'FLEX-1', ...more } = changes;
  const job = jobRecord({ token, status: 'completed', finishedAt: 5, ...more });
  const spectra = Array.from({ length: 8 }, (_, i) => ({
    ...measuredRow(i, { shiftPpm, record: { instrument } }),
    uid: `${token} ${i}`,
    sha256: `${token} ${i}`,
  }));
  const samples = spectra.map(({ index }) => sampleRow(index));
  value(await addJob(db, job));
  value(await saveRows(db, token, { spectra, samples, evidence: [], withdrawn: [] }, {}));
  return job;
}

function viewOf(jobs: readonly JobRecord[], search = '') {
  const router = { search, setSearch: (next: string) => (router.search = next) };
  const settings = { values: { limitRuns: 20, controls: [] } };
  const parts = { db, jobs: { jobs }, router, settings } as unknown as Parts;
  return { view: new HistoryView(parts), router };
}

const follow = (view: HistoryView, jobs: readonly JobRecord[]) =>
  view.summaries.follow(jobs, new AbortController().signal);

describe('quality over time', () => {
  it('shows nothing until all that is stored was read', async () => {
    const job = await stored(tokens[0], 100);
    const { view } = viewOf([job]);
    expect(view.instruments).toBeNull();
    expect(view.chart).toBeNull();
    await follow(view, [job]);
    expect(view.chart?.points.map(({ value: shift }) => shift)).toEqual([100]);
    expect(view.summaries).toMatchObject({ work: null, problem: null });
  });

  it('sums a job up once, and stores what came of it', async () => {
    const job = await stored(tokens[0], 100);
    await follow(viewOf([job]).view, [job]);
    expect(value(await readSummaryRecords(db, [tokens[0]]))).toHaveLength(1);
    // Without its rows nothing could be summed up again.
    await db.rowChunks.clear();
    const { view } = viewOf([job]);
    await follow(view, [job]);
    expect(view.chart?.points.map(({ value: shift }) => shift)).toEqual([100]);
  });

  it('leaves out jobs that ended early, and says how many', async () => {
    const jobs = [
      await stored(tokens[0], 100),
      await stored(tokens[1], 900, { status: 'cancelled' }),
      await stored(tokens[2], 900, { status: 'failed' }),
    ];
    const { view } = viewOf(jobs);
    await follow(view, jobs);
    expect(view.chart?.points).toHaveLength(1);
    expect(view.left).toBe(2);
  });

  it('shows the instrument with the most runs, never the example’s first, or the one that was chosen', async () => {
    const jobs = [
      await stored(tokens[0], 100, { origin: 'example', instrument: 'simulated' }),
      await stored(tokens[1], 200, { instrument: 'FLEX-2' }),
    ];
    const { view } = viewOf(jobs);
    await follow(view, jobs);
    expect(view.instruments).toHaveLength(2);
    expect(view.chosen?.instrument).toBe('FLEX-2');

    const { view: asked, router } = viewOf(jobs, '?instrument=example%3Asimulated&measure=peaks');
    await follow(asked, jobs);
    expect(asked.chosen).toMatchObject({ instrument: 'simulated', isExample: true });
    expect(asked.chart).toMatchObject({ measure: 'peaks' });
    asked.choose({ measure: 'shiftPpm' });
    expect(router.search).toBe('?instrument=example%3Asimulated');

    const { view: gone } = viewOf(jobs, '?instrument=sold');
    await follow(gone, jobs);
    expect(gone.chosen?.instrument).toBe('FLEX-2');
  });

  it('stops when the page is left', async () => {
    const job = await stored(tokens[0], 100);
    const { view } = viewOf([job]);
    const left = new AbortController();
    left.abort();
    await view.summaries.follow([job], left.signal);
    expect(view.summaries.byJob).toBeNull();
    expect(await db.runSummaries.count()).toBe(0);
  });

  it('says why a job could not be read', async () => {
    const job = await stored(tokens[0], 100);
    const { view } = viewOf([job]);
    db.close();
    await follow(view, [job]);
    expect(view.summaries.problem).not.toBeNull();
    expect(view.chart).toBeNull();
  });
});
