import { type JobToWrite } from '../../src/io/job-file/job-lines';
import { writeJobFile } from '../../src/io/job-file/write-job-file';
import type { InputFile } from '../../src/io/entry';
import type { ExportedJob } from '../../src/io/exports/types';
import { earliestAcquired } from '../../src/state/jobs/acquired';
import { tallyCalls } from '../../src/state/jobs/count-calls';
import { jobInputs } from '../../src/state/jobs/job-inputs';
import type { JobRecord } from '../../src/storage/records';
import type { Problem } from '../../src/core/problem';
import type { Grouping } from '../../src/core/sample-sheet/grouping-kinds';

/** What of a job is not in its exports. */
export interface JobEnd {
  readonly files: readonly InputFile[];
  readonly sampleSheet: InputFile | null;
  readonly grouping: Grouping | null;
  readonly failure: Problem | null;
  readonly isStopped: boolean;
}

/** Yields a job file (docs/job-file.md), which the page opens, without the run's files. */
export async function* exportJobFile(
  exported: ExportedJob,
  end: JobEnd,
): AsyncGenerator<string, void, void> {
  const { app, model, samples, spectra } = exported;
  const writtenAt = new Date().toISOString();
  const job: JobToWrite = {
    record: recordOf(exported, end, Date.parse(writtenAt)),
    manifest: model.manifest,
    spectra,
    samples,
    evidence: exported.evidence ?? (() => Promise.resolve(new Map())),
    input: null,
  };
  yield* writeJobFile({ appVersion: app.version, writtenAt, jobs: 1, spectra: false }, [job]);
}

function recordOf(
  { app, job, model, samples, spectra, watch }: ExportedJob,
  { files, sampleSheet, grouping, failure, isStopped }: JobEnd,
  finishedAt: number,
): JobRecord {
  const acquired = earliestAcquired(spectra, null);
  return {
    token: crypto.randomUUID(),
    name: job.name,
    nameTyped: false,
    origin: 'input',
    createdAt: Date.parse(job.createdAt),
    finishedAt,
    status: isStopped ? 'cancelled' : failure === null ? 'completed' : 'failed',
    model: model.ref,
    ...(job.guard === null || job.guard === undefined ? {} : { guard: job.guard }),
    appVersion: app.version,
    appCommit: app.commit ?? null,
    inputs: jobInputs(files),
    ...(watch === undefined ? {} : { watch }),
    sampleSheet: sampleSheet?.path ?? null,
    ...(grouping === null ? {} : { grouping }),
    counts: {
      found: spectra.length,
      done: spectra.length,
      samples: samples.length,
      calls: tallyCalls(samples),
      ...(acquired === null ? {} : { acquired }),
      complete: !isStopped,
    },
    summary: job.summary,
    problem: failure,
    deletedAt: null,
  };
}
