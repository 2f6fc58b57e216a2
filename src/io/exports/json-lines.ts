import { jsonText } from '../../core/json-text';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import { inBatches } from './evidence-reader';
import type { JsonLine } from './output-schema';
import { appOutput, jobOutput, settingsOutput } from './provenance';
import { rateJob } from './rated-job';
import { sampleOutput, spectrumOutput } from './row-output';
import { samplesToWrite, spectraToWrite } from './rows-to-write';
import { runNames } from './run-names';
import { each } from './table-rows';
import { INTENDED_USE, type ExportedJob } from './types';

/**
 * Yields a job as JSON lines: one object a line, each with one sample, its spectra, and what tells where it is
 * from, so that lines of several jobs can be put into one file. Then comes a line for each spectrum that is
 * part of no sample.
 */
export async function* exportJsonLines(exported: ExportedJob): AsyncGenerator<string, void, void> {
  const rated = rateJob(exported);
  const runOf = runNames(exported);
  const ofSample = sampleOutput(exported, rated);
  const ofSpectrum = spectrumOutput(exported, rated);
  const { model } = exported;
  const settings = settingsOutput(exported);
  const line = (sample: JsonLine['sample'], own: readonly SpectrumRow[]): string => {
    const output: JsonLine = {
      format: 'ktyper-sample/1',
      sample,
      spectra: own.map(ofSpectrum),
      run: each(own.map(runOf)) as string | null,
      job: jobOutput(exported),
      model: { ...model.ref },
      settings,
      app: appOutput(exported),
      use: INTENDED_USE,
    };
    return `${jsonText(output)}\n`;
  };
  const inSamples = new Set<number>();
  const spectraOf = (sample: SampleRow) => {
    for (const index of sample.spectra) inSamples.add(index);
    return rated.spectraOf(sample);
  };
  for await (const { sample, evidence } of inBatches(samplesToWrite(exported), exported.evidence)) {
    yield line(ofSample(sample, evidence), spectraOf(sample));
  }
  for (const row of spectraToWrite(exported))
    if (!inSamples.has(row.index)) yield line(null, [row]);
}
