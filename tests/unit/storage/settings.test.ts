import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, saveSetting } from '../../../src/storage/settings';
import { parseToken } from '../../../src/storage/token';
import { freshDatabase, value } from './fresh-database';
import { tokens } from './records';

describe('settings', () => {
  it('are the defaults until one is set, and purge nothing by default', async () => {
    const db = freshDatabase();
    expect(value(await readSettings(db))).toEqual(defaultSettings);
    expect(defaultSettings.purgeDays).toBeNull();

    value(await saveSetting(db, 'purgeDays', 60));
    expect(value(await readSettings(db))).toEqual({ ...defaultSettings, purgeDays: 60 });
  });

  it.each([0, -3, 1.5, 'sixty', undefined])('take %s days as not set', async (days) => {
    const db = freshDatabase();
    await db.settings.put({ key: 'purgeDays', value: days });
    expect(value(await readSettings(db)).purgeDays).toBeNull();
  });
});

describe('parseToken', () => {
  it.each([
    tokens[0],
    `  ${tokens[0]}\n`,
    tokens[0].toUpperCase(),
    `https://ktyper.example/results/${tokens[0]}?q=a#top`,
  ])('reads %j', (text) => {
    expect(parseToken(text)).toBe(tokens[0]);
  });

  it.each(['', 'plate 7', tokens[0].slice(1)])('refuses %j', (text) => {
    expect(parseToken(text)).toBeNull();
  });
});
