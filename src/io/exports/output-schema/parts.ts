import * as v from 'valibot';
import { PATTERNS } from '../../../core/job/types';

/** Parts that several objects of the JSON share. */

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1.000001));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const problem = v.strictObject({
  kind: v.string(),
  message: v.string(),
  cure: v.string(),
  path: v.optional(v.string()),
});

export const service = v.picklist(['both', 'name']);
export const watchState = v.picklist(['found', 'not-found', 'not-looked-for']);
export const watchFinding = {
  expectedHere: v.nullable(v.number()),
  recalibrated: v.nullable(v.boolean()),
  found: v.nullable(
    v.strictObject({
      mz: v.number(),
      recalibratedMz: v.nullable(v.number()),
      errorPpm: v.number(),
      overNoise: v.number(),
    }),
  ),
};

export const kind = v.picklist(['species', 'group', 'none']);
export const confidence = v.picklist(['high', 'moderate', 'weak', 'none']);
export const markerNames = v.array(v.strictObject({ locus: v.string(), mass: v.number() }));
export const spectrumKeys = v.array(v.string());

export const guard = v.nullable(
  v.strictObject({
    pattern: v.picklist(PATTERNS),
    model: v.string(),
    rule: v.nullable(v.string()),
    label: v.string(),
    reason: v.nullable(v.string()),
  }),
);

/** A commit of the source: hex digits, with a plus sign behind them where files were changed since. */
export const commit = v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{7,64}\+?$/)));

export const settings = v.strictObject({
  recipe: v.string(),
  samplesFrom: v.string(),
  thresholds: v.strictObject({
    species: v.number(),
    high: v.number(),
    moderate: v.nullable(v.number()),
    group: v.number(),
    markers: v.nullable(
      v.strictObject({
        minScore: v.number(),
        strongScore: v.number(),
        minLociSupported: v.number(),
        maxLociContradicted: v.number(),
        locusEvidence: v.number(),
        minPeaks: v.number(),
      }),
    ),
    scope: v.nullable(v.strictObject({ maxSpacing: v.number(), from: v.number(), to: v.number() })),
  }),
  qualityLimits: v.string(),
  guard: v.nullable(v.string()),
  watchLists: v.array(v.strictObject({ title: v.string(), sha256 })),
});
