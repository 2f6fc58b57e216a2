import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { fetchModelIndex, fetchModelPack } from '../engine/fetch-model';
import type { ModelPack } from '../engine/open-model';

/** A model that ships with this copy of the app, and whether its files are what they should be. */
export interface ShelvedModel {
  readonly id: string;
  readonly version: string;
  readonly isDefault: boolean;
  readonly pack: Result<ModelPack, Problem>;
}

/** The models that are installed. They are read once, and anew after a failure. */
export class ModelShelf {
  readonly #base: string;
  #reading: Promise<Result<readonly ShelvedModel[], Problem>> | null = null;
  /** Null until they are read. */
  models = $state.raw<readonly ShelvedModel[] | null>(null);
  problem = $state.raw<Problem | null>(null);

  /** @param base address of the folder `models/`, with a slash at its end */
  constructor(base: string) {
    this.#base = base;
  }

  async load(): Promise<Result<readonly ShelvedModel[], Problem>> {
    this.#reading ??= this.#read();
    const read = await this.#reading;
    this.problem = read.ok ? null : read.error;
    if (read.ok) this.models = read.value;
    if (!read.ok || read.value.some(({ pack }) => !pack.ok)) this.#reading = null;
    return read;
  }

  /** The model that new jobs are made with: the chosen one while it is there, else the default. */
  chosen(id: string | null): ShelvedModel | null {
    const models = this.models ?? [];
    return models.find((model) => model.id === id) ?? models.find((one) => one.isDefault) ?? null;
  }

  manifestOf(id: string | null): ModelManifest | null {
    const pack = this.chosen(id)?.pack;
    return pack?.ok === true ? pack.value.manifest : null;
  }

  async #read(): Promise<Result<readonly ShelvedModel[], Problem>> {
    const index = await fetchModelIndex(this.#base);
    if (!index.ok) return err(index.error);
    const { models, default: defaultId } = index.value;
    return ok(
      await Promise.all(
        models.map(async ({ id, version }) => ({
          id,
          version,
          isDefault: id === defaultId,
          pack: await fetchModelPack(this.#base, id),
        })),
      ),
    );
  }
}
