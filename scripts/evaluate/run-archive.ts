import type { SampleRow, SpectrumRow } from '../../src/core/job/types';
import type { Problem } from '../../src/core/problem';
import type { ModelPack } from '../../src/io/open-model-pack';
import { runJob } from '../../src/engine/run-job';
import { SpectrumPool } from '../../workers/spectrum/page/pool';
import type { InputFile } from '../../src/io/entry';
import { collectJob } from '../headless/collect-job';
import { archiveWorkerHere, spectrumWorkerHere } from '../headless/job-tools';

/** The product's answer for one spectrum. */
export interface Answer {
  readonly spectrum: SpectrumRow;
  /**
   * The spectrum's own answer, since no sample sheet is used, and [taxa] scores S; null where not
   * classified.
   */
  readonly said: { readonly sample: SampleRow; readonly scores: ArrayLike<number> } | null;
}

export interface ArchiveRun {
  /** In order of discovery. */
  readonly answers: readonly Answer[];
  /** Problems of the input as a whole, including that no spectrum could be read. */
  readonly problems: readonly Problem[];
}

/** A sheet without rows, which makes the product judge every spectrum by itself and ignore other sheets. */
const NO_REPLICATES: InputFile = {
  path: 'sample_sheet.tsv',
  blob: new Blob(['spectrum_id\tsample_id\n']),
};

/** Runs a drop through the product's own engine. */
export async function runArchive(
  files: readonly InputFile[],
  pack: ModelPack,
): Promise<ArchiveRun> {
  const pool = new SpectrumPool(spectrumWorkerHere, 1);
  const tools = { pack, pool, archive: archiveWorkerHere() };
  const input = { files: [...files], sampleSheet: NO_REPLICATES };
  const job = await collectJob(runJob(input, tools, new AbortController().signal));
  pool.terminate();
  const sampleOf = new Map(job.samples.map((sample) => [sample.spectra[0], sample]));
  const answers = job.spectra.map((spectrum): Answer => {
    if (spectrum.status !== 'ok') return { spectrum, said: null };
    const sample = sampleOf.get(spectrum.index);
    const scores = sample && job.evidence.get(sample.index)?.scores;
    if (scores === undefined) throw new Error(`${spectrum.path} has no answer of its own`);
    return { spectrum, said: { sample: sample!, scores } };
  });
  const problems = [
    ...(job.summary?.problems ?? []),
    ...(job.failure === null ? [] : [job.failure]),
  ];
  return { answers, problems };
}
