import * as v from 'valibot';
import { VERDICTS } from '../../../core/quality/judge';
import {
  count,
  probability,
  sha256,
  problem,
  watchState,
  watchFinding,
  kind,
  confidence,
  guard,
} from './parts';

const qualityMeasures = v.strictObject({
  peaks: count,
  peaksAbove10kDa: count,
  largestPeakMz: v.nullable(v.number()),
  medianSignalToNoise: v.nullable(v.number()),
  noiseShare: v.number(),
  saturatedPoints: v.nullable(count),
  markers: v.nullable(
    v.strictObject({
      found: count,
      expected: count,
      medianSignalToNoise: v.nullable(v.number()),
      resolution: v.nullable(v.number()),
      shiftPpm: v.number(),
      tiltPpmPerKda: v.nullable(v.number()),
      residualPpm: v.nullable(v.number()),
    }),
  ),
});

export const spectrum = v.strictObject({
  uid: v.string(),
  path: v.string(),
  name: v.string(),
  spot: v.string(),
  status: v.picklist(['ok', 'failed', 'skipped']),
  reason: v.nullable(v.string()),
  cure: v.nullable(v.string()),
  problem: v.nullable(v.string()),
  warnings: v.array(problem),
  names: v.nullable(
    v.strictObject({
      uid: v.string(),
      sampleName: v.string(),
      fullName: v.string(),
      semiUniqueName: v.string(),
      uniqueName: v.string(),
    }),
  ),
  record: v.nullable(
    v.strictObject({
      acquiredAt: v.nullable(v.string()),
      instrument: v.nullable(v.string()),
      software: v.nullable(v.string()),
      laserShots: v.nullable(v.number()),
      spectrumType: v.nullable(v.string()),
      target: v.nullable(v.string()),
      comments: v.array(v.string()),
      calibration: v.nullable(
        v.strictObject({
          ml1: v.number(),
          ml2: v.number(),
          ml3: v.number(),
          cubic: v.optional(v.number()),
          offset: v.optional(v.number()),
          delay: v.number(),
          dwell: v.number(),
          points: count,
        }),
      ),
      calibratedAt: v.optional(v.string()),
      highPrecisionCalibration: v.boolean(),
    }),
  ),
  measures: v.nullable(
    v.strictObject({
      points: count,
      mzFirst: v.number(),
      mzLast: v.number(),
      totalIntensity: v.number(),
      maxIntensity: v.number(),
      peaks: v.nullable(v.number()),
      quality: v.nullable(qualityMeasures),
    }),
  ),
  call: v.nullable(
    v.strictObject({
      kind,
      taxon: v.nullable(v.string()),
      label: v.string(),
      confidence,
      probability: v.nullable(probability),
      rule: v.string(),
    }),
  ),
  guard,
  quality: v.nullable(v.picklist(VERDICTS)),
  sha256: v.nullable(sha256),
  duplicateOf: v.nullable(v.string()),
  watch: v.exactOptional(
    v.array(v.strictObject({ column: v.string(), state: watchState, ...watchFinding })),
  ),
  calibrant: v.exactOptional(
    v.strictObject({
      masses: v.nullable(
        v.strictObject({ found: count, of: count, shiftPpm: v.nullable(v.number()) }),
      ),
      verdict: v.picklist(['right', 'few', 'off', 'unread']),
      fails: v.boolean(),
      finding: v.string(),
    }),
  ),
});
