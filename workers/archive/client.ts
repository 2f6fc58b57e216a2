import { type Remote, transfer, wrap } from 'comlink';
import type { Problem } from '../../src/core/problem';
import type { InputFile } from '../../src/io/entry';
import { freeSeenBuffer } from '../../src/core/free-buffer';
import { decodeItems } from '../transport/encoded-items';
import { handleOf, type WorkerHandle } from '../worker-handle';
import type { ArchiveStep, ArchiveWorkerApi, ConnectedArchiveWorkerApi } from './api';
import { StepsAhead } from './page/steps-ahead';

/** Takes the end of a channel whose other end the archive's thread has. */
type TakePort = (port: MessagePort) => void;

/** The archive's thread, and its connections with compute workers. */
export interface ConnectedArchive {
  readonly handle: WorkerHandle<ArchiveWorkerApi>;
  /**
   * Connects a compute worker, now and whenever another thread takes the place of this one.
   *
   * @returns what forgets the compute worker
   */
  readonly connect: (take: TakePort) => () => void;
}

interface Thread {
  readonly remote: Remote<ConnectedArchiveWorkerApi>;
  readonly handle: WorkerHandle<unknown>;
}

/** Starts the worker that lists a drop, in a browser. */
export function startArchiveWorker(): ConnectedArchive {
  const archive = new ArchiveThread();
  return {
    handle: { api: archive, died: archive.died, terminate: () => archive.terminate() },
    connect: (take) => archive.connect(take),
  };
}

/**
 * The page's side of the thread. Once a large drop is listed and nothing of it is held, the thread ends, and with it
 * the memory that listing took; the end of the job, or its next listing, starts another.
 */
class ArchiveThread implements ArchiveWorkerApi {
  readonly died: Promise<Problem>;
  #die!: (reason: Problem) => void;
  readonly #readers = new Set<TakePort>();
  #thread: Thread | null = null;
  #listing: StepsAhead | null = null;
  #isOver = false;

  constructor() {
    this.died = new Promise((resolve) => (this.#die = resolve));
    this.#running();
  }

  async open(files: readonly InputFile[], sampleSheet: InputFile | null): Promise<void> {
    this.#listing?.stop();
    const { remote } = this.#running();
    this.#listing = listingOf(remote, () => this.#end());
    await remote.open(files, sampleSheet);
  }

  next(max: number): Promise<readonly ArchiveStep[]> {
    return this.#listing?.next(max) ?? Promise.resolve([]);
  }

  async release(ids: readonly number[]): Promise<void> {
    await this.#running().remote.release(ids);
  }

  async close(): Promise<void> {
    this.#listing?.stop();
    this.#listing = null;
    if (!this.#isOver) await this.#running().remote.close();
  }

  connect(take: TakePort): () => void {
    this.#readers.add(take);
    if (this.#thread !== null) connectTo(this.#thread, take);
    return () => void this.#readers.delete(take);
  }

  terminate(): void {
    this.#isOver = true;
    this.#listing?.stop();
    this.#end();
  }

  #running(): Thread {
    if (this.#thread === null) {
      this.#thread = startThread();
      void this.#thread.handle.died.then(this.#die);
      for (const take of this.#readers) connectTo(this.#thread, take);
    }
    return this.#thread;
  }

  #end(): void {
    this.#thread?.handle.terminate();
    this.#thread = null;
  }
}

function startThread(): Thread {
  const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-archive',
  });
  const remote = wrap<ConnectedArchiveWorkerApi>(worker);
  return { remote, handle: handleOf<unknown>(worker, remote) };
}

function listingOf(remote: Remote<ConnectedArchiveWorkerApi>, onEnd: () => void): StepsAhead {
  /** The buffer of an answer that was decoded, for the next one. */
  let back: ArrayBuffer | null = null;
  const recycle = (carrier: ArrayBuffer): void => {
    if (back !== null) freeSeenBuffer(back);
    back = carrier;
  };
  return new StepsAhead({
    ask(max) {
      const read = back;
      back = null;
      return remote.next(max, read && transfer(read, [read]));
    },
    decode: ({ items }) => decodeItems(items, { recycle }),
    onEnd,
  });
}

function connectTo({ remote }: Thread, take: TakePort): void {
  const { port1, port2 } = new MessageChannel();
  void remote.connect(transfer(port1, [port1]));
  take(port2);
}
