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
import { guardedCall } from '../core/classify/guarded-call';
import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { ModelAnswer } from '../core/job/outcome';

/** The part of a row with the sample's names and the spectra that it is made from. */
export interface SampleHead {
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  readonly spectra: readonly number[];
  readonly originalName: string;
  readonly warnings: readonly Problem[];
}

/**
 * Makes the call from an answer, or from the reason why there is none. A guarded classifier's call includes
 * the guard's verdict.
 *
 * @param rows of the usable spectra that the call is made from
 * @param otherGenera ids of the classes whose genera the guard does not cover
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
    return guardedCall(call, answer.value.guard, otherGenera.has(call.taxon ?? ''));
  }
  const { error } = answer;
  const call = refuse('no-spectrum', error.message, manifest);
  return isEmpty(error) ? call : { ...call, label: 'Not read' };
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** Shortens a call for the spectrum's own row; null when the spectrum was not classified. */
export function shortCall(
  answer: Result<ModelAnswer, Problem> | null,
  call: SpeciesCall | null,
): SpectrumCall | null {
  if (answer?.ok !== true || call === null) return null;
  const { kind, taxon, label, detail, confidence, probability, rule } = call;
  return {
    kind,
    taxon,
    label,
    ...(detail === undefined ? {} : { detail }),
    confidence,
    probability,
    rule,
  };
}

/**
 * Makes a sample's row from the call and the model's answer, or the reason why there is none. Its probabilities are
 * the answer's own, which goes away: `RowChanges` keeps a copy.
 */
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
      probabilities,
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

/** Returns what a model of format 2 estimates beside the shift; null where a model does not estimate it. */
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

/** @returns whether an acquisition was read well and has no signal, which is its answer */
function isEmpty({ kind }: Problem): boolean {
  return kind === 'no-spectrum';
}

/** Puts a warning before the others where the guard finds a pattern in only some of the spectra. */
export function withPatternWarning(sample: SampleRow, rows: readonly SpectrumRow[]): SampleRow {
  const warning = patternWarning(rows);
  return warning === null ? sample : { ...sample, warnings: [warning, ...sample.warnings] };
}

/** Makes the head of a sample that consists of one spectrum. */
export function headOfSpectrum(index: number, row: SpectrumRow): SampleHead {
  const { name, spot, names, warnings } = row;
  const originalName = names?.uniqueName ?? row.uid;
  return { index, name, spot, spectra: [row.index], originalName, warnings };
}
