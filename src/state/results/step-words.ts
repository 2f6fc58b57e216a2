import type { NextStepKind } from '../../core/classify/next-step';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

const STEPS = {
  files: 'results.stepFiles',
  're-spot': 'results.stepReSpot',
  repeat: 'results.stepRepeat',
  subculture: 'results.stepSubculture',
  'other-method': 'results.stepOtherMethod',
  'when-it-matters': 'results.stepWhenItMatters',
  nothing: 'results.stepNothing',
} as const satisfies Record<NextStepKind, MessageKey>;

const SENTENCES = {
  files: 'results.nextFiles',
  're-spot': 'results.nextReSpot',
  repeat: 'results.nextRepeat',
  subculture: 'results.nextSubculture',
  'other-method': 'results.nextOtherMethod',
  'when-it-matters': 'results.nextWhenItMatters',
  nothing: 'results.nextNothing',
} as const satisfies Record<NextStepKind, MessageKey>;

/** Returns the kind of a next step in the page's words, as they stand alone in a cell. */
export function stepWords(kind: NextStepKind): string {
  return say(STEPS[kind]);
}

/** Returns what to do, as a line of its own. */
export function stepSentence(kind: NextStepKind): string {
  return say(SENTENCES[kind]);
}
