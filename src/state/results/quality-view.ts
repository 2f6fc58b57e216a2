import type { SpectrumRow } from '../../core/job/types';
import { explainFault, measureLabel, showLimits, showValue } from '../../core/quality/explain';
import { VERDICTS, type Verdict } from '../../core/quality/judge';
import {
  QUALITY_LIMITS,
  QUALITY_MEASURES,
  type LimitSource,
  type QualityMeasure,
} from '../../core/quality/limits';
import type { Outlier } from '../../core/quality/run-findings';
import type { SampleQuality } from '../../core/quality/rate-sample';

/** The verdicts, from good to bad. */
export const verdicts: readonly Verdict[] = VERDICTS;

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Pass',
  warn: 'Warning',
  fail: 'Fail',
};

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
    label: measureLabel(measure),
    value:
      measure === 'markersFound' && markers !== null
        ? `${markers.found} of ${markers.expected}`
        : showValue(measure, value).replace(/^-/, '−'),
    limits: showLimits(measure),
    verdict,
    fault: verdict === 'pass' ? null : explainFault(measure),
  }));
}

/** The spectra whose quality was measured. */
export function measuredSpectra(spectra: readonly SpectrumRow[]): readonly SpectrumRow[] {
  return spectra.filter(({ status, measures }) => status === 'ok' && measures?.quality);
}

/** Writes `Resolution 531 (run median 832)`, in its two parts. */
export function viewOutlier({ measure, value, typical }: Outlier): {
  readonly value: string;
  readonly typical: string;
} {
  return {
    value: `${measureLabel(measure)}: ${showValue(measure, value)}`,
    typical: `run median ${showValue(measure, typical)}`,
  };
}

const sourceWords: Readonly<Record<LimitSource, string>> = {
  plate: 'a reference plate',
  model: 'the bundled model',
  study: 'the literature',
  definition: 'by definition',
  judgement: 'judgement',
};

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
      label: measureLabel(measure),
      limits: showLimits(measure),
      source: [...sources].map((source) => sourceWords[source]).join('; '),
    };
  });
}
