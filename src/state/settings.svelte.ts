import type { Problem } from '../core/problem';
import type { KtyperDatabase } from '../storage/database';
import { defaultSettings, readSettings, saveSetting, type Settings } from '../storage/settings';

/** The settings, which the browser's storage keeps, with the problem when it could not. */
export class SettingsState {
  readonly #db: KtyperDatabase;
  values = $state.raw<Settings>(defaultSettings);
  problem = $state.raw<Problem | null>(null);
  /** The settings of this page, stored or not. */
  #own: Partial<Settings> = {};
  #saving = $state.raw(0);

  constructor(db: KtyperDatabase) {
    this.#db = db;
  }

  #loading: Promise<Settings> | null = null;

  /** Whether a setting is not stored yet, so that closing the page may lose it. */
  get isSaving(): boolean {
    return this.#saving > 0;
  }

  /** Reads the stored settings, once. Until then the defaults apply. */
  load(): Promise<Settings> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<Settings> {
    const read = await readSettings(this.#db);
    // A setting that a person changes while they are read takes precedence.
    if (read.ok) this.values = { ...read.value, ...this.#own };
    else this.problem = read.error;
    return this.values;
  }

  async set<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    this.#own = { ...this.#own, [key]: value };
    this.values = { ...this.values, [key]: value };
    this.#saving += 1;
    const saved = await saveSetting(this.#db, key, value);
    this.#saving -= 1;
    this.problem = saved.ok ? null : saved.error;
  }
}
