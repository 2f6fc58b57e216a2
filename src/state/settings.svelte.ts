import type { Problem } from '../core/problem';
import type { KtyperDatabase } from '../storage/database';
import { defaultSettings, readSettings, saveSetting, type Settings } from '../storage/settings';

/** The settings that are kept in the browser, and why they could not be, if so. */
export class SettingsState {
  readonly #db: KtyperDatabase;
  values = $state.raw<Settings>(defaultSettings);
  problem = $state.raw<Problem | null>(null);

  constructor(db: KtyperDatabase) {
    this.#db = db;
  }

  #loading: Promise<Settings> | null = null;

  /** The settings as they were kept. They are read once; until then the defaults stand. */
  load(): Promise<Settings> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<Settings> {
    const read = await readSettings(this.#db);
    if (read.ok) this.values = read.value;
    else this.problem = read.error;
    return this.values;
  }

  async set<Key extends keyof Settings>(key: Key, value: Settings[Key]): Promise<void> {
    this.values = { ...this.values, [key]: value };
    const saved = await saveSetting(this.#db, key, value);
    this.problem = saved.ok ? null : saved.error;
  }
}
