import { expose, transfer } from 'comlink';
import type { SimilarityWorkerApi } from './api';
import { SimilaritySession } from './session';

const session = new SimilaritySession();

expose({
  open: (files, wanted) => session.open(files, wanted),
  read: () => session.read(),
  async compare() {
    const compared = await session.compare();
    const { cosines, order, left, right, height, neighbours } = compared.similarity;
    const arrays = [compared.wanted, cosines, order, left, right, height, neighbours];
    return transfer(
      compared,
      arrays.map(({ buffer }) => buffer),
    );
  },
} satisfies SimilarityWorkerApi);
