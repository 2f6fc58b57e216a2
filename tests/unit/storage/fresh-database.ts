import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { createDatabase, type KtyperDatabase } from '../../../src/storage/database';
import type { Result } from '../../../src/core/result';
import type { Problem } from '../../../src/core/problem';
import { inEnglish } from '../../../src/words/in-words';

/** Opens a database of its own, so that no test sees another test's records. */
export function freshDatabase(): KtyperDatabase {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  return createDatabase();
}

/** Returns the value of a step that must succeed in this test. */
export function value<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(inEnglish(result.error.message));
  return result.value;
}
