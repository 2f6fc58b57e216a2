import { callSpecies } from '../core/classify/call-species';
import { markersSeen } from '../core/classify/markers-seen';
import { patternWarning } from '../core/classify/guard-of-sample';
import { refuse } from '../core/classify/tiers';
import type {
  MarkerEvidence,
  SampleRow,
  SpeciesCall,
  SpectrumCall,
  SpectrumRow,
} from '../core/job/types';
import { watchedCall } from '../core/classify/watched-call';
import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { ModelAnswer } from '../core/job/outcome';

/** The part of a row that says what it is called, and what it rests on. */
export interface SampleHead {
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  readonly spectra: readonly number[];
  readonly originalName: string;
  readonly warnings: readonly Problem[];
}

/**
 * What is called of an answer, or of why there is none; a watched classifier's with what the guard found.
 * @param rows of the usable spectra that it rests on
 * @param otherGenera ids of the classes that the guard's finding does not speak against
 */
export function callOf(
  answer: Result<ModelAnswer, Problem>,
  rows: readonly Pick<SpectrumRow, 'measures'>[],
  manifest: ModelManifest,
  otherGenera: ReadonlySet<string> = NO_CLASSES,
): SpeciesCall {
  if (answer.ok) {
    const axes = rows.flatMap(({ measures }) => measures ?? []);
    const call = callSpecies({ ...answer.value, axes }, manifest);
    return watchedCall(call, answer.value.guard, otherGenera.has(call.taxon ?? ''));
  }
  const { error } = answer;
  const call = refuse('no-spectrum', error.message, manifest);
  return isEmpty(error) ? call : { ...call, label: 'Not read' };
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** What stands in a spectrum's own row of its call; null when it was not classified. */
export function shortCall(
  answer: Result<ModelAnswer, Problem> | null,
  call: SpeciesCall | null,
): SpectrumCall | null {
  if (answer?.ok !== true || call === null) return null;
  const { kind, taxon, label, confidence, probability, rule } = call;
  return { kind, taxon, label, confidence, probability, rule };
}

/** A sample's row from the model's answer, or from why there is none, and the call made of it. */
export function sampleRow(
  head: SampleHead,
  answer: Result<ModelAnswer, Problem>,
  call: SpeciesCall,
  manifest: ModelManifest,
): SampleRow {
  const consensus = null;
  if (answer.ok) {
    const { probabilities, evidence, peaks, guard } = answer.value;
    return {
      ...head,
      failure: null,
      call,
      // `Array.from` leaves room to grow, which here is more than the numbers take; a copy has none.
      probabilities: Array.from(probabilities).slice(),
      shiftPpm: evidence?.shiftPpm ?? null,
      ...fittedOf(evidence, manifest),
      peaks,
      markers: markersSeen(call, evidence, probabilities, manifest),
      consensus,
      ...(guard === undefined ? {} : { guard }),
    };
  }
  const { error } = answer;
  return {
    ...head,
    failure: isEmpty(error) ? null : error,
    call,
    probabilities: [],
    shiftPpm: null,
    tiltPpmPerKda: null,
    sensitivity: null,
    peaks: null,
    markers: null,
    consensus,
  };
}

/** What a model of format 2 found beside the shift; null where a model knows nothing of it. */
function fittedOf(
  evidence: MarkerEvidence | null,
  { graph }: Pick<ModelManifest, 'graph'>,
): Pick<SampleRow, 'tiltPpmPerKda' | 'sensitivity'> {
  if (evidence === null || graph.outputs.tilt === undefined) {
    return { tiltPpmPerKda: null, sensitivity: null };
  }
  const { tiltPpmPerKda, sensitivity } = evidence;
  return { tiltPpmPerKda, sensitivity };
}

/** An acquisition without any signal was read well: that nothing is there is its answer. */
function isEmpty({ kind }: Problem): boolean {
  return kind === 'no-spectrum';
}

/** Puts a warning before others where the guard finds a pattern in some of the spectra alone. */
export function withPatternWarning(sample: SampleRow, rows: readonly SpectrumRow[]): SampleRow {
  const warning = patternWarning(rows);
  return warning === null ? sample : { ...sample, warnings: [warning, ...sample.warnings] };
}

/** A spectrum that is a sample by itself. */
export function headOfSpectrum(index: number, row: SpectrumRow): SampleHead {
  const { name, spot, names, warnings } = row;
  const originalName = names?.uniqueName ?? row.uid;
  return { index, name, spot, spectra: [row.index], originalName, warnings };
}
