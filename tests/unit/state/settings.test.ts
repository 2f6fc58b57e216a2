import { describe, expect, it } from 'vitest';
import { SettingsState } from '../../../src/state/settings.svelte';
import { defaultSettings, readSettings, saveSetting } from '../../../src/storage/settings';
import { freshDatabase } from '../storage/fresh-database';

describe('SettingsState', () => {
  it('keeps a setting that a person changes while the settings are read', async () => {
    const db = freshDatabase();
    await saveSetting(db, 'purgeDays', 30);
    const settings = new SettingsState(db);
    const loading = settings.load();
    const setting = settings.set('keepFiles', false);
    expect(settings.isSaving).toBe(true);
    expect(await loading).toEqual({ ...defaultSettings, purgeDays: 30, keepFiles: false });
    await setting;
    expect(settings.isSaving).toBe(false);
    expect(settings.values).toEqual({ ...defaultSettings, purgeDays: 30, keepFiles: false });
    expect(await readSettings(db)).toMatchObject({ ok: true, value: { keepFiles: false } });
  });

  it('reads the guard settings of earlier versions, which are stored under the name watch', async () => {
    const db = freshDatabase();
    await db.settings.put({ key: 'watch', value: { 'own:a@1.0.0': false } });
    const settings = new SettingsState(db);
    expect((await settings.load()).watch).toEqual({ 'own:a@1.0.0': false });
  });

  it('reports that it no longer saves after a failed write', async () => {
    const db = freshDatabase();
    const settings = new SettingsState(db);
    await settings.load();
    db.close();
    await settings.set('keepFiles', false);
    expect(settings.isSaving).toBe(false);
    expect(settings.problem?.kind).toBeDefined();
  });
});
