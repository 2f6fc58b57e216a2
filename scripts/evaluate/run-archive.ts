import { basename } from 'node:path';
import type { SampleRow, SpectrumRow } from '../../src/core/job/types';
import type { ModelPack } from '../../src/engine/open-model';
import { runJob } from '../../src/engine/run-job';
import { SpectrumPool } from '../../src/engine/spectrum-pool';
import { inputFile } from '../headless/input-files';
import { archiveWorkerHere, spectrumWorkerHere } from '../headless/job-tools';

/** One answer of the product with the first spectrum that it rests on. */
export interface Answer {
  readonly sample: SampleRow;
  readonly spectrum: SpectrumRow;
  /** Score of the best taxon; null where nothing was classified. */
  readonly score: number | null;
}

/** Runs an archive through the product's own engine. Throws when the run fails as a whole. */
export async function runArchive(path: string, pack: ModelPack): Promise<Answer[]> {
  const samples = new Map<number, SampleRow>();
  const spectra = new Map<number, SpectrumRow>();
  const scores = new Map<number, number>();
  const tools = {
    pack,
    pool: new SpectrumPool(spectrumWorkerHere, 1),
    archive: archiveWorkerHere(),
  };
  const input = { files: [await inputFile(path, basename(path))], sampleSheet: null };
  for await (const event of runJob(input, tools, new AbortController().signal)) {
    if (event.kind === 'failed') throw new Error(`${path}: ${event.problem.message}`);
    if (event.kind !== 'rows') continue;
    for (const row of event.spectra) spectra.set(row.index, row);
    for (const row of event.samples) samples.set(row.index, row);
    for (const index of event.withdrawn) samples.delete(index);
    for (const { sample, evidence } of event.evidence) {
      scores.set(sample, Math.max(...evidence.scores));
    }
  }
  return [...samples.values()].map((sample) => {
    const spectrum = spectra.get(sample.spectra[0] ?? -1);
    if (spectrum === undefined) throw new Error(`${sample.name} rests on no spectrum`);
    return { sample, spectrum, score: scores.get(sample.index) ?? null };
  });
}

/** Id of the taxon with the largest probability, whether it is called or not; null without any. */
export function bestTaxon({ sample }: Answer, pack: ModelPack): string | null {
  const { probabilities } = sample;
  if (probabilities.length === 0) return null;
  return pack.manifest.taxa[probabilities.indexOf(Math.max(...probabilities))]?.id ?? null;
}
