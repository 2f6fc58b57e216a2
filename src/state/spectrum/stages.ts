import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import type { HeightUnit } from './plot-content';
import type { Trace } from './trace';

/** The stages of a spectrum between the detector and the model. */
export const stages = ['raw', 'processed', 'binned'] as const;
export type Stage = (typeof stages)[number];

export const stageLabels: Readonly<Record<Stage, string>> = {
  raw: 'As measured',
  processed: 'Processed',
  binned: 'Binned',
};

export const stageHints: Readonly<Record<Stage, string>> = {
  raw: 'Counts of the detector',
  processed: 'Square root, smoothed, without baseline, normalised',
  binned: 'What the model was given',
};

const SHARE: HeightUnit = {
  title: 'Relative intensity (‰ per Da)',
  unit: '‰ of the total ion current per Da',
  scale: 1000,
};

export const stageUnits: Readonly<Record<Stage, HeightUnit>> = {
  raw: { title: 'Counts', unit: 'counts', scale: 1 },
  processed: SHARE,
  binned: SHARE,
};

const edges = new WeakMap<SpectrumView, Float64Array>();

/** Returns a spectrum at a stage, as it is drawn. */
export function traceOf(view: SpectrumView, stage: Stage): Trace {
  const { mz, raw, processed, binned } = view;
  if (stage === 'raw') return { mz, y: raw, binWidth: null };
  if (stage === 'processed') return { mz, y: processed, binWidth: null };
  const { bins, values } = binned;
  let left = edges.get(view);
  if (left === undefined) {
    left = Float64Array.from(values, (_, i) => bins.first + i * bins.width);
    edges.set(view, left);
  }
  return { mz: left, y: values, binWidth: bins.width };
}
