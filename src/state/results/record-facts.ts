import type { SpectrumRow } from '../../core/job/types';
import { groupDigits } from '../../core/text';
import { formatCount, formatStamp } from '../format';

export interface RecordFact {
  readonly label: string;
  readonly value: string;
  /** Whether it is set in a font of fixed width, since people compare it character by character. */
  readonly fixed: boolean;
}

/** Lists what is known of an acquisition, as its files say it. Unknown facts are left out. */
export function recordFacts({
  path,
  uid,
  sha256,
  record,
  measures,
}: SpectrumRow): readonly RecordFact[] {
  const facts: [label: string, value: string | null | undefined, fixed?: boolean][] = [
    ['File', path, true],
    ['Identifier', uid, true],
    ['SHA-256', sha256, true],
    ['Acquired', whenKnown(record?.acquiredAt, formatStamp)],
    ['Instrument', record?.instrument],
    ['Software', record?.software],
    ['Target', record?.target],
    ['Laser shots', whenKnown(record?.laserShots, formatCount)],
    ['SPType', record?.spectrumType],
    ['Comment', record?.comments.filter((comment) => comment !== '').join('; ')],
    ['Calibration', record?.highPrecisionCalibration === true ? hpcNote : null],
    ['Points', measures && formatCount(measures.points)],
    [
      'Range',
      measures && `m/z ${groupDigits(measures.mzFirst, 1)} to ${groupDigits(measures.mzLast, 1)}`,
    ],
    ['Largest intensity', measures && formatCount(measures.maxIntensity)],
    ['Peaks', whenKnown(measures?.peaks, (peaks) => `${peaks} above 5 times the noise`)],
  ];
  return facts.flatMap(([label, value, fixed = false]) => (value ? [{ label, value, fixed }] : []));
}

function whenKnown<T>(value: T | null | undefined, format: (value: T) => string): string | null {
  return value === null || value === undefined ? null : format(value);
}

const hpcNote = 'The file asks for HPC, a further calibration, which is not applied.';
