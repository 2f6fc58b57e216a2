import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelShelf, type ShelvedModel } from '../../../src/state/model-shelf.svelte';
import type { KtyperDatabase } from '../../../src/storage/database';
import { readModels } from '../../../src/storage/models';
import { tinyPack, tinyPackFiles } from '../../builders/tiny-pack';
import { freshDatabase, value } from '../storage/fresh-database';

const BASE = 'https://host.example/models/';

/** The files of the host, by address. */
let host: Map<string, Uint8Array<ArrayBuffer>>;
let db: KtyperDatabase;

async function publish(id: string, version: string, path = `${id}/${version}`): Promise<void> {
  const { manifest, graph } = await tinyPackFiles({ manifest: { id, version } });
  host.set(`${BASE}${path}/manifest.json`, manifest);
  host.set(`${BASE}${path}/model.onnx`, graph);
}

function list(defaultId: string, ...models: readonly (readonly [string, string])[]): void {
  const index = {
    format: 'ktyper-models/1',
    default: defaultId,
    models: models.map(([id, version]) => ({ id, version, path: `${id}/${version}` })),
  };
  host.set(`${BASE}index.json`, new TextEncoder().encode(JSON.stringify(index)));
}

async function shelf(): Promise<ModelShelf> {
  const made = new ModelShelf(BASE, db);
  await made.load();
  return made;
}

const keys = (models: readonly ShelvedModel[] | null) => models?.map(({ key }) => key);

