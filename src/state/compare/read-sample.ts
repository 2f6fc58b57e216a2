import type { MarkerEvidence, SpeciesCall } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { problem, type Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { sentence } from '../../words/told/sentence';
import type { JobSession } from '../jobs/job-session.svelte';
import { findRow } from '../jobs/rows-by-index';
import type { SpectrumLibrary } from '../spectrum/spectrum-library';
import { readableSpectrum } from './read-mean';
import type { SampleRef } from './spectra-address';

/** A sample whose spectrum was read. */
export interface ReadSample {
  readonly kind: 'read';
  readonly name: string;
  readonly call: SpeciesCall;
  /** Id of the called taxon; null for groups and refusals. */
  readonly taxon: string | null;
  readonly manifest: ModelManifest | null;
  readonly evidence: MarkerEvidence | null;
  readonly view: SpectrumView;
  readonly sha256: string;
}

/** A sample without a curve. */
export interface AbsentSample {
  readonly kind: 'absent';
  readonly ref: SampleRef;
  /** Empty where not even the sample is there. */
  readonly name: string;
  readonly problem: Problem;
  /** Its job; null where that is not on this computer. */
  readonly session: JobSession | null;
}

export type OpenJob = (token: string) => Promise<Result<JobSession | null, Problem>>;

/** Reads a sample's spectrum from the files of its job, with what the model saw in it. */
export async function readSample(
  ref: SampleRef,
  own: JobSession,
  library: SpectrumLibrary,
  open: OpenJob,
): Promise<ReadSample | AbsentSample> {
  const absent = (fault: Problem, session: JobSession | null, name = ''): AbsentSample => ({
    kind: 'absent',
    ref,
    name,
    problem: fault,
    session,
  });
  const opened = ref.job === null ? { ok: true as const, value: own } : await open(ref.job);
  if (!opened.ok) return absent(opened.error, null);
  const session = opened.value;
  if (session === null) return absent(noJob(), null);
  const sample = findRow(session.samples, ref.sample);
  if (sample === null) return absent(noSample(), session);
  const row = readableSpectrum(session, sample);
  if (row === null || row.sha256 === null)
    return absent(sample.failure ?? noSample(), session, sample.name);
  const view = await library.read(session.record.token, row, ONE_DALTON_BINS);
  if (!view.ok) return absent(view.error, session, sample.name);
  const evidence = await session.evidence(sample.index);
  const spot = sample.spot === '' ? '' : ` ${sample.spot}`;
  const job = session === own ? '' : ` (${session.record.name})`;
  return {
    kind: 'read',
    name: `${sample.name}${spot}${job}`,
    call: sample.call,
    taxon: sample.call.kind === 'species' ? sample.call.taxon : null,
    manifest: session.manifest,
    evidence: evidence.ok ? evidence.value : null,
    view: view.value,
    sha256: row.sha256,
  };
}

function noJob(): Problem {
  return problem('job-absent', sentence('job.notHere'), sentence('job.notHereCure'));
}

function noSample(): Problem {
  return problem(
    'sample-absent',
    sentence('job.noSpectrumHere'),
    sentence('job.noSpectrumHereCure'),
  );
}
