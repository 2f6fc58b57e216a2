import type { ModelManifest } from '../core/model-pack/types';
import { problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { fetchModelIndex, fetchModelPack } from '../engine/fetch-model';
import { type ModelPack, openModelPack } from '../io/open-model-pack';
import { pickGuard } from '../engine/plan-guard';
import type { KtyperDatabase } from '../storage/database';
import { addModel, readModels, removeModel } from '../storage/models';
import type { PageMessages } from './page-messages';
import { sentence } from '../words/told/sentence';

/** The origin of a model: the host's list, or this computer. */
export type ModelOrigin =
  | { readonly kind: 'host' }
  | { readonly kind: 'own'; readonly addedAt: number; readonly madeOf: readonly string[] };

/** An installed model, with the problem of its files if they are not as they should be. */
export interface ShelvedModel {
  /** Identifies it: two versions, or an own model and one of the host, may have the same id. */
  readonly key: string;
  readonly id: string;
  readonly version: string;
  readonly origin: ModelOrigin;
  /** Whether it is the host's default. */
  readonly isDefault: boolean;
  readonly pack: Result<ModelPack, Problem>;
}

/** The installed models. They are read once, and again after a failure. */
export class ModelShelf {
  readonly #base: string;
  readonly #db: KtyperDatabase;
  readonly #messages: PageMessages | undefined;
  #reading: Promise<Result<readonly ShelvedModel[], Problem>> | null = null;
  /** The host's models before own ones; null until they are read. */
  models = $state.raw<readonly ShelvedModel[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** The reason why this computer's models could not be read, while the host's were. */
  ownProblem = $state.raw<Problem | null>(null);

  /**
   * @param base address of the folder `models/`, which ends in a slash
   * @param messages tell other pages of changes, and this page of theirs
   */
  constructor(base: string, db: KtyperDatabase, messages?: PageMessages) {
    this.#base = base;
    this.#db = db;
    this.#messages = messages;
    messages?.onModelsChanged(() => void this.#readAgain());
  }

  async load(): Promise<Result<readonly ShelvedModel[], Problem>> {
    this.#reading ??= this.#read();
    const read = await this.#reading;
    if (read.ok) this.models = read.value;
    if (!read.ok || read.value.some(({ pack }) => !pack.ok)) this.#reading = null;
    return read;
  }

  /**
   * Returns the model for new jobs: the chosen one if it is there, else the default.
   *
   * @param choice a key, or only an id, as settings of older versions have: then the first model with that
   *   id. The same applies when the chosen version is gone, for example after an update of the host.
   */
  chosen(choice: string | null): ShelvedModel | null {
    const models = this.models ?? [];
    const id = choice?.split('/').at(-2) ?? choice;
    return (
      models.find(({ key }) => key === choice) ??
      models.find((model) => model.id === id) ??
      models.find(({ isDefault }) => isDefault) ??
      null
    );
  }

  /**
   * Returns the name of the chosen model if it was removed, so that `chosen` returns another one. Null if it
   * is there.
   */
  gone(choice: string | null): string | null {
    if (choice === null || this.models === null) return null;
    const isThere = this.models.some(({ key, id }) => key === choice || id === choice);
    return isThere ? null : choice.split('/').slice(-2).join(' ');
  }

  /**
   * Returns the marker model that guards classifiers. It is one of the host's models, since a laboratory's
   * own models are those to be guarded.
   */
  guard(): Result<ModelPack, Problem> {
    if (this.problem !== null) return err(this.problem);
    return pickGuard((this.models ?? []).filter(({ origin }) => origin.kind === 'host'));
  }

  manifestOf(choice: string | null): ModelManifest | null {
    const pack = this.chosen(choice)?.pack;
    return pack?.ok === true ? pack.value.manifest : null;
  }

  /** Stores a model on this computer. Its graph must have passed its checks. */
  async add(pack: ModelPack, madeOf: readonly string[]): Promise<Result<string, Problem>> {
    const { manifest, files } = pack;
    const { id, version } = manifest;
    const added = await addModel(this.#db, { id, version, addedAt: Date.now(), madeOf, files });
    if (!added.ok) return added;
    this.#messages?.modelsChanged();
    await this.#readAgain();
    return ok(keyOf('own', manifest));
  }

  /** Removes an own model. Jobs keep the parts that they need. */
  async remove(model: ShelvedModel): Promise<Problem | null> {
    const removed = await removeModel(this.#db, model);
    if (!removed.ok) return removed.error;
    this.#messages?.modelsChanged();
    await this.#readAgain();
    return null;
  }

  async #readAgain(): Promise<void> {
    this.#reading = null;
    await this.load();
  }

  async #read(): Promise<Result<readonly ShelvedModel[], Problem>> {
    const [host, own] = await Promise.all([this.#readHost(), this.#readOwn()]);
    this.problem = host.ok ? null : host.error;
    this.ownProblem = own.ok ? null : own.error;
    const kept = own.ok ? own.value : [];
    // Without the host's list, a laboratory can still use its own models.
    if (!host.ok) return kept.length > 0 ? ok(kept) : host;
    return ok([...host.value, ...kept]);
  }

  async #readHost(): Promise<Result<readonly ShelvedModel[], Problem>> {
    const index = await fetchModelIndex(this.#base);
    if (!index.ok) return index;
    const { models, default: defaultId } = index.value;
    const first = models.findIndex(({ id }) => id === defaultId);
    const shelved = models.map(async (listed, i): Promise<ShelvedModel> => {
      const { id, version } = listed;
      const pack = await fetchModelPack(this.#base, listed);
      const origin: ModelOrigin = { kind: 'host' };
      return { key: keyOf('host', listed), id, version, origin, isDefault: i === first, pack };
    });
    return ok(await Promise.all(shelved));
  }

  async #readOwn(): Promise<Result<readonly ShelvedModel[], Problem>> {
    const records = await readModels(this.#db);
    if (!records.ok) return records;
    const shelved = records.value.map(async (record): Promise<ShelvedModel> => {
      const { id, version, addedAt, madeOf, files } = record;
      const origin: ModelOrigin = { kind: 'own', addedAt, madeOf };
      const pack = files === null ? err(damaged()) : await openModelPack(files);
      return { key: keyOf('own', record), id, version, origin, isDefault: false, pack };
    });
    return ok(await Promise.all(shelved));
  }
}

function damaged(): Problem {
  return problem(
    'model-damaged',
    sentence('store.modelDamaged'),
    sentence('store.modelDamagedCure'),
  );
}

function keyOf(
  origin: ModelOrigin['kind'],
  { id, version }: Pick<ModelManifest, 'id' | 'version'>,
): string {
  return `${origin}/${id}/${version}`;
}
