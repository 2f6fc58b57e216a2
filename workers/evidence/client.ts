import { transfer, wrap } from 'comlink';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import { sentence } from '../../src/words/told/sentence';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';
import type { EvidencePage, EvidenceWorkerApi } from './api';

/** Pages that one thread reads: with the bundled model some 30 MB. */
const PAGES = 64;

/**
 * Reads pages of evidence of a long run in threads that end. A browser keeps what it has read from its database,
 * beside what the program gets, until the thread that asked collects its garbage. A page that exports makes hardly
 * any garbage that lives long, and so collects none: a run of 20,000 spectra left 165 MB. What comes in a message is
 * kept in the same way, so the memory goes to and fro (docs/decisions/0007-carriers.md).
 */
export class EvidenceThread {
  readonly #start: StartWorker<EvidenceWorkerApi>;
  readonly #spare: ArrayBuffer[] = [];
  #client: WorkerClient<EvidenceWorkerApi> | null = null;
  #read = 0;

  constructor(start: StartWorker<EvidenceWorkerApi>) {
    this.#start = start;
  }

  /** Reads a page, one at a time. The page is whole until it is given back. */
  async read(job: string, page: number): Promise<Result<EvidencePage, Problem>> {
    if (this.#read === PAGES) this.end();
    this.#client ??= new WorkerClient(this.#start);
    this.#read += 1;
    const memory = this.#spare.pop() ?? new ArrayBuffer();
    const read = await this.#client.ask((api) => api.read(job, page, memory));
    return read.ok ? read.value : read;
  }

  /** Takes the memory of a page back, for the next one. */
  giveBack({ memory }: Pick<EvidencePage, 'memory'>): void {
    this.#spare.push(memory);
  }

  end(): void {
    this.#client?.retire(ENDED);
    this.#client = null;
    this.#read = 0;
  }
}

const ENDED = problem('worker-died', sentence('thread.died'), sentence('thread.memoryCure'));

/** Starts the worker that reads evidence, in a browser. */
export function startEvidenceWorker(): WorkerHandle<EvidenceWorkerApi> {
  const worker = new Worker(new URL('./evidence.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-evidence',
  });
  const remote = wrap<EvidenceWorkerApi>(worker);
  return handleOf(worker, {
    read: (job, page, memory) => remote.read(job, page, transfer(memory, [memory])),
  });
}
