import { sentence, type Sentence, type Sentences } from '../../words/told/sentence';
import type { SpeciesCall } from '../job/types';

/** The labels of refusals as jobs store and count them, each with the sentence that is shown for it. */
const SHOWN: ReadonlyMap<string, Sentence> = new Map([
  ['Poor spectrum', sentence('call.labelPoorSpectrum')],
  ['No spectrum', sentence('call.labelNoSpectrum')],
  ['No reliable identification', sentence('call.labelBelowThreshold')],
  ['Outside what the model was judged on', sentence('call.labelOutsideScope')],
  ['Not read', sentence('call.labelNotRead')],
  ['Not judged', sentence('call.labelNotJudged')],
]);

/** What a model calls a spectrum that shows no pattern of its genus. */
const NO_PATTERN = /^No (.+) pattern$/;

/** Returns what is shown for a label: names of taxa and groups are the model's own words. */
export function shownLabel(label: string): Sentences {
  const genus = NO_PATTERN.exec(label)?.[1];
  return genus === undefined
    ? (SHOWN.get(label) ?? label)
    : sentence('call.labelNoPattern', { genus });
}

/** Returns what the species cell shows: a call's label, and for a refusal what is closest. */
export function labelOf({ label, detail }: Pick<SpeciesCall, 'label' | 'detail'>): Sentences {
  const shown = shownLabel(label);
  return detail === undefined ? shown : sentence('call.labelWithDetail', { label: shown, detail });
}
