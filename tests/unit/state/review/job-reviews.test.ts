import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ok } from '../../../../src/core/result';
import type { SampleRow } from '../../../../src/core/job/types';
import { seenCall } from '../../../../src/core/review/entry';
import { JobSession } from '../../../../src/state/jobs/job-session.svelte';
import type { ReviewForms } from '../../../../src/state/review/review-form.svelte';
import { JobReviews } from '../../../../src/state/review/job-reviews.svelte';
import { SettingsState } from '../../../../src/state/settings.svelte';
import { createDatabase, type KtyperDatabase } from '../../../../src/storage/database';
import { addJob, removeJob } from '../../../../src/storage/jobs';
import { readReviews } from '../../../../src/storage/reviews';
import { readSettings } from '../../../../src/storage/settings';
import { freshDatabase, value } from '../../storage/fresh-database';
import { jobRecord, sampleRow, tokens } from '../../storage/records';

const samples = Array.from({ length: 96 }, (_, i) => sampleRow(i));
const first = samples[0]!;
const reviewed = (sample: SampleRow) => ({ kind: 'reviewed', saw: seenCall(sample.call) }) as const;

interface Tab {
  readonly db: KtyperDatabase;
  readonly session: JobSession;
  readonly reviews: JobReviews;
}

async function open(
  db: KtyperDatabase,
  status = 'completed' as 'completed' | 'running',
  typed: Map<string, ReviewForms> = new Map(),
): Promise<Tab> {
  const settings = new SettingsState(db);
  await settings.load();
  const session = new JobSession(jobRecord({ status }), () => Promise.resolve(ok(null)));
  session.samples = samples;
  const reviews = new JobReviews({ db, settings, typedReviews: typed }, session, () => 7);
  onTestFinished(reviews.start());
  return { db, session, reviews };
}

let db: KtyperDatabase;
let one: Tab;
beforeEach(async () => {
  db = freshDatabase();
  value(await addJob(db, jobRecord({ status: 'completed' })));
  one = await open(db);
});

