import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, saveSetting } from '../../../src/storage/settings';
import { freshDatabase, value } from './fresh-database';

describe('settings', () => {
  it('have their defaults until they are set, and delete nothing by default', async () => {
    const db = freshDatabase();
    expect(value(await readSettings(db))).toEqual(defaultSettings);
    expect(defaultSettings.purgeDays).toBeNull();

    value(await saveSetting(db, 'purgeDays', 60));
    expect(value(await readSettings(db))).toEqual({ ...defaultSettings, purgeDays: 60 });
  });

  it.each([0, -3, 1.5, 'sixty', undefined])('treat %s days as not set', async (days) => {
    const db = freshDatabase();
    await db.settings.put({ key: 'purgeDays', value: days });
    expect(value(await readSettings(db)).purgeDays).toBeNull();
  });
});
