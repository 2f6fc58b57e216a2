import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { rateSample, type SampleQuality } from '../../core/quality/rate-sample';
import type { ExportedJob } from './types';

/** Gives access to a job's spectra by their index, and judges the quality of its samples. */
export interface RatedJob {
  /** Returns those of a sample's spectra that are exported, usable or not. */
  readonly spectraOf: (sample: SampleRow) => readonly SpectrumRow[];
  readonly quality: (sample: SampleRow) => SampleQuality | null;
  readonly spectrum: (index: number) => SpectrumRow | undefined;
}

export function rateJob({ spectra }: Pick<ExportedJob, 'spectra'>): RatedJob {
  const byIndex = new Map(spectra.map((row) => [row.index, row]));
  const spectraOf = (sample: SampleRow) =>
    sample.spectra.flatMap((index) => byIndex.get(index) ?? []);
  return {
    spectraOf,
    quality: (sample) => rateSample(spectraOf(sample), sample.consensus),
    spectrum: (index) => byIndex.get(index),
  };
}
