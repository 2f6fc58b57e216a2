import type { Problem } from '../core/problem';
import type { KtyperDatabase } from '../storage/database';
import { defaultSettings, readSettings, saveSetting, type Settings } from '../storage/settings';

/** The settings that are kept in the browser, and why they could not be, if so. */
export class SettingsState {
  readonly #db: KtyperDatabase;
  values = $state.raw<Settings>(defaultSettings);
  problem = $state.raw<Problem | null>(null);
  /** What was set on this page, kept or not. */
  #own: Partial<Settings> = {};
  #saving = $state.raw(0);

  constructor(db: KtyperDatabase) {
    this.#db = db;
  }

  #loading: Promise<Settings> | null = null;

  /** Whether something that was set is not kept yet: a page that goes away now may lose it. */
  get isSaving(): boolean {
    return this.#saving > 0;
  }

  /** The settings as they were kept. They are read once; until then the defaults stand. */
  load(): Promise<Settings> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<Settings> {
    const read = await readSettings(this.#db);
    // What a person sets while they are read counts more.
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
