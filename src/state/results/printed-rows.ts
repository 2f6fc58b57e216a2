import { nextStep } from '../../core/classify/next-step';
import type { SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { say } from '../../words/say';
import { formatCount, formatPercent } from '../format';
import { cellText, confidenceWord, phylogroupOf } from './call-words';
import type { FaultsOf } from './needs';
import { noteWithoutStep } from './row-note';
import { stepWords } from './step-words';

/** Most rows on paper, some sixty pages. A file is of more use than more paper. */
export const PRINTED_ROWS = 2_000;

/** A row of a printed run: texts. */
export interface PrintedRow {
  readonly index: number;
  readonly name: string;
  readonly spot: string;
  readonly species: string;
  readonly phylogroup: string;
  /** What a person decided; empty where nobody did. */
  readonly review: string;
  readonly confidence: string;
  readonly probability: string;
  readonly step: string;
  readonly note: string;
}

/** Makes the rows of a run that go onto paper, in the order of the table. */
export function printedRows(
  samples: readonly SampleRow[],
  manifest: ModelManifest | null,
  faultsOf: FaultsOf,
  reviewText: (sample: SampleRow) => string,
): readonly PrintedRow[] {
  return samples.slice(0, PRINTED_ROWS).map((sample) => {
    const { index, name, spot, call } = sample;
    const faults = faultsOf(sample);
    const { kind } = nextStep(sample, faults);
    const isNamed = call.confidence !== 'none' && call.probability !== null;
    return {
      index,
      name,
      spot,
      species: cellText(manifest, sample),
      phylogroup: phylogroupOf(manifest, sample) ?? '',
      review: reviewText(sample),
      confidence: isNamed ? confidenceWord(call.confidence) : '',
      probability: isNamed ? formatPercent(call.probability) : '',
      step: kind === 'nothing' ? '' : stepWords(kind),
      note: noteWithoutStep(sample, faults),
    };
  });
}

/**
 * Says which samples are printed.
 *
 * @param shown number of samples that the table shows
 * @param total number of samples of the run
 */
export function printedWords(shown: number, total: number): string {
  const which =
    shown > PRINTED_ROWS
      ? say('results.printFirst', { first: formatCount(PRINTED_ROWS), count: shown })
      : shown === total
        ? say('results.printAll', { count: total })
        : say('results.printSome', { shown: formatCount(shown), count: total });
  if (shown === total) return which;
  return `${which} ${say('results.printFiltered', { hidden: formatCount(total - shown) })}`;
}
