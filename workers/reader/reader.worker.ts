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
    const { counts, height, overNoise } = peaks;
    const arrays = [mz, raw, processed, binned.values, peaks.mz, counts, height, overNoise];
    return transfer(
      read,
      arrays.map(({ buffer }) => buffer),
    );
  },
} satisfies ReaderWorkerApi);