describe('the review of a shown job', () => {
  it('asks for initials once, does then what waited, and remembers them on this computer', async () => {
    const { reviews } = one;
    const act = vi.fn();
    reviews.signed(first, act);
    expect(act).not.toHaveBeenCalled();
    reviews.sign('AB');
    expect(act).toHaveBeenCalledOnce();
    expect(reviews.waiting).toBeNull();
    reviews.signed(first, act);
    expect(act).toHaveBeenCalledTimes(2);
    await vi.waitFor(async () => expect(value(await readSettings(db)).initials).toBe('AB'));
  });

  it('is here when it is opened again, and counted', async () => {
    one.reviews.sign('AB');
    expect(one.reviews.counts).toEqual({ open: 96, reviewed: 0, overridden: 0 });
    await one.reviews.add(first, reviewed(first));
    const call = { taxon: null, label: 'Genus delta' };
    const override = { ...reviewed(first), kind: 'override', call, reason: 'Gene' } as const;
    await one.reviews.add(samples[1]!, override);
    const counts = { open: 94, reviewed: 1, overridden: 1 };
    expect(one.reviews.counts).toEqual(counts);
    const again = await open(db);
    await vi.waitFor(() => expect(again.reviews.counts).toEqual(counts));
    expect(again.reviews.of(samples[1]!).override).toMatchObject({ by: 'AB', at: 7, call });
    expect(again.reviews.initials).toBe('AB');
  });

  it('marks all that are open at once, and takes all of it back by further entries', async () => {
    const { reviews } = one;
    reviews.sign('AB');
    await reviews.add(first, reviewed(first));
    const marked = value(await reviews.mark(samples));
    expect(marked).toHaveLength(95);
    expect(reviews.counts.reviewed).toBe(96);
    value(await reviews.withdrawAll(marked));
    expect(reviews.counts).toEqual({ open: 95, reviewed: 1, overridden: 0 });
    expect(value(await readReviews(db, tokens[0]))).toHaveLength(1 + 95 + 95);
  });

  it('lets a second person confirm what one has reviewed, and the same one only once', async () => {
    const { reviews } = one;
    reviews.sign('AB');
    value(await reviews.mark([first]));
    expect(reviews.canMark(first)).toBe(false);
    expect(value(await reviews.mark([first]))).toEqual([]);
    reviews.sign('CD');
    expect(reviews.canMark(first)).toBe(true);
    value(await reviews.mark([first]));
    expect(reviews.of(first).by).toEqual(['AB', 'CD']);
  });

  it('shows what another tab writes, each entry once', async () => {
    const two = await open(createDatabase());
    one.reviews.sign('AB');
    two.reviews.sign('CD');
    await Promise.all([
      one.reviews.add(first, { kind: 'note', text: 'One' }),
      two.reviews.add(first, { kind: 'note', text: 'Two' }),
    ]);
    await one.reviews.add(first, reviewed(first));
    for (const { reviews } of [one, two]) {
      await vi.waitFor(() => expect(reviews.entries).toHaveLength(3));
      expect(reviews.entries.map(({ order }) => order)).toEqual([0, 1, 2]);
    }
  });

  it('does not show what the storage did not take, and says why', async () => {
    const { reviews } = one;
    reviews.sign('AB');
    db.reviews.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const form = reviews.formOf(first);
    form.open('note');
    form.note = 'Mucoid';
    expect(await reviews.add(first, form.act(first, null)!)).toBe(false);
    expect(form.problem?.kind).toBe('storage-full');
    expect(form.note).toBe('Mucoid');
    expect(reviews.entries).toEqual([]);
    expect(reviews.isSaving).toBe(false);
    expect(await reviews.mark(samples)).toMatchObject({ ok: false });
    expect(reviews.counts.open).toBe(96);
  });

  it('is refused when the job is gone', async () => {
    one.reviews.sign('AB');
    value(await removeJob(db, tokens[0]));
    expect(await one.reviews.add(first, reviewed(first))).toBe(false);
    expect(one.reviews.formOf(first).problem?.kind).toBe('job-gone');
  });

  it('waits for a job that has just begun and is not written down yet', async () => {
    value(await removeJob(db, tokens[0]));
    const begun = await open(db, 'running');
    begun.reviews.sign('AB');
    const added = begun.reviews.add(first, reviewed(first));
    value(await addJob(db, jobRecord()));
    expect(await added).toBe(true);
    expect(begun.reviews.of(first).state).toBe('reviewed');
  });

  it('counts what is of samples that the ended job no longer has', async () => {
    one.reviews.sign('AB');
    await one.reviews.add(first, reviewed(first));
    expect(one.reviews.apart).toBe(0);
    one.session.samples = samples.slice(1);
    expect(one.reviews.apart).toBe(1);
  });
});

describe('the form of a sample', () => {
  it('keeps what was typed while other samples are looked at', () => {
    one.reviews.formOf(first).note = 'Half a';
    expect(one.reviews.formOf(samples[1]!).note).toBe('');
    expect(one.reviews.formOf(first).note).toBe('Half a');
  });

  it('stays when the page of the job is built anew, and is of this job alone', async () => {
    const typed = new Map<string, ReviewForms>();
    const before = await open(db, 'completed', typed);
    before.reviews.formOf(first).note = 'Half a';
    const after = await open(db, 'completed', typed);
    expect(after.reviews.formOf(first).note).toBe('Half a');
    expect([...typed.keys()]).toEqual([after.session.record.token]);
  });

  it('says what is missing', () => {
    const form = one.reviews.formOf(first);
    form.open('override');
    expect(form.act(first, null)).toBeNull();
    expect(form.fault).toBe('name-missing');
    form.name = ' Genus  delta ';
    expect(form.act(first, null)).toBeNull();
    expect(form.fault).toBe('reason-missing');
    form.reason = ' Gene ';
    expect(form.act(first, null)).toMatchObject({
      kind: 'override',
      call: { taxon: null, label: 'Genus delta' },
      reason: 'Gene',
    });
    form.isNone = true;
    expect(form.act(first, null)).toMatchObject({ call: { taxon: null, label: null } });
    form.open('note');
    expect(form.act(first, null)).toBeNull();
    expect(form.fault).toBe('note-missing');
  });
});
