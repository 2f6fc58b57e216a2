import { formatMeasure } from '../format-measure';
import type { SpectrumRow } from '../../core/job/types';
import { explainFault, measureLabel, showLimits } from '../../core/quality/explain';
import { VERDICTS, type Verdict } from '../../core/quality/judge';
import {
  QUALITY_LIMITS,
  QUALITY_MEASURES,
  type LimitSource,
  type QualityMeasure,
} from '../../core/quality/limits';
import type { Outlier } from '../../core/quality/run-findings';
import type { SampleQuality } from '../../core/quality/rate-sample';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { inWords } from '../../words/in-words';

/** The verdicts, from good to bad. */
export const verdicts: readonly Verdict[] = VERDICTS;

const VERDICT_WORDS = {
  pass: 'quality.verdictPass',
  warn: 'quality.verdictWarn',
  fail: 'quality.verdictFail',
} as const satisfies Record<Verdict, MessageKey>;

/** Returns a verdict in the page's words. */
export function verdictWord(verdict: Verdict): string {
  return say(VERDICT_WORDS[verdict]);
}

/** Version of the quality limits. */
export const limitsVersion = QUALITY_LIMITS.version;

export interface QualityLine {
  readonly measure: QualityMeasure;
  readonly label: string;
  readonly value: string;
  readonly limits: string;
  readonly verdict: Verdict;
  /** What is wrong and what to do; null where it passes. */
  readonly fault: string | null;
}

/** Describes the measures of a sample in words. */
export function viewQuality(
  { measures }: SampleQuality,
  spectra: readonly SpectrumRow[],
): readonly QualityLine[] {
  const measured = measuredSpectra(spectra);
  const markers = measured.length === 1 ? (measured[0]?.measures?.quality?.markers ?? null) : null;
  return measures.map(({ measure, value, verdict }) => ({
    measure,
    label: inWords(measureLabel(measure)),
    value:
      measure === 'markersFound' && markers !== null
        ? say('quality.markersFound', { found: markers.found, expected: markers.expected })
        : formatMeasure(measure, value),
    limits: inWords(showLimits(measure)),
    verdict,
    fault: verdict === 'pass' ? null : inWords(explainFault(measure)),
  }));
}

/** The spectra whose quality was measured. */
export function measuredSpectra(spectra: readonly SpectrumRow[]): readonly SpectrumRow[] {
  return spectra.filter(({ status, measures }) => status === 'ok' && measures?.quality);
}

/** What is said of an outlier: `Resolution`, `531`, and the run's median `832`. */
export interface OutlierView {
  readonly measure: string;
  readonly value: string;
  readonly median: string;
}

export function viewOutlier({ measure, value, typical }: Outlier): OutlierView {
  return {
    measure: inWords(measureLabel(measure)),
    value: formatMeasure(measure, value),
    median: formatMeasure(measure, typical),
  };
}

const SOURCES = {
  plate: 'quality.sourcePlate',
  model: 'quality.sourceModel',
  study: 'quality.sourceStudy',
  definition: 'quality.sourceDefinition',
  judgement: 'quality.sourceJudgement',
} as const satisfies Record<LimitSource, MessageKey>;

export interface LimitsLine {
  readonly label: string;
  readonly limits: string;
  readonly source: string;
}

/** Lists all quality limits, for the help page. */
export function describeLimits(): readonly LimitsLine[] {
  return QUALITY_MEASURES.map((measure) => {
    const { warn, fail } = QUALITY_LIMITS.measures[measure];
    const sources = new Set([warn.source, fail?.source ?? warn.source]);
    return {
      label: inWords(measureLabel(measure)),
      limits: inWords(showLimits(measure)),
      source: [...sources].map((source) => say(SOURCES[source])).join('; '),
    };
  });
}
