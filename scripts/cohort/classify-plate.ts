import type { JobEvent } from '../../src/core/job/types';
import type { Problem } from '../../src/core/problem';
import type { Grouping } from '../../src/core/sample-sheet/grouping-kinds';
import type { WatchList } from '../../src/core/watch/types';
import { watchedPeaks } from '../../src/core/watch/types';
import type { GuardPlan } from '../../src/engine/plan-guard';
import { runJob } from '../../src/engine/run-job';
import type { ExportedJob } from '../../src/io/exports/types';
import type { InputFile } from '../../src/io/entry';
import type { ModelPack } from '../../src/io/open-model-pack';
import type { SpectrumPool } from '../../workers/spectrum/page/pool';
import { type CollectedJob, collectJob } from '../headless/collect-job';
import { archiveWorkerHere } from '../headless/job-tools';
import type { thisApp } from '../headless/this-app';

/** What all plates of a cohort are computed with. */
export interface CohortTools {
  readonly app: ReturnType<typeof thisApp>;
  readonly pack: ModelPack;
  readonly guard: GuardPlan | null;
  readonly grouping: Grouping | null;
  readonly watch: readonly WatchList[];
}

/** A plate with its rows. */
export interface ClassifiedPlate {
  readonly exported: ExportedJob;
  /** Why nothing of it could be read; null where something was. */
  readonly failure: Problem | null;
  /** Of its files and folders that could not be read. */
  readonly unread: readonly Problem[];
}

export type PlateAnswer = Omit<ClassifiedPlate, 'unread'>;

/** Problems that each plate would have. */
const OF_MODEL = /^model-/;

/** A cohort that cannot go on. */
export class CohortStopped extends Error {
  constructor(readonly problem: Problem) {
    super(problem.kind);
  }
}

/**
 * Runs one plate as a job.
 *
 * @returns null when it was stopped before its end
 * @throws CohortStopped when the model has failed
 */
export async function classifyPlate(
  name: string,
  files: readonly InputFile[],
  tools: CohortTools,
  pool: SpectrumPool,
  signal: AbortSignal,
): Promise<PlateAnswer | null> {
  const { pack, guard, grouping, watch } = tools;
  const input = { files, sampleSheet: null, grouping, watch: watchedPeaks(watch) };
  const threads = { pack, guard, pool, archive: archiveWorkerHere() };
  const collected = await collectJob(withoutEvidence(runJob(input, threads, signal)));
  const { summary, guard: told, failure, samples, spectra } = collected;
  if (signal.aborted) return null;
  if (failure !== null && OF_MODEL.test(failure.kind)) throw new CohortStopped(failure);
  return { exported: exportedOf(name, tools, { summary, guard: told, samples, spectra }), failure };
}

/** Returns the answer for a plate that is not computed. */
export function notComputed(name: string, tools: CohortTools, failure: Problem): PlateAnswer {
  const nothing = { summary: null, guard: null, samples: [], spectra: [] };
  return { exported: exportedOf(name, tools, nothing), failure };
}

function exportedOf(
  name: string,
  { app, pack, watch }: CohortTools,
  { summary, guard, samples, spectra }: Omit<CollectedJob, 'evidence' | 'failure'>,
): ExportedJob {
  return {
    app,
    // The tables have no time of computing, so that equal plates give equal bytes.
    job: { name, token: null, createdAt: '', summary, guard },
    model: { manifest: pack.manifest, ref: pack.ref },
    ...(watch.length === 0 ? {} : { watch }),
    samples,
    spectra,
  };
}

/** The tables have none of it, and of a plate it is most of the memory. */
async function* withoutEvidence(
  events: AsyncIterable<JobEvent>,
): AsyncGenerator<JobEvent, void, void> {
  for await (const event of events)
    yield event.kind === 'rows' ? { ...event, evidence: [] } : event;
}
