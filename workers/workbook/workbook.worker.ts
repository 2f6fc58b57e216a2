import { expose, transfer } from 'comlink';
import type { WorkbookWorkerApi } from './api';
import { WorkbookSession } from './session';

const session = new WorkbookSession();

expose({
  async begin(name, columns) {
    const piece = await session.begin(name, columns);
    return transfer(piece, [piece.buffer]);
  },
  async add(carrier) {
    const written = await session.add(carrier);
    return transfer(written, [written.piece.buffer, written.carrier]);
  },
  async end() {
    const piece = await session.end();
    return transfer(piece, [piece.buffer]);
  },
} satisfies WorkbookWorkerApi);
