import { unreachable } from '../result';
import { inTurn, sentence, type Sentences } from '../../words/told/sentence';
import { isBeyond, type JudgedMeasure } from './judge';
import { QUALITY_LIMITS, type QualityMeasure } from './limits';

interface MeasureWords {
  readonly label: Sentences;
  /** The digits of a value, with a sign where it has one. */
  readonly digits: (value: number) => string;
  /** Puts the unit to the digits, where there is one. */
  readonly withUnit?: (value: string) => Sentences;
  /** What 0 means, where the digit says less. */
  readonly zero?: Sentences;
  /** The limits in words, where a number says less. */
  readonly limits?: Sentences;
  /** What is wrong with a value beyond the limits. */
  readonly fault: Sentences;
  readonly remedy: Remedy;
}

/** What can be done about a fault of quality; what helps is from Cuénod et al. 2021, see docs/quality.md. */
export interface Remedy {
  /** Where a new measurement is made: on the same spot or on a new one. */
  readonly step: 'repeat' | 're-spot';
  readonly cure: Sentences;
}

const PREPARE: Remedy = { step: 're-spot', cure: sentence('measure.cureYoungColony') };
const CALIBRATE: Remedy = { step: 'repeat', cure: sentence('measure.cureCalibrate') };

const ppm = (value: string): Sentences => sentence('measure.ppm', { value });

const WORDS: Readonly<Record<QualityMeasure, MeasureWords>> = {
  peaks: {
    label: sentence('measure.peaks'),
    digits: count,
    fault: sentence('measure.peaksFault'),
    remedy: PREPARE,
  },
  peaksAbove10kDa: {
    label: sentence('measure.peaksAbove10kDa'),
    digits: count,
    fault: sentence('measure.peaksAbove10kDaFault'),
    remedy: PREPARE,
  },
  largestPeakMz: {
    label: sentence('measure.largestPeakMz'),
    digits: grouped,
    zero: sentence('measure.largestPeakMzNone'),
    fault: sentence('measure.largestPeakMzFault'),
    remedy: PREPARE,
  },
  medianSignalToNoise: {
    label: sentence('measure.medianSignalToNoise'),
    digits: tenths,
    fault: sentence('measure.medianSignalToNoiseFault'),
    remedy: PREPARE,
  },
  totalIntensity: {
    label: sentence('measure.totalIntensity'),
    digits: grouped,
    fault: sentence('measure.totalIntensityFault'),
    remedy: { step: 'repeat', cure: sentence('measure.cureMoreShots') },
  },
  noiseShare: {
    label: sentence('measure.noiseShare'),
    digits: percent,
    fault: sentence('measure.noiseShareFault'),
    remedy: PREPARE,
  },
  saturatedPoints: {
    label: sentence('measure.saturatedPoints'),
    digits: count,
    fault: sentence('measure.saturatedPointsFault'),
    remedy: { step: 'repeat', cure: sentence('measure.cureLessLaser') },
  },
  markersFound: {
    label: sentence('measure.markersFound'),
    digits: percent,
    fault: sentence('measure.markersFoundFault'),
    remedy: PREPARE,
  },
  markerSignalToNoise: {
    label: sentence('measure.markerSignalToNoise'),
    digits: tenths,
    fault: sentence('measure.markerSignalToNoiseFault'),
    remedy: PREPARE,
  },
  resolution: {
    label: sentence('measure.resolution'),
    digits: grouped,
    fault: sentence('measure.resolutionFault'),
    remedy: { step: 'repeat', cure: sentence('measure.cureResolution') },
  },
  shiftPpm: {
    label: sentence('measure.shiftPpm'),
    digits: signed,
    withUnit: ppm,
    fault: sentence('measure.shiftPpmFault'),
    remedy: CALIBRATE,
  },
  tiltPpmPerKda: {
    label: sentence('measure.tiltPpmPerKda'),
    digits: signed,
    withUnit: (value) => sentence('measure.ppmPerKda', { value }),
    fault: sentence('measure.tiltPpmPerKdaFault'),
    remedy: CALIBRATE,
  },
  residualPpm: {
    label: sentence('measure.residualPpm'),
    digits: grouped,
    withUnit: ppm,
    fault: sentence('measure.residualPpmFault'),
    remedy: CALIBRATE,
  },
  replicateAgreement: {
    label: sentence('measure.replicateAgreement'),
    digits: percent,
    limits: sentence('measure.replicateAgreementLimits'),
    fault: sentence('measure.replicateAgreementFault'),
    remedy: { step: 'repeat', cure: sentence('measure.cureReplicates') },
  },
};

