import type { SpectrumRow } from '../../core/job/types';
import { constantsText } from '../../io/exports/provenance';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
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
    [say('results.recordFile'), path, true],
    [say('results.recordIdentifier'), uid, true],
    [say('results.recordSha256'), sha256, true],
    [say('results.recordAcquired'), whenKnown(record?.acquiredAt, formatStamp)],
    [say('results.recordInstrument'), record?.instrument],
    [say('results.recordSoftware'), record?.software],
    [say('results.recordTarget'), record?.target],
    [say('results.recordLaserShots'), whenKnown(record?.laserShots, formatCount)],
    [say('results.recordSpectrumType'), record?.spectrumType],
    [
      say('results.recordComment'),
      record?.comments
        .map(inWords)
        .filter((comment) => comment !== '')
        .join('; '),
    ],
    [say('results.recordCalibration'), whenKnown(record?.calibration, constantsText), true],
    [
      say('results.recordFurther'),
      record?.highPrecisionCalibration === true ? say('results.recordHpc') : null,
    ],
    [say('results.recordPoints'), measures && formatCount(measures.points)],
    [
      say('results.recordRange'),
      measures &&
        say('results.recordFromTo', {
          from: formatCount(measures.mzFirst, 1),
          to: formatCount(measures.mzLast, 1),
        }),
    ],
    [say('results.recordLargest'), measures && formatCount(measures.maxIntensity)],
    [
      say('results.recordPeaks'),
      whenKnown(measures?.peaks, (peaks) => say('results.recordPeakCount', { peaks })),
    ],
  ];
  return facts.flatMap(([label, value, fixed = false]) => (value ? [{ label, value, fixed }] : []));
}

function whenKnown<T>(value: T | null | undefined, format: (value: T) => string): string | null {
  return value === null || value === undefined ? null : format(value);
}
