import { describe, expect, it } from 'vitest';
import { migrations } from '../../../src/storage/migrations';
import { freshDatabase } from './fresh-database';

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  });

  it('create the tables and keys that the repositories use', async () => {
    const db = freshDatabase();
    await db.open();
    expect(db.verno).toBe(migrations.length);
    const keys = db.tables.map((table) => [table.name, table.schema.primKey.keyPath]);
    expect(Object.fromEntries(keys)).toEqual({
      jobs: 'token',
      rowChunks: ['job', 'number'],
      evidencePages: ['job', 'page', 'number'],
      manifests: 'sha256',
      settings: 'key',
      files: 'job',
      models: ['id', 'version'],
      watchLists: 'sha256',
      reviews: ['job', 'number'],
      runSummaries: 'job',
    });
  });
});
