import { callSpecies } from '../core/classify/call-species';
import { markersSeen } from '../core/classify/markers-seen';
import { refuse } from '../core/classify/refuse';
import type { SampleRow, SpeciesCall, SpectrumCall, SpectrumRow } from '../core/job/types';
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
 * What is called of an answer, or of why there is none.
 * @param rows of the usable spectra that it rests on
 */
export function callOf(
  answer: Result<ModelAnswer, Problem>,
  rows: readonly Pick<SpectrumRow, 'measures'>[],
  manifest: ModelManifest,
): SpeciesCall {
  if (answer.ok) {
    const axes = rows.flatMap(({ measures }) => measures ?? []);
    return callSpecies({ ...answer.value, axes }, manifest);
  }
  const { error } = answer;
  const call = refuse('no-spectrum', error.message, manifest);
  return isEmpty(error) ? call : { ...call, label: 'Not read' };
}

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
    const { probabilities, evidence, peaks } = answer.value;
    return {
      ...head,
      failure: null,
      call,
      // `Array.from` leaves room to grow, which here is more than the numbers take; a copy has none.
      probabilities: Array.from(probabilities).slice(),
      shiftPpm: evidence?.shiftPpm ?? null,
      peaks,
      markers: markersSeen(call, evidence, manifest),
      consensus,
    };
  }
  const { error } = answer;
  return {
    ...head,
    failure: isEmpty(error) ? null : error,
    call,
    probabilities: [],
    shiftPpm: null,
    peaks: null,
    markers: null,
    consensus,
  };
}

/** An acquisition without any signal was read well: that nothing is there is its answer. */
function isEmpty({ kind }: Problem): boolean {
  return kind === 'no-spectrum';
}

/** A spectrum that is a sample by itself. */
export function headOfSpectrum(index: number, row: SpectrumRow): SampleHead {
  const { name, spot, names, warnings } = row;
  const originalName = names?.uniqueName ?? row.uid;
  return { index, name, spot, spectra: [row.index], originalName, warnings };
}
