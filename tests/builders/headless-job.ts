import { gzipSync } from 'fflate';
import type { JobEvent } from '../../src/core/job/types';
import type { Problem } from '../../src/core/problem';
import type { WatchedPeak } from '../../src/core/watch/types';
import type { ModelPack } from '../../src/io/open-model-pack';
import { runJob } from '../../src/engine/run-job';
import { SpectrumPool } from '../../workers/spectrum/page/pool';
import type { GuardPlan } from '../../src/engine/plan-guard';
import type { WorkerHandle } from '../../workers/worker-handle';
import type { InputFile } from '../../src/io/entry';
import { collectJob, type CollectedJob } from '../../scripts/headless/collect-job';
import { ArchiveSession } from '../../workers/archive/session';
import type { HeldEntries } from '../../workers/archive/held-entries';
import { SpectrumSession } from '../../workers/spectrum/session';
import type { ArchiveStep, ArchiveWorkerApi } from '../../workers/archive/api';
import type { SpectrumWorkerApi } from '../../workers/spectrum/api';
import { writeTar, writeZip } from './archives';
import type { BuiltFile } from './bruker-run';
import { tinyPack } from './tiny-pack';

/** Makes a handle to a worker that runs on this thread. */
export function here<Api>(api: Api, died = new Promise<Problem>(() => undefined)) {
  return { api, died, terminate: () => undefined } satisfies WorkerHandle<Api>;
}

export interface JobSetup {
  readonly sampleSheet?: string;
  readonly watch?: readonly WatchedPeak[];
  readonly pack?: ModelPack;
  readonly guard?: GuardPlan | null;
  readonly workers?: readonly SpectrumWorkerApi[];
  /** Makes the workers that replace lost ones. */
  readonly spare?: () => SpectrumWorkerApi;
  readonly archive?: ArchiveWorkerApi;
  readonly signal?: AbortSignal;
  /** Is called with each event before the next is requested. */
  readonly hear?: (event: JobEvent) => void;
}

export interface RanJob extends CollectedJob {
  readonly events: readonly JobEvent[];
}

/** Runs a job on this thread, by default with the tiny model. */
export async function run(files: readonly InputFile[], setup: JobSetup = {}): Promise<RanJob> {
  const workers = setup.workers ?? [new SpectrumSession()];
  const left = workers.values();
  const spare = setup.spare ?? (() => new SpectrumSession());
  const start = () => here<SpectrumWorkerApi>(left.next().value ?? spare());
  // All workers take part, however little work there is.
  const pool = new SpectrumPool(start, workers.length, undefined, () => true);
  const tools = {
    pack: setup.pack ?? (await tinyPack()),
    guard: setup.guard ?? null,
    pool,
    archive: here(setup.archive ?? new ArchiveSession()),
  };
  const sampleSheet =
    setup.sampleSheet === undefined
      ? null
      : { path: 'chosen.tsv', blob: new Blob([setup.sampleSheet]) };
  const signal = setup.signal ?? new AbortController().signal;
  const events: JobEvent[] = [];
  const { watch = [] } = setup;
  const job = runJob({ files, sampleSheet, watch }, tools, signal);
  const collected = await collectJob(job, (event) => {
    events.push(event);
    setup.hear?.(event);
  });
  return { ...collected, events };
}

/**
 * An archive that gives one step at a time. It holds back some steps until the rows of all earlier acquisitions
 * have been reported, like a large archive whose listing is slower than its processing. The test passes the
 * job's events to `hear`.
 */
export class SlowArchive extends ArchiveSession {
  readonly #isLate: (step: ArchiveStep) => boolean;
  #given = 0;
  #done = 0;
  #told: () => void = () => undefined;

  constructor(isLate: (step: ArchiveStep) => boolean, held: HeldEntries | null = null) {
    super(held);
    this.#isLate = isLate;
  }

  readonly hear = (event: JobEvent): void => {
    if (event.kind === 'rows') this.#done = event.done;
    this.#told();
  };

  override open(...input: Parameters<ArchiveSession['open']>): Promise<void> {
    this.#given = 0;
    return super.open(...input);
  }

  override async next(): Promise<readonly ArchiveStep[]> {
    const steps = await super.next(1);
    for (const step of steps) {
      if (step.kind === 'acquisition') this.#given += 1;
      while (this.#isLate(step) && this.#done < this.#given) {
        await new Promise<void>((resolve) => (this.#told = resolve));
      }
    }
    return steps;
  }
}

export function zipOf(files: readonly BuiltFile[], path = 'run.zip'): InputFile {
  return { path, blob: new Blob([writeZip(files.map(named))]) };
}

/** Makes a .tar.gz with the files in the given order, since a tar is read in its order. */
export function tarGzOf(files: readonly BuiltFile[], path = 'run.tar.gz'): InputFile {
  return { path, blob: new Blob([gzipSync(writeTar(files.map(named)))]) };
}

/** Makes a tar like `tarGzOf`, but not compressed. */
export function tarOf(files: readonly BuiltFile[], path = 'run.tar'): InputFile {
  return { path, blob: new Blob([writeTar(files.map(named))]) };
}

export function folderOf(files: readonly BuiltFile[]): InputFile[] {
  return files.map(({ path, bytes }) => ({ path, blob: new Blob([bytes]) }));
}

function named({ path, bytes }: BuiltFile) {
  return { name: path, data: bytes };
}
