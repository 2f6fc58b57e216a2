import zlibUrl from '@zip.js/zip.js/dist/zip-module.wasm?url';
import { expose, transfer } from 'comlink';
import { zlibOpener } from '../../src/io/inflate/zlib';
import { MessageBufferPool } from '../transport/message-buffer-pool';
import { encodeItems } from '../transport/encoded-items';
import { ArchiveSession } from './session';
import { HeldEntries } from './held-entries';
import type { ConnectedArchiveWorkerApi, HeldEntriesApi } from './api';

const held = new HeldEntries();
const carriers = new MessageBufferPool();
const openZlib = zlibOpener(async () => (await fetch(zlibUrl)).arrayBuffer());
const session = new ArchiveSession(held, openZlib);

const forReaders: HeldEntriesApi = {
  give(ids, room) {
    const given = held.give(ids, room);
    return transfer(given, [given.buffer]);
  },
};

expose({
  open: (files, sampleSheet) => session.open(files, sampleSheet),
  async next(max, back) {
    if (back !== null) carriers.recycle(back);
    const steps = await session.next(max);
    const about = { steps: steps.length, holds: held.size > 0 };
    // The contents of such a file may be megabytes, and are copied faster without encoding.
    if (steps.some(({ kind }) => kind === 'run-info' || kind === 'sample-sheet')) {
      return { items: { plain: steps }, ...about };
    }
    const { sent, buffers } = encodeItems(steps, carriers);
    return transfer({ items: sent, ...about }, buffers);
  },
  release: (ids) => session.release(ids),
  close: () => session.close(),
  connect(reader) {
    expose(forReaders, reader);
    return Promise.resolve();
  },
} satisfies ConnectedArchiveWorkerApi);
