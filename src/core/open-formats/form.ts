import type { Problem } from '../problem';
import { problem } from '../problem';
import { sentence } from '../../words/told/sentence';

/**
 * A file with fewer points than this holds a list of peaks and not a profile: a whole-cell profile has
 * 6,000 points even at the widest step that we accept (`spectrum/mass-range.ts`).
 */
export const LEAST_POINTS = 1_500;

/** Range of m/z in which a whole-cell spectrum has a baseline and noise nearly everywhere. */
const SIGNAL_RANGE = { from: 2_000, to: 12_000 } as const;

/**
 * Share of points without any signal above which a spectrum counts as processed. Real ones as recorded have
 * up to 0.062 (21 text spectra of two laboratories, shared with the project: 14 of MaldiAMRKit, 7 of
 * MSclassifR); a spectrum whose baseline and noise were removed has nothing between its peaks.
 */
const MOST_ZEROS = 0.5;

/** Range of m/z with most of a whole-cell spectrum's baseline, and the length of its stretches. */
const BASELINE_RANGE = { from: 2_000, to: 6_000, stretch: 500 } as const;

/**
 * A stretch with a baseline never falls below this share of its median. For the median stretch, that share
 * is 0.12 to 0.91 in the 21 spectra, and below 0.001 in all of them once a baseline is subtracted, which
 * leaves the lowest points of each stretch at 0.
 */
const LEAST_BASELINE = 0.02;

/**
 * Share of fractional values above which intensities count as computed: counts, and sums of shots, are
 * whole.
 */
const MOST_FRACTIONS = 0.5;

/** @returns the problem of a file that is a list of peaks, which is checked before anything else */
export function peakListProblem(points: number): Problem<'peak-list'> {
  return problem('peak-list', sentence('openFormat.peakList', { count: points }), RAW_CURE);
}

/** @returns the problem of a spectrum that its own file marks as centroided */
export function centroidedProblem(): Problem<'centroided'> {
  return problem('centroided', sentence('openFormat.centroided'), RAW_CURE);
}

/** The cure for every file that does not contain the spectrum as recorded. */
export const RAW_CURE = sentence('openFormat.rawCure');

/** The findings on whether a spectrum is still as it was recorded. */
export interface FormReading {
  /** Set when the spectrum was certainly processed. */
  readonly refusal: Problem<'processed'> | null;
  readonly warning: Problem<'looks-processed'> | null;
}

/**
 * Looks for traces of processing between m/z 2,000 and 12,000: nothing between the peaks, or no baseline
 * under values that are not counts. Does not change the arrays.
 *
 * @param mz [points] ascending
 * @param intensity [points] none negative
 * @param clipped number of values that were negative and were set to 0: only recorded spectra contain them
 */
export function judgeForm(mz: Float64Array, intensity: Float64Array, clipped: number): FormReading {
  let points = 0;
  let zeros = 0;
  let fractions = 0;
  for (let i = 0; i < mz.length; i++) {
    if (mz[i]! < SIGNAL_RANGE.from || mz[i]! > SIGNAL_RANGE.to) continue;
    points++;
    if (intensity[i] === 0) zeros++;
    if (!Number.isInteger(intensity[i])) fractions++;
  }
  const shareOfZeros = points === 0 ? 0 : (zeros - clipped) / points;
  if (shareOfZeros > MOST_ZEROS) {
    return {
      refusal: problem(
        'processed',
        sentence('openFormat.processed', { percent: (100 * shareOfZeros).toFixed(0) }),
        RAW_CURE,
      ),
      warning: null,
    };
  }
  const isComputed = fractions > MOST_FRACTIONS * points;
  const warning = isComputed && lacksBaseline(mz, intensity) ? LOOKS_PROCESSED : null;
  return { refusal: null, warning };
}

const LOOKS_PROCESSED = problem('looks-processed', sentence('openFormat.looksProcessed'), RAW_CURE);

/** @param mz ascending */
function lacksBaseline(mz: Float64Array, intensity: Float64Array): boolean {
  const { from, to, stretch } = BASELINE_RANGE;
  const shares: number[] = [];
  let start = mz.findIndex((one) => one >= from);
  for (let end = from + stretch; end <= to && start >= 0; end += stretch) {
    let next = start;
    while (next < mz.length && mz[next]! < end) next++;
    const sorted = intensity.slice(start, next).sort();
    const median = sorted[sorted.length >> 1] ?? 0;
    if (median > 0) shares.push(sorted[0]! / median);
    start = next;
  }
  shares.sort((a, b) => a - b);
  const middle = shares[shares.length >> 1];
  return middle !== undefined && middle < LEAST_BASELINE;
}
