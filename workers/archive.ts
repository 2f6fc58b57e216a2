import { expose, transfer } from 'comlink';
import { buffersOfEntries } from '../src/io/entry-buffers';
import { ArchiveSession } from './archive-session';
import type { ArchiveWorkerApi } from './worker-api';

const session = new ArchiveSession();

expose({
  open: (files, sampleSheet) => session.open(files, sampleSheet),
  async next(max) {
    const steps = await session.next(max);
    const entries = steps.flatMap((step) =>
      step.kind === 'acquisition' ? [step.fid, step.acqu] : [],
    );
    return transfer(steps, buffersOfEntries(entries));
  },
  close: () => session.close(),
} satisfies ArchiveWorkerApi);