export function measureLabel(measure: QualityMeasure): Sentences {
  return WORDS[measure].label;
}

/**
 * Tells the value of a measure: `31`, `79%`, `-125 ppm`. A value beyond a limit that would be rounded to the limit
 * is shown one step beyond it, so that nothing reads as `68%, at least 68%, Warning`.
 */
export function showValue(measure: QualityMeasure, value: number): Sentences {
  const { digits } = WORDS[measure];
  const { worse, warn, fail } = QUALITY_LIMITS.measures[measure];
  const sign = worse === 'farther' && value < 0 ? -1 : 1;
  const passed = [warn, fail].find(
    (limit) =>
      limit !== null &&
      isBeyond(value, limit.value, worse) &&
      digits(sign * limit.value) === digits(value),
  );
  if (passed === undefined || passed === null) return show(measure, value);
  const limit = sign * passed.value;
  const step = STEPS.find((one) => digits(limit + one) !== digits(limit)) ?? 0;
  return show(measure, worse === 'smaller' ? limit - step : limit + sign * step);
}

function show(measure: QualityMeasure, value: number): Sentences {
  const { digits, withUnit, zero } = WORDS[measure];
  if (value === 0 && zero !== undefined) return zero;
  const shown = digits(value);
  return withUnit === undefined ? shown : withUnit(shown);
}

/** What the last shown digit of a measure may be worth, the smallest first. */
const STEPS = [0.01, 0.1, 1] as const;

/** The limits of a measure in words: `at least 13`, `at most 490 ppm off, fails beyond 800 ppm`. */
export function showLimits(measure: QualityMeasure): Sentences {
  const { worse, warn, fail } = QUALITY_LIMITS.measures[measure];
  const { limits } = WORDS[measure];
  if (limits !== undefined) return limits;
  const values = { warn: showLimit(measure, warn.value) };
  switch (worse) {
    case 'smaller':
      return fail === null
        ? sentence('measure.atLeast', values)
        : sentence('measure.atLeastFails', { ...values, fail: showLimit(measure, fail.value) });
    case 'larger':
      return fail === null
        ? sentence('measure.atMost', values)
        : sentence('measure.atMostFails', { ...values, fail: showLimit(measure, fail.value) });
    case 'farther':
      return fail === null
        ? sentence('measure.atMostOff', values)
        : sentence('measure.atMostOffFails', { ...values, fail: showLimit(measure, fail.value) });
    default:
      return unreachable(worse);
  }
}

/** Shows a limit, which has no sign. */
function showLimit(measure: QualityMeasure, value: number): Sentences {
  const { digits, withUnit } = WORDS[measure];
  const shown = digits(value).replace(/^\+/, '');
  return withUnit === undefined ? shown : withUnit(shown);
}

/** What is wrong with a value beyond the limits of its measure, and what can be done about it. */
export function explainFault(measure: QualityMeasure): Sentences {
  const { fault, remedy } = WORDS[measure];
  return inTurn(fault, remedy.cure);
}

/** Returns what can be done about a value beyond the limits of its measure. */
export function remedyOf(measure: QualityMeasure): Remedy {
  return WORDS[measure].remedy;
}

/** Why a measure got its verdict, in whole sentences; with what to do where it did not pass. */
export function explainVerdict({ measure, value, verdict }: JudgedMeasure): Sentences {
  const held = sentence('measure.held', {
    label: WORDS[measure].label,
    value: show(measure, value),
    limits: showLimits(measure),
  });
  return verdict === 'pass' ? held : inTurn(held, explainFault(measure));
}

function count(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function tenths(value: number): string {
  return value.toFixed(1);
}

function percent(value: number): string {
  return `${Math.round(100 * value)}%`;
}

/** Whole, with commas: `10,284`. */
function grouped(value: number): string {
  return Math.round(value)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, ',');
}

function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
