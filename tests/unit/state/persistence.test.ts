import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Persistence } from '../../../src/state/persistence';
import { SettingsState } from '../../../src/state/settings.svelte';
import type { KtyperDatabase } from '../../../src/storage/database';
import { readSettings } from '../../../src/storage/settings';
import { freshDatabase, value } from '../storage/fresh-database';

let db: KtyperDatabase;
const persist = vi.fn(() => Promise.resolve(false));
beforeEach(() => {
  db = freshDatabase();
  persist.mockClear();
  vi.stubGlobal('navigator', {
    storage: { persist, persisted: () => Promise.resolve(false) },
  });
});
afterEach(() => vi.unstubAllGlobals());

const page = () => new Persistence({ settings: new SettingsState(db), now: () => 7 });

it('is asked for once, after the first saved job, and the answer is kept', async () => {
  const first = page();
  expect(persist).not.toHaveBeenCalled();
  await Promise.all([first.jobSaved(), first.jobSaved()]);
  await first.jobSaved();
  await page().jobSaved();
  expect(persist).toHaveBeenCalledTimes(1);
  expect(value(await readSettings(db)).persistence).toEqual({ asked: 7, promised: false });
});

it('is asked for again when a person wants it', async () => {
  const first = page();
  await first.jobSaved();
  persist.mockResolvedValueOnce(true);
  expect(await first.ask()).toBe(true);
  expect(value(await readSettings(db)).persistence).toEqual({ asked: 7, promised: true });
});

it('counts as refused where a browser cannot be asked', async () => {
  vi.stubGlobal('navigator', {});
  expect(await page().ask()).toBe(false);
  persist.mockRejectedValueOnce(new TypeError('no'));
  expect(await page().ask()).toBe(false);
});
