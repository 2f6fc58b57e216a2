import { expose, transfer } from 'comlink';
import { freeEvidence } from '../../src/core/job/evidence-memory';
import { readRowsOf } from './row-codec';
import { createDatabase } from '../../src/storage/database';
import { saveRows } from '../../src/storage/rows';
import type { RemoteRowsWorkerApi } from './api';

const db = createDatabase();

expose({
  async save(job, batch, changes, whole) {
    const back = batch instanceof ArrayBuffer ? batch : null;
    const rows = batch instanceof ArrayBuffer ? readRowsOf(batch) : batch;
    const saved = await saveRows(db, job, rows, changes, whole, Infinity);
    freeEvidence(rows.evidence);
    return transfer({ saved, back }, back === null ? [] : [back]);
  },
} satisfies RemoteRowsWorkerApi);
