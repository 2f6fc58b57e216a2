import { isPersistent, requestPersistence } from '../storage/usage';
import type { SettingsState } from './settings.svelte';

export interface PersistenceParts {
  readonly settings: Pick<SettingsState, 'values' | 'load' | 'set'>;
  readonly now: () => number;
}

/**
 * Asks the browser to keep the jobs also when the disk is short. It is asked after the first job was saved and not
 * before, since only then is there anything to keep, and a browser that asks the person needs a reason.
 */
export class Persistence {
  readonly #parts: PersistenceParts;
  #asking: Promise<boolean> | null = null;

  constructor(parts: PersistenceParts) {
    this.#parts = parts;
  }

  /** Asks once, however many jobs follow. */
  async jobSaved(): Promise<void> {
    const { persistence } = await this.#parts.settings.load();
    if (persistence !== null || this.#parts.settings.values.persistence !== null) return;
    await this.ask();
  }

  /** @returns whether the browser promises it */
  ask(): Promise<boolean> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    const { settings, now } = this.#parts;
    // What another page, or the installed app, was promised already holds here as well.
    const promised =
      (await isPersistent().catch(() => false)) || (await requestPersistence().catch(() => false));
    await settings.set('persistence', { asked: now(), promised });
    return promised;
  }
}
