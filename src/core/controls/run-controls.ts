import type { Interruptible } from '../interruptible';
import type { SampleRow, SpectrumRow } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { calledSample } from './called-sample';
import { controlFinder, type Control } from './control';
import { judgeControl, type JudgedControl } from './judge-control';

/** Finds and judges the controls among a job's samples, in steps. */
export function* controlsOfRun(
  samples: readonly SampleRow[],
  spectra: readonly SpectrumRow[],
  manifest: ModelManifest | null,
  controls: readonly Control[],
): Interruptible<readonly JudgedControl[]> {
  if (controls.length === 0) return [];
  const find = controlFinder(controls);
  const spotOf = new Map(spectra.map(({ index, spot }) => [index, spot]));
  yield;
  const judged: JudgedControl[] = [];
  for (const row of samples) {
    const spots = spotsOf(row, (index) => spotOf.get(index));
    const control = find({ name: row.name, spots });
    if (control !== null) {
      const sample = calledSample(row, spots, manifest);
      judged.push({ control, sample, verdict: judgeControl(sample, control.expects) });
    }
    yield;
  }
  return judged;
}

/** The spots of a sample and of its spectra, each once. */
export function spotsOf(
  { spot, spectra }: Pick<SampleRow, 'spot' | 'spectra'>,
  spotOf: (spectrum: number) => string | undefined,
): readonly string[] {
  const spots = new Set([spot, ...spectra.map((index) => spotOf(index) ?? '')]);
  spots.delete('');
  return [...spots];
}
