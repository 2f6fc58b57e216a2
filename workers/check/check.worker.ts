import { expose, transfer } from 'comlink';
import kernelUrl from '../../src/kernel/kernel.wasm?url';
import { openPreprocessor } from '../../src/kernel/open-preprocessor';
import { fetchWasm } from '../spectrum/fetch-wasm';
import { CheckSession } from './session';
import type { CheckWorkerApi } from './api';

const session = new CheckSession(openPreprocessor(() => fetchWasm(kernelUrl)));

expose({
  async takeSteps(files) {
    const taken = await session.takeSteps(files);
    if (!taken.ok) return taken;
    const { steps, plain } = taken.value;
    return transfer(
      taken,
      [...steps, ...plain].map(({ values }) => values.buffer),
    );
  },
} satisfies CheckWorkerApi);
