import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import type { HeightUnit } from './plot-content';
import type { Trace } from './trace';

/** The stages of a spectrum between the detector and the model. */
export const stages = ['raw', 'processed', 'binned'] as const;
export type Stage = (typeof stages)[number];

const LABELS = {
  raw: 'spectrum.stageRaw',
  processed: 'spectrum.stageProcessed',
  binned: 'spectrum.stageBinned',
} as const satisfies Record<Stage, MessageKey>;

const HINTS = {
  raw: 'spectrum.stageRawHint',
  processed: 'spectrum.stageProcessedHint',
  binned: 'spectrum.stageBinnedHint',
} as const satisfies Record<Stage, MessageKey>;

export function stageLabel(stage: Stage): string {
  return say(LABELS[stage]);
}

export function stageHint(stage: Stage): string {
  return say(HINTS[stage]);
}

export const stageUnits: Readonly<Record<Stage, HeightUnit>> = {
  raw: 'counts',
  processed: 'share',
  binned: 'share',
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
