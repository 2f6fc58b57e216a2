import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { fetchModelIndex, fetchModelPack } from '../engine/fetch-model';
import { type ModelPack, openModelPack } from '../io/open-model-pack';
import { pickGuard } from '../engine/plan-guard';
import type { KtyperDatabase } from '../storage/database';
import { addModel, readModels, removeModel } from '../storage/models';
import type { PageMessages } from './page-messages';

/** Where a model is from: the host's list, or this computer. */
export type ModelOrigin =
  | { readonly kind: 'host' }
  | { readonly kind: 'own'; readonly addedAt: number; readonly madeOf: readonly string[] };

/** A model that is installed, and whether its files are what they should be. */
export interface ShelvedModel {
  /** Tells it from every other: two versions, or an own and the host's, stand side by side. */
  readonly key: string;
  readonly id: string;
  readonly version: string;
  readonly origin: ModelOrigin;
  /** Whether it is what the host names for those who choose nothing. */
  readonly isDefault: boolean;
  readonly pack: Result<ModelPack, Problem>;
}

/** The models that are installed. They are read once, and anew after a failure. */
export class ModelShelf {
  readonly #base: string;
  readonly #db: KtyperDatabase;
  readonly #messages: PageMessages | undefined;
  #reading: Promise<Result<readonly ShelvedModel[], Problem>> | null = null;
  /** The host's before the own; null until they are read. */
  models = $state.raw<readonly ShelvedModel[] | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** Why the models of this computer could not be read; the host's are there. */
  ownProblem = $state.raw<Problem | null>(null);

  /**
   * @param base address of the folder `models/`, with a slash at its end
   * @param messages by which the other pages hear of changes, and this one of theirs
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
   * The model that new jobs are made with: the chosen one while it is there, else the default.
   * @param choice a key; or an id alone, as the setting was before there were keys: then the first of
   * that id. So it is, too, when the chosen version has gone, which a host's update may bring.
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

  /** The marker model that watches classifiers: of the host's, as a laboratory's own are what is watched. */
  guard(): Result<ModelPack, Problem> {
    if (this.problem !== null) return err(this.problem);
    return pickGuard((this.models ?? []).filter(({ origin }) => origin.kind === 'host'));
  }

  manifestOf(choice: string | null): ModelManifest | null {
    const pack = this.chosen(choice)?.pack;
    return pack?.ok === true ? pack.value.manifest : null;
  }

  /** Keeps a model on this computer. Its graph must have passed its checks already. */
  async add(pack: ModelPack, madeOf: readonly string[]): Promise<Result<string, Problem>> {
    const { manifest, files } = pack;
    const { id, version } = manifest;
    const added = await addModel(this.#db, { id, version, addedAt: Date.now(), madeOf, files });
    if (!added.ok) return added;
    this.#messages?.modelsChanged();
    await this.#readAgain();
    return ok(keyOf('own', manifest));
  }

  /** Removes an own model. Jobs keep what they need of it. */
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
    // Without the host's list a laboratory goes on with its own.
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
      const pack = await openModelPack(files);
      return { key: keyOf('own', record), id, version, origin, isDefault: false, pack };
    });
    return ok(await Promise.all(shelved));
  }
}

function keyOf(
  origin: ModelOrigin['kind'],
  { id, version }: Pick<ModelManifest, 'id' | 'version'>,
): string {
  return `${origin}/${id}/${version}`;
}
