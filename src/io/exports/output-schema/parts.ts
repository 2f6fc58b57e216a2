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
