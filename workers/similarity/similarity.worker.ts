import zlibUrl from '@zip.js/zip.js/dist/zip-module.wasm?url';
import { expose, transfer } from 'comlink';
import { openInflater, zlibOpener } from '../../src/io/inflate/zlib';
import kernelUrl from '../../src/kernel/kernel.wasm?url';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { fetchWasm } from '../spectrum/fetch-wasm';
import type { SimilarityWorkerApi } from './api';
import { SimilaritySession } from './session';

const session = new SimilaritySession(
  openPreprocessor(() => fetchWasm(kernelUrl)),
  openInflater(zlibOpener(() => fetchWasm(zlibUrl))),
);

expose({
  open: (files, wanted) => session.open(files, wanted),
  read: () => session.read(),
  async compare() {
    const compared = await session.compare();
    const { cosines, order, left, right, height, neighbours, places, clusters } =
      compared.similarity;
    const { middles, firsts, lasts } = places;
    const tree = [order, left, right, height, middles, firsts, lasts, clusters];
    const arrays = [compared.wanted, cosines, neighbours, ...tree];
    return transfer(
      compared,
      arrays.map(({ buffer }) => buffer),
    );
  },
} satisfies SimilarityWorkerApi);
