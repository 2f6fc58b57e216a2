import type { SampleRow, SpectrumRow } from '../core/job/types';
import {
  fields,
  isIndex,
  isNumber,
  isText,
  isTruth,
  listOf,
  oneOf,
  orAbsent,
  orNull,
} from './quick-shape';
import { areSentences } from './sentence-shape';

const areIndices = listOf(isIndex);
const isNumberOrNull = orNull(isNumber);
const isTextOrNull = orNull(isText);

const isProblem = fields({
  kind: isText,
  message: areSentences,
  cure: areSentences,
  path: orAbsent(isText),
});

const isGuard = fields({
  pattern: oneOf('yes', 'no', 'not-judged'),
  model: isText,
  rule: isTextOrNull,
  label: isText,
  detail: orAbsent(areSentences),
  reason: orNull(areSentences),
});

const call = {
  kind: oneOf('species', 'group', 'none'),
  taxon: isTextOrNull,
  label: isText,
  detail: orAbsent(areSentences),
  confidence: oneOf('high', 'moderate', 'weak', 'none'),
  probability: isNumberOrNull,
  rule: isText,
};

const isRecord = fields({
  acquiredAt: isTextOrNull,
  instrument: isTextOrNull,
  software: isTextOrNull,
  laserShots: isNumberOrNull,
  spectrumType: isTextOrNull,
  target: isTextOrNull,
  comments: listOf(areSentences),
});

const isQuality = fields({
  peaks: isNumber,
  peaksAbove10kDa: isNumber,
  largestPeakMz: isNumberOrNull,
  medianSignalToNoise: isNumberOrNull,
  noiseShare: isNumber,
  saturatedPoints: isNumberOrNull,
  markers: orNull(
    fields({
      found: isNumber,
      expected: isNumber,
      medianSignalToNoise: isNumberOrNull,
      resolution: isNumberOrNull,
      shiftPpm: isNumber,
      residualPpm: isNumberOrNull,
    }),
  ),
});

const areMeasures = fields({
  points: isNumber,
  mzFirst: isNumber,
  mzLast: isNumber,
  totalIntensity: isNumber,
  maxIntensity: isNumber,
  peaks: isNumberOrNull,
  quality: orNull(isQuality),
});

const isWatched = fields({
  line: orNull(fields({})),
  found: listOf(fields({ peak: isIndex, mz: isNumber, overNoise: isNumber })),
});

const isCalibrant = fields({ found: isIndex, of: isIndex, shiftPpm: isNumberOrNull });

const isSpectrum = fields({
  index: isIndex,
  uid: isText,
  path: isText,
  name: isText,
  spot: isText,
  names: orNull(
    fields({
      uid: isText,
      sampleName: isText,
      fullName: isText,
      semiUniqueName: isText,
      uniqueName: isText,
    }),
  ),
  status: oneOf('ok', 'failed', 'skipped'),
  reason: orNull(isProblem),
  warnings: listOf(isProblem),
  record: orNull(isRecord),
  measures: orNull(areMeasures),
  call: orNull(fields(call)),
  guard: orAbsent(isGuard),
  sha256: isTextOrNull,
  duplicateOf: orNull(isIndex),
  watched: orAbsent(isWatched),
  calibrant: orAbsent(orNull(isCalibrant)),
});

const isConsensus = fields({
  spectra: isNumber,
  agreeing: isNumber,
  others: fields({
    compatible: orAbsent(areIndices),
    silent: orAbsent(areIndices),
    contradicts: orAbsent(areIndices),
  }),
  majority: orNull(fields({ taxon: isTextOrNull, label: isText, spectra: isNumber })),
  contradictory: isTruth,
  averaged: orAbsent(oneOf('sound', 'all', 'all-as-original')),
  leftOut: orAbsent(areIndices),
});

const isSample = fields({
  index: isIndex,
  name: isText,
  spot: isText,
  spectra: areIndices,
  failure: orNull(isProblem),
  call: fields({
    ...call,
    runnerUp: orNull(fields({ taxon: isText, probability: isNumber })),
    reason: areSentences,
  }),
  probabilities: listOf(isNumber),
  shiftPpm: isNumberOrNull,
  tiltPpmPerKda: orAbsent(isNumberOrNull),
  sensitivity: orAbsent(isNumberOrNull),
  peaks: isNumberOrNull,
  markers: orNull(fields({ taxon: isText, found: areIndices, missing: areIndices })),
  consensus: orNull(isConsensus),
  guard: orAbsent(isGuard),
  warnings: listOf(isProblem),
  originalName: isText,
});

/** Whether what is stored as a spectrum's row can be shown as one. */
export function isSpectrumRow(stored: unknown): stored is SpectrumRow {
  return isSpectrum(stored);
}

/** Whether what is stored as a sample's row can be shown as one. */
export function isSampleRow(stored: unknown): stored is SampleRow {
  return isSample(stored);
}
