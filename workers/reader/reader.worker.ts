import { expose, transfer } from 'comlink';
import { ReaderSession } from './session';
import type { ReaderWorkerApi } from './api';

const session = new ReaderSession();

expose({
  open: (files) => session.open(files),
  outlineSheet: (path, blob) => session.outlineSheet(path, blob),
  async read(wanted) {
    const read = await session.read(wanted);
    if (!read.ok) return read;
    const { mz, raw, processed, binned, peaks } = read.value;
    const arrays = [mz, raw, processed, binned.values, ...Object.values(peaks)];
    return transfer(
      read,
      arrays.map(({ buffer }) => buffer),
    );
  },
} satisfies ReaderWorkerApi);
