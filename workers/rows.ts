import { expose } from 'comlink';
import { createDatabase } from '../src/storage/database';
import { saveRows } from '../src/storage/rows';
import type { RowsWorkerApi } from './worker-api';

const db = createDatabase();

expose({
  save: (job, batch, changes, whole) => saveRows(db, job, batch, changes, whole, Infinity),
} satisfies RowsWorkerApi);
