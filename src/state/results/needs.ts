import { formatMeasure } from '../format-measure';
import { nextStep, type NextStepKind } from '../../core/classify/next-step';
import type { Interruptible } from '../../core/interruptible';
import type { SampleRow } from '../../core/job/types';
import { measureLabel } from '../../core/quality/explain';
import type { JudgedMeasure } from '../../core/quality/judge';
import { QUALITY_MEASURES, type QualityMeasure } from '../../core/quality/limits';
import { inSlices } from '../../engine/in-slices';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { CONTROL_CURE } from '../../core/controls/judge-control';
import { sampleStatus } from './sample-status';
import { inWords } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

const callNeeds = ['control', 'unread', 'poor', 'contradict', 'weak', 'unresolved'] as const;

/** Why a sample needs attention: it is a control that fails, its call, or a measure of quality that did not pass. */
export type Need = (typeof callNeeds)[number] | QualityMeasure;

/** All reasons, the most urgent first. */
export const needs: readonly Need[] = [...callNeeds, ...QUALITY_MEASURES];

/** Returns the measures of a sample that did not pass. */
export type FaultsOf = (sample: SampleRow) => readonly JudgedMeasure[];

/** Returns whether a sample is a control that fails. */
export type IsFailedControl = (sample: SampleRow) => boolean;

const isNoControl: IsFailedControl = () => false;

export interface NeedCount {
  readonly need: Need;
  /** In the order that they have. */
  readonly samples: readonly SampleRow[];
}

const CALL_NEEDS = {
  control: 'results.attentionControl',
  unread: 'results.countUnread',
  poor: 'results.attentionPoor',
  contradict: 'results.attentionContradict',
  weak: 'results.attentionWeak',
  unresolved: 'results.attentionUnresolved',
} as const satisfies Record<(typeof callNeeds)[number], MessageKey>;

/** Returns a reason in words: `species not resolved`, which follows a number, or `markers found`, a measure. */
export function needWords(need: Need): string {
  return isOfCall(need) ? say(CALL_NEEDS[need]) : lowerFirst(inWords(measureLabel(need)));
}

/** Lists why a sample needs attention; nothing where it does not. */
export function needsOf(
  sample: SampleRow,
  faults: readonly JudgedMeasure[],
  isFailedControl = false,
): readonly Need[] {
  const found: Need[] = isFailedControl ? ['control'] : [];
  const status = sampleStatus(sample);
  const isContradictory = sample.consensus?.contradictory === true;
  if (status === 'unread') found.push('unread');
  if (sample.call.rule === 'poor-spectrum') found.push('poor');
  if (isContradictory) found.push('contradict');
  if (status === 'weak') found.push('weak');
  if (status === 'group') found.push('unresolved');
  for (const { measure } of faults) {
    if (measure !== 'replicateAgreement' || !isContradictory) found.push(measure);
  }
  return found;
}

/** What a finished run opens with. */
export interface Attention {
  /** Samples by reason, in the order of `needs`; a sample may have several. */
  readonly counts: readonly NeedCount[];
  /** The samples to measure again, in the order that they have. */
  readonly toRepeat: readonly SampleRow[];
}

/** Finds what needs attention, in slices. Null once the signal is aborted. */
export function findAttention(
  samples: readonly SampleRow[],
  faultsOf: FaultsOf,
  isFailed: IsFailedControl = isNoControl,
  signal?: AbortSignal,
): Promise<Attention | null> {
  return inSlices(attentionInSteps(samples, faultsOf, isFailed), signal);
}

/** Looks at the samples one by one, since those of a large run take longer than a frame. */
function* attentionInSteps(
  samples: readonly SampleRow[],
  faultsOf: FaultsOf,
  isFailed: IsFailedControl,
): Interruptible<Attention> {
  const byNeed = new Map<Need, SampleRow[]>();
  const toRepeat: SampleRow[] = [];
  for (const sample of samples) {
    const faults = faultsOf(sample);
    for (const need of needsOf(sample, faults, isFailed(sample))) {
      const before = byNeed.get(need);
      if (before === undefined) byNeed.set(need, [sample]);
      else before.push(sample);
    }
    if (isFailed(sample) || REPEATED.has(nextStep(sample, faults).kind)) toRepeat.push(sample);
    yield;
  }
  const counts = needs.flatMap((need) => {
    const found = byNeed.get(need);
    return found === undefined ? [] : { need, samples: found };
  });
  return { counts, toRepeat };
}

/** Writes which measures did not pass, with their values: `Markers found 60%, peaks 9`. */
export function faultWords(faults: readonly JudgedMeasure[]): string {
  const parts = faults.map(({ measure, value }, i) => {
    const label = inWords(measureLabel(measure));
    const shown = formatMeasure(measure, value);
    return `${i === 0 ? label : lowerFirst(label)} ${shown}`;
  });
  return parts.join(', ');
}

/** The next steps after which there is a new measurement, or the one that was lost. */
const REPEATED: ReadonlySet<NextStepKind> = new Set<NextStepKind>([
  'files',
  're-spot',
  'repeat',
  'subculture',
]);

/**
 * Writes samples as tab-separated text for a worklist: spot, sample, result, why, what to do, and what a person
 * decided.
 */
export function repeatList(
  samples: readonly SampleRow[],
  faultsOf: FaultsOf,
  reviewText: (sample: SampleRow) => string,
  isFailed: IsFailedControl = isNoControl,
): string {
  const lines = samples.map((sample) => {
    const faults = faultsOf(sample);
    const why = needsOf(sample, faults, isFailed(sample)).map(needWords).join(', ');
    const step = inWords(isFailed(sample) ? CONTROL_CURE : nextStep(sample, faults).sentence);
    const result = inWords(labelOf(sample.call));
    return [sample.spot, sample.name, result, why, step, reviewText(sample)];
  });
  const head = [
    say('results.columnSpot'),
    say('results.columnSample'),
    say('results.attentionListResult'),
    say('results.attentionListWhy'),
    say('results.columnStep'),
    say('results.columnReview'),
  ];
  return [head, ...lines]
    .map((cells) => `${cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`)
    .join('');
}

/** Whether a reason is a measure of quality that did not pass. */
export function isOfMeasure(need: Need): boolean {
  return !isOfCall(need);
}

function isOfCall(need: Need): need is (typeof callNeeds)[number] {
  return need in CALL_NEEDS;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
