import { beforeAll, describe, expect, it } from 'vitest';
import { readModelPack } from '../../../scripts/headless/model-pack';
import { problem, type Problem } from '../../../src/core/problem';
import { err, ok, type Result } from '../../../src/core/result';
import type { ModelPack } from '../../../src/io/open-model-pack';
import { ModelShelf, type ShelvedModel } from '../../../src/state/model-shelf.svelte';
import {
  chooseGuard,
  forgetGuard,
  guardOf,
  guardWords,
} from '../../../src/state/models/model-guard';
import { SettingsState } from '../../../src/state/settings.svelte';
import type { KtyperDatabase } from '../../../src/storage/database';
import { readSettings } from '../../../src/storage/settings';
import { tinyPack } from '../../builders/tiny-pack';
import { freshDatabase, value } from '../storage/fresh-database';

let guard: ModelPack;
let classifier: ModelPack;
beforeAll(async () => {
  guard = value(await readModelPack(null));
  classifier = await tinyPack();
});

function shelved(pack: Result<ModelPack, Problem>, origin: 'host' | 'own'): ShelvedModel {
  return {
    key: `${origin}/model`,
    id: 'model',
    version: '1.0.0',
    origin: origin === 'host' ? { kind: 'host' } : { kind: 'own', addedAt: 0, madeOf: [] },
    isDefault: origin === 'host',
    pack,
  };
}

function made(db: KtyperDatabase, host: Result<ModelPack, Problem>) {
  const own = shelved(ok(classifier), 'own');
  const models = new ModelShelf('', db);
  models.models = [shelved(host, 'host'), own];
  return { own, models, settings: new SettingsState(db) };
}

describe('the guard of a model', () => {
  it('follows the rule until a person decides, and the decision is kept until the model is removed', async () => {
    const db = freshDatabase();
    const { own, models, settings } = made(db, ok(guard));
    // The classes are Genus alpha and Genus beta.
    expect(guardOf(own, models, settings)?.kind).toBe('not-watched');
    chooseGuard(settings, own.key, true);
    expect(guardOf(own, models, settings)?.kind).toBe('watched');
    chooseGuard(settings, own.key, false);
    expect(guardOf(own, models, settings)).toEqual({
      kind: 'not-watched',
      reason: 'That was switched off for this model.',
    });
    expect(value(await readSettings(db)).watch).toEqual({ [own.key]: false });
    forgetGuard(settings, own.key);
    expect(settings.values.watch).toEqual({});
    expect(value(await readSettings(db)).watch).toEqual({});
  });

  it('is null for a marker model, and for a pack that failed its checks', () => {
    const { models, settings } = made(freshDatabase(), ok(guard));
    expect(guardOf(models.models![0]!, models, settings)).toBeNull();
    const broken = shelved(err(problem('model-graph-size', 'It is short.', 'Again.')), 'own');
    expect(guardOf(broken, models, settings)).toBeNull();
  });

  it('reports the problem if the host’s model cannot be loaded', () => {
    const lost = problem('model-fetch', 'A file could not be loaded.', 'Connect once.');
    const { own, models, settings } = made(freshDatabase(), err(lost));
    expect(guardOf(own, models, settings)?.kind).toBe('failed');
    // Without the host's list there are only the laboratory's own models.
    models.models = [own];
    models.problem = lost;
    const told = guardOf(own, models, settings);
    expect(told && guardWords(told)).toContain('A file could not be loaded.');
  });

  it('is described in words', () => {
    const { own, models, settings } = made(freshDatabase(), ok(guard));
    chooseGuard(settings, own.key, true);
    expect(guardWords(guardOf(own, models, settings)!)).toContain(
      `${guard.ref.id} ${guard.ref.version} says beside it whether there is a Klebsiella pattern`,
    );
  });
});
