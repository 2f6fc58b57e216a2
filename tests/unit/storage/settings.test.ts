import { describe, expect, it } from 'vitest';
import { defaultSettings, readSettings, saveSetting } from '../../../src/storage/settings';
import { pngOf } from '../../builders/pictures';
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

  it('keep who stands in the head of reports, and believe a logo by its bytes alone', async () => {
    const db = freshDatabase();
    const logo = { type: 'image/png', bytes: pngOf(30, 20), width: 30, height: 20 } as const;
    const laboratory = { name: 'North', address: 'Main Street\nTown', logo };
    value(await saveSetting(db, 'laboratory', laboratory));
    expect(value(await readSettings(db)).laboratory).toEqual(laboratory);

    const stored = { ...laboratory, logo: { ...logo, bytes: Uint8Array.of(1, 2, 3) } };
    await db.settings.put({ key: 'laboratory', value: stored });
    expect(value(await readSettings(db)).laboratory).toEqual({ ...laboratory, logo: null });
    for (const other of ['North', { name: 3, address: '' }, { name: ' ', address: '' }]) {
      await db.settings.put({ key: 'laboratory', value: other });
      expect(value(await readSettings(db)).laboratory).toBeNull();
    }
  });
});
