import zlibUrl from '@zip.js/zip.js/dist/zip-module.wasm?url';
import { expose, transfer } from 'comlink';
import { zlibOpener } from '../src/io/open-zlib';
import { ArchiveSession } from './archive-session';
import { HeldEntries } from './held-entries';
import type { ConnectedArchiveWorkerApi, HeldEntriesApi } from './worker-api';

const held = new HeldEntries();
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
  next: (max) => session.next(max),
  release: (ids) => session.release(ids),
  close: () => session.close(),
  connect(reader) {
    expose(forReaders, reader);
    return Promise.resolve();
  },
} satisfies ConnectedArchiveWorkerApi);
