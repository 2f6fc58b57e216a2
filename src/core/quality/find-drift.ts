import { problem, type Problem } from '../problem';
import { judge } from './judge';
import { QUALITY_LIMITS } from './limits';
import type { MeasuredRow } from './measured-values';
import { median } from './median';

/** So many spectra of an instrument tell its calibration. */
const MIN_SPECTRA = 5;
/** The part of them that must be off to the same side, so that one sentence is true of all. */
const ALL = 0.95;
const MOST = 0.7;

/** What an instrument's spectra are off by, one value a spectrum. */
interface Errors {
  readonly shiftPpm: number[];
  /** Empty where the model knows no tilt. */
  readonly tiltPpmPerKda: number[];
}

/**
 * Instruments whose calibration has drifted: the median shift of their spectra is beyond the limit, or
 * their median tilt, and most of their spectra are off to its side. Told in words, both in one sentence.
 */
export function findDrift(spectra: readonly MeasuredRow[]): Problem<'calibration-drift'>[] {
  const byInstrument = new Map<string, Errors>();
  for (const { row, values } of spectra) {
    if (values.shiftPpm === undefined) continue;
    const instrument = row.record?.instrument ?? '';
    let errors = byInstrument.get(instrument);
    if (errors === undefined) {
      byInstrument.set(instrument, (errors = { shiftPpm: [], tiltPpmPerKda: [] }));
    }
    errors.shiftPpm.push(values.shiftPpm);
    if (values.tiltPpmPerKda !== undefined) errors.tiltPpmPerKda.push(values.tiltPpmPerKda);
  }
  return [...byInstrument].flatMap(([instrument, errors]) => {
    const shift = driftOf('shiftPpm', errors.shiftPpm);
    const tilt = driftOf('tiltPpmPerKda', errors.tiltPpmPerKda);
    const parts = [shift, tilt].flatMap((one) => (one?.isOff === true ? one.part : []));
    if (shift === null || parts.length === 0) return [];
    const of = byInstrument.size > 1 && instrument !== '' ? `instrument ${instrument}` : 'this run';
    return problem(
      'calibration-drift',
      `${Math.min(...parts) >= ALL ? 'All' : 'Most'} spectra of ${of} are off by ${errorWords(shift, tilt)}: the instrument's calibration has drifted.`,
      `Calibrate before the next run. The calls of this run take ${tilt === null ? 'the shift' : 'both'} into account.`,
    );
  });
}

interface Drift {
  readonly middle: number;
  /** Whether it is beyond the limit, and most spectra to its side. */
  readonly isOff: boolean;
  /** Of the spectra that are off to its side. */
  readonly part: number;
}

/** Null where too few spectra tell. */
function driftOf(measure: keyof Errors, values: readonly number[]): Drift | null {
  const middle = median(values);
  if (middle === null || values.length < MIN_SPECTRA) return null;
  const isAside = (value: number) => value * Math.sign(middle) > Math.abs(middle) / 2;
  const part = values.filter(isAside).length / values.length;
  return { middle, isOff: judge(measure, middle).verdict !== 'pass' && part >= MOST, part };
}

function errorWords(shift: Drift, tilt: Drift | null): string {
  const { shiftPpm, tiltPpmPerKda } = QUALITY_LIMITS.measures;
  return tilt === null
    ? `about ${about(shift.middle)} ppm (more than ${shiftPpm.warn.value} is doubtful)`
    : `about ${about(shift.middle)} ppm at m/z 6,500 and by about ${about(tilt.middle)} ppm more with each 1,000 m/z (more than ${shiftPpm.warn.value}, or ${tiltPpmPerKda.warn.value}, is doubtful)`;
}

/** To two figures at most, since spectra differ by more than that. */
function about(value: number): string {
  const rounded = Math.round(value / 10) * 10;
  return rounded > 0 ? `+${rounded}` : String(rounded || 0);
}
