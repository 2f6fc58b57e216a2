import { Dexie, type Table } from 'dexie';
import { migrations } from './migrations';
import type {
  EvidencePageRecord,
  JobRecord,
  ManifestRecord,
  ModelRecord,
  ReviewRecord,
  RowChunkRecord,
  RunFilesRecord,
  RunSummaryRecord,
  SettingRecord,
  WatchListRecord,
} from './records';

export interface KtyperDatabase extends Dexie {
  readonly jobs: Table<JobRecord, string>;
  readonly rowChunks: Table<RowChunkRecord, [string, number]>;
  readonly evidencePages: Table<EvidencePageRecord, [string, number, number]>;
  readonly manifests: Table<ManifestRecord, string>;
  readonly settings: Table<SettingRecord, string>;
  readonly files: Table<RunFilesRecord, string>;
  readonly models: Table<ModelRecord, [string, string]>;
  readonly watchLists: Table<WatchListRecord, string>;
  readonly reviews: Table<ReviewRecord, [string, number]>;
  readonly runSummaries: Table<RunSummaryRecord, string>;
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