beforeEach(async () => {
  host = new Map();
  db = freshDatabase();
  await publish('first', '1.0.0');
  list('first', ['first', '1.0.0']);
  vi.stubGlobal('fetch', (address: string) => {
    const bytes = host.get(address);
    return Promise.resolve(
      new Response(bytes ?? null, { status: bytes === undefined ? 404 : 200 }),
    );
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('the shelf of models', () => {
  it('has two versions and an added model side by side', async () => {
    await publish('first', '2.0.0');
    list('first', ['first', '2.0.0'], ['first', '1.0.0']);
    const models = await shelf();
    const own = await tinyPack({ manifest: { id: 'first', version: '2.0.0', title: 'Ours' } });
    expect(await models.add(own, ['model.bin'])).toEqual({ ok: true, value: 'own/first/2.0.0' });
    expect(keys(models.models)).toEqual([
      'host/first/2.0.0',
      'host/first/1.0.0',
      'own/first/2.0.0',
    ]);
    expect(models.models?.map(({ pack }) => pack.ok && pack.value.manifest.version)).toEqual([
      '2.0.0',
      '1.0.0',
      '2.0.0',
    ]);
    expect(models.models?.filter(({ isDefault }) => isDefault).map(({ key }) => key)).toEqual([
      'host/first/2.0.0',
    ]);
    expect(models.manifestOf('own/first/2.0.0')?.title).toBe('Ours');
  });

  it('keeps added models for the next visit, with the time and the names of their files', async () => {
    await (await shelf()).add(await tinyPack(), ['model.bin', 'features.txt']);
    const [, own] = (await shelf()).models ?? [];
    expect(own).toMatchObject({
      key: 'own/tiny/1.0.0',
      origin: { kind: 'own', madeOf: ['model.bin', 'features.txt'] },
      pack: { ok: true },
    });
  });

  it('never replaces a model with another one, and accepts the same one twice', async () => {
    const models = await shelf();
    await models.add(await tinyPack(), []);
    expect((await models.add(await tinyPack(), [])).ok).toBe(true);
    const other = await tinyPack({ manifest: { title: 'Another' } });
    expect(await models.add(other, [])).toMatchObject({
      ok: false,
      error: { kind: 'model-taken' },
    });
    expect(value(await readModels(db))).toHaveLength(1);
  });

  it('removes an added model, and the choice falls back to the default', async () => {
    const models = await shelf();
    await models.add(await tinyPack(), []);
    const own = models.chosen('own/tiny/1.0.0');
    expect(own?.key).toBe('own/tiny/1.0.0');
    expect(await models.remove(own!)).toBeNull();
    expect(keys(models.models)).toEqual(['host/first/1.0.0']);
    expect(models.chosen('own/tiny/1.0.0')?.key).toBe('host/first/1.0.0');
  });

  it('reports a chosen model that no longer exists, and no other', async () => {
    const unread = new ModelShelf(BASE, db);
    expect(unread.gone('own/tiny/1.0.0')).toBeNull();
    const models = await shelf();
    await models.add(await tinyPack(), []);
    expect(models.gone(null)).toBeNull();
    for (const choice of ['own/tiny/1.0.0', 'host/first/1.0.0', 'first', 'tiny']) {
      expect(models.gone(choice)).toBeNull();
    }
    await models.remove(models.chosen('own/tiny/1.0.0')!);
    expect(models.gone('own/tiny/1.0.0')).toBe('tiny 1.0.0');
    // Another model is used instead, and the page names it.
    expect(models.chosen('own/tiny/1.0.0')?.key).toBe('host/first/1.0.0');
    // A version that the host no longer has is reported as well, and its next version is used.
    await publish('first', '2.0.0');
    list('first', ['first', '2.0.0']);
    const updated = await shelf();
    expect(updated.gone('host/first/1.0.0')).toBe('first 1.0.0');
    expect(updated.chosen('host/first/1.0.0')?.key).toBe('host/first/2.0.0');
  });

  it('accepts a choice in the form of older versions, and one of a version that no longer exists', async () => {
    await publish('second', '3.0.0');
    list('first', ['first', '1.0.0'], ['second', '3.0.0']);
    const models = await shelf();
    expect(models.chosen('second')?.key).toBe('host/second/3.0.0');
    expect(models.chosen('host/second/2.9.0')?.key).toBe('host/second/3.0.0');
    expect(models.chosen('nobody')?.key).toBe('host/first/1.0.0');
    expect(models.chosen(null)?.key).toBe('host/first/1.0.0');
  });

  it('refuses a model whose folder contains another one than the list states', async () => {
    list('first', ['first', '1.0.0'], ['second', '1.0.0']);
    await publish('third', '1.0.0', 'second/1.0.0');
    const [, second] = (await shelf()).models ?? [];
    expect(second?.pack).toMatchObject({ ok: false, error: { kind: 'model-index-mismatch' } });
  });

  it('requests a model again whose cached file was only half copied', async () => {
    const graph = `${BASE}first/1.0.0/model.onnx`;
    const whole = host.get(graph)!;
    // A service worker kept half a file after the visit that found the fault.
    const kept = new Map([[graph, whole.slice(0, -9)]]);
    vi.stubGlobal('fetch', (address: string) =>
      Promise.resolve(new Response(kept.get(address) ?? host.get(address) ?? null)),
    );
    vi.stubGlobal('location', { href: 'https://lab.example/' });
    vi.stubGlobal('caches', {
      keys: () => Promise.resolve(['models-of-this-host']),
      open: () =>
        Promise.resolve({
          keys: () => Promise.resolve([{ url: new URL(graph, location.href).href }]),
          delete: () => Promise.resolve(kept.delete(graph)),
        }),
    });
    expect((await shelf()).models?.[0]?.pack.ok).toBe(true);
  });

  it('refuses an added model whose bytes have changed', async () => {
    await (await shelf()).add(await tinyPack(), []);
    const [record] = value(await readModels(db));
    const { manifest, graph } = record!.files!;
    const changed = graph.slice();
    changed[9]! ^= 1;
    await db.models.put({ ...record!, files: { manifest, graph: changed } });
    const [, own] = (await shelf()).models ?? [];
    expect(own?.pack).toMatchObject({ ok: false, error: { kind: 'model-graph-checksum' } });
  });

  it('works with the added models when the host cannot be reached', async () => {
    await (await shelf()).add(await tinyPack(), []);
    host.clear();
    const models = await shelf();
    expect(keys(models.models)).toEqual(['own/tiny/1.0.0']);
    expect(models.problem?.kind).toBe('model-fetch');
    expect(models.chosen(null)).toBeNull();
    expect(models.chosen('own/tiny/1.0.0')?.pack.ok).toBe(true);
  });
});
