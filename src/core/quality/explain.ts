import { unreachable } from '../result';
import { isBeyond, type JudgedMeasure } from './judge';
import { QUALITY_LIMITS, type QualityMeasure } from './limits';
import { inTurn, type Sentences } from '../../words/told/sentence';

interface MeasureWords {
  readonly label: string;
  readonly show: (value: number) => string;
  /** The limits in words, where a number says less. */
  readonly limits?: string;
  /** What is wrong with a value beyond the limits. */
  readonly fault: string;
  readonly remedy: Remedy;
}

/** What can be done about a fault of quality; what helps is from Cuénod et al. 2021, see docs/quality.md. */
export interface Remedy {
  /** Where a new measurement is made: on the same spot or on a new one. */
  readonly step: 'repeat' | 're-spot';
  readonly cure: Sentences;
}

const PREPARE: Remedy = {
  step: 're-spot',
  cure: 'Take a young colony, apply a thin smear and overlay it with formic acid, then measure again.',
};
const CALIBRATE: Remedy = {
  step: 'repeat',
  cure: 'Calibrate the instrument before the next run.',
};

const WORDS: Readonly<Record<QualityMeasure, MeasureWords>> = {
  peaks: {
    label: 'Peaks',
    show: count,
    fault: 'Few peaks are higher than 5 times the noise.',
    remedy: PREPARE,
  },
  peaksAbove10kDa: {
    label: 'Peaks above 10 kDa',
    show: count,
    fault: 'The large proteins are missing.',
    remedy: PREPARE,
  },
  largestPeakMz: {
    label: 'Largest m/z with a peak',
    show: (value) => (value === 0 ? 'none' : grouped(value)),
    fault: 'The peaks end early.',
    remedy: PREPARE,
  },
  medianSignalToNoise: {
    label: 'Median signal to noise',
    show: tenths,
    fault: 'Even the peaks that count are hardly higher than 5 times the noise.',
    remedy: PREPARE,
  },
  totalIntensity: {
    label: 'Total intensity',
    show: grouped,
    fault: 'The detector counted little.',
    remedy: {
      step: 'repeat',
      cure: 'Check matrix and material on the spot, then measure again with more laser shots.',
    },
  },
  noiseShare: {
    label: 'Noise',
    show: percent,
    fault: 'Nearly all of the signal is noise.',
    remedy: PREPARE,
  },
  saturatedPoints: {
    label: 'Saturated points',
    show: count,
    fault: 'The highest peaks are cut off at the ceiling of the digitiser.',
    remedy: { step: 'repeat', cure: 'Measure with less laser power, or apply a thinner smear.' },
  },
  markersFound: {
    label: 'Markers found',
    show: percent,
    fault: 'Only few markers of the best-fitting species were clearly detected.',
    remedy: PREPARE,
  },
  markerSignalToNoise: {
    label: 'Markers, median signal to noise',
    show: tenths,
    fault: 'The markers are hardly higher than the noise.',
    remedy: PREPARE,
  },
  resolution: {
    label: 'Resolution',
    show: grouped,
    fault: 'The peaks of the markers are broad.',
    remedy: {
      step: 'repeat',
      cure: 'Measure with less laser power and apply a thinner smear; if all spectra are so, have the instrument checked.',
    },
  },
  shiftPpm: {
    label: 'Calibration shift',
    show: (value) => `${signed(value)} ppm`,
    fault: 'All masses of the spectrum are off. The call takes it into account.',
    remedy: CALIBRATE,
  },
  tiltPpmPerKda: {
    label: 'Calibration tilt',
    show: (value) => `${signed(value)} ppm a kDa`,
    fault:
      'The masses are off by more the higher they are, or the lower. The call takes it into account.',
    remedy: CALIBRATE,
  },
  residualPpm: {
    label: 'Mass error left',
    show: (value) => `${grouped(value)} ppm`,
    fault:
      'The masses of the markers do not fit even with what the whole spectrum is off taken away.',
    remedy: CALIBRATE,
  },
  replicateAgreement: {
    label: 'Replicates that agree',
    show: percent,
    limits: 'all; fails when they contradict',
    fault: 'Not all spectra of the sample are called as the sample is.',
    remedy: {
      step: 'repeat',
      cure: 'See what each of them says, and measure again where they contradict one another.',
    },
  },
};

export function measureLabel(measure: QualityMeasure): string {
  return WORDS[measure].label;
}

/**
 * Writes the value of a measure: `31`, `79%`, `-125 ppm`. A value beyond a limit that would be rounded to the limit
 * is shown one step beyond it, so that nothing reads as `68%, at least 68%, Warning`.
 */
export function showValue(measure: QualityMeasure, value: number): string {
  const { show } = WORDS[measure];
  const { worse, warn, fail } = QUALITY_LIMITS.measures[measure];
  const sign = worse === 'farther' && value < 0 ? -1 : 1;
  const passed = [warn, fail].find(
    (limit) =>
      limit !== null &&
      isBeyond(value, limit.value, worse) &&
      show(sign * limit.value) === show(value),
  );
  if (passed === undefined || passed === null) return show(value);
  const limit = sign * passed.value;
  const step = STEPS.find((one) => show(limit + one) !== show(limit)) ?? 0;
  return show(worse === 'smaller' ? limit - step : limit + sign * step);
}

/** What the last shown digit of a measure may be worth, the smallest first. */
const STEPS = [0.01, 0.1, 1] as const;

/** The limits of a measure in words: `at least 13`, `at most 490 ppm off, fails beyond 800 ppm`. */
export function showLimits(measure: QualityMeasure): string {
  const { worse, warn, fail } = QUALITY_LIMITS.measures[measure];
  const { show, limits } = WORDS[measure];
  if (limits !== undefined) return limits;
  switch (worse) {
    case 'smaller':
      return `at least ${show(warn.value)}${fail === null ? '' : `, fails below ${show(fail.value)}`}`;
    case 'larger':
      return `at most ${show(warn.value)}${fail === null ? '' : `, fails above ${show(fail.value)}`}`;
    case 'farther':
      return `at most ${unsigned(show(warn.value))} off${
        fail === null ? '' : `, fails beyond ${unsigned(show(fail.value))}`
      }`;
    default:
      return unreachable(worse);
  }
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
  const { label, show } = WORDS[measure];
  const held = `${label}: ${show(value)} (${showLimits(measure)}).`;
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

function unsigned(text: string): string {
  return text.replace(/^\+/, '');
}
