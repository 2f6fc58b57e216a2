import type { CheckWorkerApi } from '../../../workers/check/api';
import type { ReaderWorkerApi } from '../../../workers/reader/api';
import { type CheckItem, failed, measured } from '../../core/check/check-item';
import { distanceFrom } from '../../core/check/fingerprint';
import { judgeKernel, judgeSteps } from '../../core/check/judge-steps';
import type { Reference } from '../../core/check/reference';
import type { StepId } from '../../core/check/reference-steps';
import { TOLERANCES } from '../../core/check/tolerances';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { problem } from '../../core/problem';
import type { InputFile } from '../../io/entry';
import type { JobThreads } from '../../../workers/job-threads';
import { WorkerClient } from '../../../workers/worker-client';
import { type StartWorker } from '../../../workers/worker-handle';
import { checkModel, type InstalledModel } from './check-model';
import { fetchReference } from './fetch-reference';
import { sentence } from '../../words/told/sentence';

export interface CheckTools {
  /** Address of the folder `check/`, ending with a slash. */
  readonly base: string;
  readonly models: readonly InstalledModel[];
  readonly startCheck: StartWorker<CheckWorkerApi>;
  readonly startReader: StartWorker<ReaderWorkerApi>;
  /** Starts the threads of a job with one compute worker. */
  readonly startJobThreads: () => JobThreads;
}

/**
 * Milliseconds without an answer after which a worker counts as hung; every request takes less than a
 * second.
 */
const PATIENCE = 60_000;

/**
 * Checks that this copy of the app, in this browser on this computer, computes what it should. Each item is
 * yielded as soon as it is known; anything that cannot be checked counts as a failure and is never omitted.
 * Never throws. The threads are started for the check, in the same way as those of a job, and ended with
 * it.
 */
export async function* checkInstallation(tools: CheckTools): AsyncGenerator<CheckItem, void, void> {
  const { items, reference, files } = await fetchReference(tools.base);
  yield* items;
  if (reference !== null && files !== null) yield* checkSteps(tools, reference, files);

  if (tools.models.length === 0) yield failed('models', sentence('checked.nameModels'), NO_MODEL);
  const { archive, pool } = tools.startJobThreads();
  try {
    for (const model of tools.models) {
      yield* checkModel(model, { pool, archive, reference, files });
    }
  } finally {
    archive.terminate();
    pool.terminate();
  }
  if (reference !== null && files !== null) yield await checkReader(tools, reference, files);
}

async function* checkSteps(
  { startCheck }: CheckTools,
  { steps }: Reference,
  files: readonly InputFile[],
): AsyncGenerator<CheckItem, void, void> {
  const client = new WorkerClient(startCheck);
  try {
    const asked = await client.ask((api) => api.takeSteps(files), PATIENCE);
    const taken = asked.ok ? asked.value : asked;
    if (!taken.ok) {
      yield failed('steps', sentence('checked.nameReferenceSpectrum'), taken.error);
      return;
    }
    yield* judgeSteps(steps, taken.value.steps);
    yield* judgeKernel(taken.value.preprocessor, taken.value.steps, taken.value.plain);
  } finally {
    client.retire(ENDED);
  }
}

/** Checks the thread that recomputes a single spectrum for display. */
async function checkReader(
  { startReader }: CheckTools,
  { spectrum, steps }: Reference,
  files: readonly InputFile[],
): Promise<CheckItem> {
  const name = sentence('checked.nameShown');
  const client = new WorkerClient(startReader);
  try {
    void client.ask((api) => api.open(files));
    const { path, sha256 } = spectrum;
    const asked = await client.ask(
      (api) => api.read({ path, sha256, bins: ONE_DALTON_BINS }),
      PATIENCE,
    );
    const read = asked.ok ? asked.value : asked;
    if (!read.ok) return failed('run', name, read.error);
    const { mz, raw, binned } = read.value;
    const distances = [
      distanceOf('mz', mz, steps),
      distanceOf('counts', raw, steps),
      distanceOf('clip', binned.values, steps),
    ];
    return measured('run', name, Math.max(...distances), TOLERANCES.steps, {
      same: sentence('checked.shownSame'),
      close: sentence('checked.shownClose'),
      far: sentence('checked.shownFar'),
    });
  } finally {
    client.retire(ENDED);
  }
}

function distanceOf(id: StepId, values: Float64Array, steps: Reference['steps']): number {
  const stored = steps.find((step) => step.id === id);
  return stored === undefined ? Infinity : distanceFrom(stored, values);
}

const NO_MODEL = problem('no-model', sentence('checked.noModel'), sentence('told.noModelCure'));

const ENDED = problem('check-ended', sentence('checked.ended'), sentence('told.startAgainCure'));
