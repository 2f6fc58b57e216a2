import { expose, transfer } from 'comlink';
import { createDatabase } from '../../src/storage/database';
import type { EvidenceWorkerApi } from './api';
import { readIntoMemory } from './session';

const db = createDatabase();

expose({
  async read(job, page, memory) {
    const read = await readIntoMemory(db, job, page, memory);
    return read.ok ? transfer(read, [read.value.memory]) : read;
  },
} satisfies EvidenceWorkerApi);
