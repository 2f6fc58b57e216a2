import { shownLabel } from '../classify/call-label';
import { problem, type Problem } from '../problem';
import { foldName } from '../sample-sheet/fold-name';
import { sentence, type Sentences } from '../../words/told/sentence';
import type { CalledSample } from './called-sample';
import { controlFinder, type Control } from './control';

/**
 * What became of a control: it was called as declared; the call leaves open what was declared; or it fails, since it
 * was called otherwise, was not identified, or could not be read.
 */
export type ControlVerdict = 'as-declared' | 'open' | 'other' | 'not-identified' | 'unread';

export interface JudgedControl {
  readonly control: Control;
  readonly sample: CalledSample;
  readonly verdict: ControlVerdict;
}

/** Judges the samples that are declared as controls, in the order that they have. */
export function judgeControls(
  samples: Iterable<CalledSample>,
  controls: readonly Control[],
): readonly JudgedControl[] {
  if (controls.length === 0) return [];
  const find = controlFinder(controls);
  const judged: JudgedControl[] = [];
  for (const sample of samples) {
    const control = find(sample);
    if (control !== null) {
      judged.push({ control, sample, verdict: judgeControl(sample, control.expects) });
    }
  }
  return judged;
}

/** @param expects as in `Control` */
export function judgeControl(sample: CalledSample, expects: string | null): ControlVerdict {
  const { kind, meaning } = sample;
  if (kind === 'unread') return 'unread';
  if (expects === null) return kind === 'none' ? 'as-declared' : 'other';
  if (kind === 'none') return 'not-identified';
  const wanted = looseTaxon(expects);
  const isAmong = (names: readonly string[]) => names.some((name) => looseTaxon(name) === wanted);
  if (isAmong(meaning.says)) return 'as-declared';
  return isAmong(meaning.leavesOpen) ? 'open' : 'other';
}

/** Whether the results of the run are in doubt. */
export function isFailed({ verdict }: Pick<JudgedControl, 'verdict'>): boolean {
  return verdict === 'other' || verdict === 'not-identified' || verdict === 'unread';
}

/** Tells what became of a control in one sentence. */
export function tellControl({ control, sample, verdict }: JudgedControl): Sentences {
  const { expects } = control;
  const [spot = ''] = sample.spots;
  const name = spot === '' ? sample.name : sentence('control.at', { name: sample.name, spot });
  const call = shownLabel(sample.label);
  if (verdict === 'unread') {
    return expects === null
      ? sentence('control.unreadNothing', { name })
      : sentence('control.unread', { name, expects });
  }
  if (expects === null) {
    return verdict === 'as-declared'
      ? sentence('control.rightNothing', { name })
      : sentence('control.otherNothing', { name, call });
  }
  switch (verdict) {
    case 'as-declared':
      return sentence('control.right', { name, call });
    case 'open':
      return sentence('control.open', { name, call, expects });
    default:
      return sentence('control.other', { name, call, expects });
  }
}

/** What to do about a control that fails. */
export const CONTROL_CURE = sentence('control.cure');

/** Returns the problem of a control that fails. */
export function controlProblem(judged: JudgedControl): Problem<'control-failed'> {
  return problem('control-failed', tellControl(judged), CONTROL_CURE);
}

/** As people write the name of a taxon: in capitals or not, with or without the dot of an abbreviation. */
function looseTaxon(name: string): string {
  return foldName(name).toLowerCase().replace(/\./g, ' ').replace(/\s+/g, ' ').trim();
}
