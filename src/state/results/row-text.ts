import type { SampleRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { JudgedMeasure, Verdict } from '../../core/quality/judge';
import { cellText, confidenceWord, nameOf, phylogroupOf, shownRunnerUp } from './call-words';
import { verdictWord } from './quality-view';
import { agreementLine } from './replicate-view';
import { patternWord } from './pattern-words';
import { rowNote } from './row-note';
import { sampleStatus, statusLabel } from './sample-status';
import { inWords } from '../../words/in-words';
import { namesInWords } from '../../words/model-text';
import { say } from '../../words/say';
import { labelOf } from '../../core/classify/call-label';

interface RowFacts {
  /** From `ResultsView.spotOf`. */
  readonly spot: string;
  readonly manifest: ModelManifest | null;
  /** From `italicWords`. */
  readonly words: ReadonlySet<string>;
  readonly verdict: Verdict | null;
  readonly faults: readonly JudgedMeasure[];
  /** The name of what the guard looks for; null where no guard ran. */
  readonly pattern: string | null;
  /** What the row says of its review. */
  readonly review: string;
  /** The name of its run; null where its job has one only. */
  readonly run: string | null;
}

/** Collects the words that a sample's row shows, besides its name and spot, and the full name of its species. */
export function rowText(
  sample: SampleRow,
  { spot, manifest, words, verdict, faults, pattern, review, run }: RowFacts,
): string {
  const { call, consensus, guard } = sample;
  const runnerUp = shownRunnerUp(manifest, sample);
  return [
    // Which measurement of its spot it is, without the spot, which is found by itself.
    spot.slice(sample.spot.length),
    namesInWords(cellText(manifest, sample), words),
    inWords(labelOf(call)),
    run,
    phylogroupOf(manifest, sample),
    call.confidence === 'none' ? null : confidenceWord(call.confidence),
    runnerUp && nameOf(manifest, runnerUp.taxon),
    verdict && verdictWord(verdict),
    pattern !== null && guard !== undefined
      ? say('common.named', { name: pattern, what: patternWord(guard.pattern) })
      : null,
    consensus && agreementLine(consensus),
    statusLabel(sampleStatus(sample)),
    review,
    rowNote(sample, faults),
  ]
    .filter((part) => part !== null)
    .join('\n');
}
