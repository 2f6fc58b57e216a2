import type { JobRecord } from '../../src/storage/records';
import type { RunInput } from '../../src/storage/run-files';
import type { JobToWrite } from '../../src/io/job-file/job-lines';
import { writeJobFile } from '../../src/io/job-file/write-job-file';
import type { MarkerEvidence } from '../../src/core/job/types';
import { jobRecord, markerEvidence, sampleRow, spectrumRow, tokens } from '../unit/storage/records';
import { manifest } from '../unit/state/manifest';

export const WRITTEN_AT = '2026-11-28T12:00:00.000Z';
const model = {
  id: manifest.id,
  version: manifest.version,
  sha256: 'a'.repeat(64),
  manifestSha256: 'b'.repeat(64),
};
const { taxa, markers } = manifest;

/** Makes evidence of the size that the small model has. */
export function filedEvidence(seed: number): MarkerEvidence {
  const numbers = (length: number) => Float32Array.from({ length }, (_, i) => seed + i / 3);
  return markerEvidence({
    scores: numbers(taxa.length),
    loci: numbers(taxa.length * markers.loci.length),
    ions: numbers(4 * markers.ions.length),
  });
}

export interface FiledSetup {
  readonly spectra?: number;
  readonly record?: Partial<JobRecord>;
  readonly input?: RunInput | null;
}

/** Makes a job that has ended, with its rows and evidence in memory. */
export function filedJob({ spectra = 3, record = {}, input = null }: FiledSetup = {}): JobToWrite {
  const indices = Array.from({ length: spectra }, (_, i) => i);
  const taxon = taxa[0]!.id;
  const samples = indices.map((index) => {
    const { call, ...sample } = sampleRow(index, { probabilities: [0.9, 0.06, 0.04] });
    return {
      ...sample,
      call: { ...call, taxon, runnerUp: { taxon: taxa[1]!.id, probability: 0.06 } },
      markers: { taxon, found: [0], missing: [3] },
    };
  });
  return {
    record: jobRecord({
      token: tokens[0],
      status: 'completed',
      finishedAt: 9_000,
      model,
      counts: { found: spectra, done: spectra, samples: spectra, calls: { [taxon]: spectra } },
      work: { build: 'a', input: 'b', attempts: 1, reached: spectra },
      ...record,
    }),
    manifest,
    spectra: indices.map((index) => spectrumRow(index)),
    samples,
    evidence: (wanted) =>
      Promise.resolve(new Map(wanted.map((index) => [index, filedEvidence(index)]))),
    input,
  };
}

export async function jobFileText(
  jobs: readonly JobToWrite[],
  writtenAt = WRITTEN_AT,
): Promise<string> {
  const spectra = jobs.some(({ input }) => input !== null);
  const facts = { appVersion: '1.2.3', writtenAt, jobs: jobs.length, spectra };
  let text = '';
  for await (const piece of writeJobFile(facts, jobs)) text += piece;
  return text;
}
