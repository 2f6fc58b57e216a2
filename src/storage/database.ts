import { Dexie, type Table } from 'dexie';
import { migrations } from './migrations';
import type {
  EvidenceRecord,
  JobRecord,
  ManifestRecord,
  ModelRecord,
  RunFilesRecord,
  SampleRecord,
  SettingRecord,
  SpectrumRecord,
  WatchListRecord,
} from './records';

export interface KtyperDatabase extends Dexie {
  readonly jobs: Table<JobRecord, string>;
  readonly spectra: Table<SpectrumRecord, [string, number]>;
  readonly samples: Table<SampleRecord, [string, number]>;
  readonly evidence: Table<EvidenceRecord, [string, number]>;
  readonly manifests: Table<ManifestRecord, string>;
  readonly settings: Table<SettingRecord, string>;
  readonly files: Table<RunFilesRecord, string>;
  readonly models: Table<ModelRecord, [string, string]>;
  readonly watchLists: Table<WatchListRecord, string>;
}

/** The page's database. It is opened by its first use, so that a fault reaches whoever asked. */
export function createDatabase(name = 'ktyper'): KtyperDatabase {
  const database = new Dexie(name) as KtyperDatabase;
  for (const { version, stores, upgrade } of migrations) {
    const step = database.version(version).stores(stores);
    if (upgrade !== undefined) step.upgrade(upgrade);
  }
  return database;
}
