import { transfer, wrap } from 'comlink';
import { joinBytes } from '../../src/core/join-bytes';
import { problem, type Problem } from '../../src/core/problem';
import type { Result } from '../../src/core/result';
import type { Piece, SheetColumn, WorkbookRow, WorkbookTarget } from '../../src/io/workbook/types';
import { sentence } from '../../src/words/told/sentence';
import { MessageBufferPool } from '../transport/message-buffer-pool';
import { WorkerClient } from '../worker-client';
import { handleOf, type StartWorker, type WorkerHandle } from '../worker-handle';
import type { WorkbookWorkerApi, WrittenRows } from './api';

/** The thread ended before the workbook did. */
export class LostWorkbook extends Error {
  readonly problem: Problem;

  constructor(reason: Problem) {
    super(reason.kind);
    this.problem = reason;
  }
}

/**
 * Writes a workbook in a thread, so that the page has no long task. One batch of rows is on its way while the page
 * makes the next: with more of them, a slow thread would gather them in memory.
 *
 * @throws `LostWorkbook` from each call once the thread is lost
 */
export class WorkbookThread implements WorkbookTarget {
  readonly #client: WorkerClient<WorkbookWorkerApi>;
  readonly #carriers = new MessageBufferPool();
  #sent: Promise<Result<WrittenRows, Problem>> | null = null;

  constructor(start: StartWorker<WorkbookWorkerApi>) {
    this.#client = new WorkerClient(start);
  }

  async begin(name: string, columns: readonly SheetColumn[]): Promise<Piece> {
    const before = await this.#received(null);
    return joinBytes([before, got(await this.#client.ask((api) => api.begin(name, columns)))]);
  }

  add(rows: readonly WorkbookRow[]): Promise<Piece> {
    const carrier = this.#carriers.fill({ text: JSON.stringify(rows), numbers: [] });
    return this.#received(this.#client.ask((api) => api.add(carrier)));
  }

  async end(): Promise<Piece> {
    const before = await this.#received(null);
    return joinBytes([before, got(await this.#client.ask((api) => api.end()))]);
  }

  close(): void {
    this.#client.retire(ENDED);
  }

  /** Returns what the batch before gave, and leaves another on its way. */
  async #received(next: Promise<Result<WrittenRows, Problem>> | null): Promise<Piece> {
    const sent = this.#sent;
    this.#sent = next;
    if (sent === null) return NOTHING;
    const { piece, carrier } = got(await sent);
    this.#carriers.recycle(carrier);
    return piece;
  }
}

const NOTHING: Piece = new Uint8Array(0);
const ENDED = problem('worker-died', sentence('thread.died'), sentence('thread.memoryCure'));

function got<T>(answer: Result<T, Problem>): T {
  if (!answer.ok) throw new LostWorkbook(answer.error);
  return answer.value;
}

/** Starts the worker that writes a workbook, in a browser. */
export function startWorkbookWorker(): WorkerHandle<WorkbookWorkerApi> {
  const worker = new Worker(new URL('./workbook.worker.ts', import.meta.url), {
    type: 'module',
    name: 'ktyper-workbook',
  });
  const remote = wrap<WorkbookWorkerApi>(worker);
  return handleOf(worker, {
    begin: (name, columns) => remote.begin(name, columns),
    add: (carrier) => remote.add(transfer(carrier, [carrier])),
    end: () => remote.end(),
  });
}
