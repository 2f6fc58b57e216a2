import { beforeEach, describe, expect, it } from 'vitest';
import { WatchShelf } from '../../../../src/state/watch/watch-shelf.svelte';
import type { KtyperDatabase } from '../../../../src/storage/database';
import { PassedMessages } from '../jobs/other-pages';
import { freshDatabase } from '../../storage/fresh-database';

const table = (text: string) => Uint8Array.from(new TextEncoder().encode(text));
const TWO = table('name,mz\nA,5000\nB,6000\n');
const ONE = table('name;mz\nC;7000,5\n');

let db: KtyperDatabase;
beforeEach(() => {
  db = freshDatabase();
});

async function titles(shelf: WatchShelf): Promise<string[]> {
  return (await shelf.watching()).map(({ title }) => title);
}

describe('the shelf of peaks to watch', () => {
  it('keeps tables, and watches those that are switched on', async () => {
    const shelf = new WatchShelf(db);
    expect(await shelf.add('First', 'first.csv', TWO)).toMatchObject({ ok: true });
    await shelf.add('Second', 'second.csv', ONE);
    expect(await titles(shelf)).toEqual(['First', 'Second']);
    await shelf.turn(shelf.lists![0]!, false);
    expect(await titles(shelf)).toEqual(['Second']);
    // This is the next visit.
    const later = new WatchShelf(db);
    const [second] = await later.watching();
    expect(second).toMatchObject({ title: 'Second', peaks: [{ name: 'C', mz: 7000.5 }] });
    expect(second!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(later.lists?.map(({ isOn, table: kept }) => [isOn, kept])).toEqual([
      [false, TWO],
      [true, ONE],
    ]);
  });

  it('keeps the same table once', async () => {
    const shelf = new WatchShelf(db);
    await shelf.add('First', 'first.csv', TWO);
    await shelf.add('Again', 'copy.csv', TWO);
    expect(await titles(shelf)).toEqual(['Again']);
  });

  it('removes a table', async () => {
    const shelf = new WatchShelf(db);
    await shelf.add('First', 'first.csv', TWO);
    expect(await shelf.remove(shelf.lists![0]!)).toBeNull();
    expect(shelf.lists).toEqual([]);
    expect(await titles(new WatchShelf(db))).toEqual([]);
  });

  it('does not watch a table that has changed since it was added, and reports this', async () => {
    const shelf = new WatchShelf(db);
    await shelf.add('First', 'first.csv', TWO);
    const { sha256 } = shelf.lists![0]!;
    await db.watchLists.update(sha256, { table: ONE });
    const later = new WatchShelf(db);
    expect(await titles(later)).toEqual([]);
    expect(later.lists![0]!.list).toMatchObject({
      ok: false,
      error: { kind: 'watch-table-damaged', path: 'first.csv' },
    });
  });

  it('follows the changes of another page', async () => {
    const messages = new PassedMessages();
    const [one, other] = [messages.page(), messages.page()];
    const [here, there] = [new WatchShelf(db, one), new WatchShelf(db, other)];
    await there.load();
    await here.add('First', 'first.csv', TWO);
    await expect.poll(() => there.lists?.length).toBe(1);
  });

  it('reports why it cannot be read, and then watches nothing', async () => {
    const shelf = new WatchShelf(db);
    db.close();
    expect(await shelf.watching()).toEqual([]);
    expect(shelf.problem).not.toBeNull();
    expect(shelf.lists).toBeNull();
  });
});
