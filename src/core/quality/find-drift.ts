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

/**
 * Instruments whose calibration has drifted: the median shift of their spectra is beyond the limit,
 * and most of their spectra are off to its side. Told in words.
 */
export function findDrift(spectra: readonly MeasuredRow[]): Problem<'calibration-drift'>[] {
  const byInstrument = new Map<string, number[]>();
  for (const { row, values } of spectra) {
    const shift = values.shiftPpm;
    if (shift === undefined) continue;
    const instrument = row.record?.instrument ?? '';
    const shifts = byInstrument.get(instrument);
    if (shifts === undefined) byInstrument.set(instrument, [shift]);
    else shifts.push(shift);
  }
  return [...byInstrument].flatMap(([instrument, shifts]) => {
    const middle = median(shifts);
    if (middle === null || shifts.length < MIN_SPECTRA) return [];
    const { verdict } = judge('shiftPpm', middle);
    const isOff = (shift: number) => shift * Math.sign(middle) > Math.abs(middle) / 2;
    const part = shifts.filter(isOff).length / shifts.length;
    if (verdict === 'pass' || part < MOST) return [];
    const { warn } = QUALITY_LIMITS.measures.shiftPpm;
    const of = byInstrument.size > 1 && instrument !== '' ? `instrument ${instrument}` : 'this run';
    return problem(
      'calibration-drift',
      `${part >= ALL ? 'All' : 'Most'} spectra of ${of} are off by about ${about(middle)} ppm ` +
        `(more than ${warn.value} is doubtful): the instrument's calibration has drifted.`,
      'Calibrate before the next run. The calls of this run take the shift into account.',
    );
  });
}

/** To two figures at most, since spectra differ by more than that. */
function about(shift: number): string {
  const rounded = Math.round(shift / 10) * 10;
  return rounded > 0 ? `+${rounded}` : String(rounded);
}
