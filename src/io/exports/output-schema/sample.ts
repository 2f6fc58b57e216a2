import * as v from 'valibot';
import { NEXT_STEPS } from '../../../core/classify/next-step';
import { VERDICTS } from '../../../core/quality/judge';
import { QUALITY_MEASURES } from '../../../core/quality/limits';
import {
  count,
  probability,
  problem,
  service,
  watchState,
  watchFinding,
  kind,
  confidence,
  markerNames,
  spectrumKeys,
  guard,
} from './parts';
import { review } from './review';

const ion = v.strictObject({
  mass: v.number(),
  charge: v.picklist([1, 2]),
  expectedMz: v.number(),
  expectedHere: v.number(),
  fraction: v.number(),
  logRatio: v.nullable(v.number()),
  found: v.nullable(
    v.strictObject({
      mz: v.nullable(v.number()),
      height: v.nullable(v.number()),
      errorPpm: v.nullable(v.number()),
    }),
  ),
});

const evidence = v.strictObject({
  shiftPpm: v.nullable(v.number()),
  tiltPpmPerKda: v.nullable(v.number()),
  sensitivity: v.nullable(v.number()),
  namingLociCounted: v.nullable(v.boolean()),
  lociSupported: count,
  lociContradicted: count,
  scores: v.record(v.string(), v.number()),
  loci: v.record(v.string(), v.array(v.nullable(v.number()))),
  ions: v.array(v.array(v.nullable(v.number()))),
  compared: v.array(
    v.strictObject({
      taxon: v.string(),
      score: v.nullable(v.number()),
      loci: v.array(
        v.strictObject({
          locus: v.string(),
          serves: service,
          evidence: v.nullable(v.number()),
          verdict: v.picklist(['for', 'against', 'open']),
          ion: v.nullable(ion),
        }),
      ),
    }),
  ),
  whatWouldDecide: v.nullable(
    v.strictObject({
      contenders: v.array(v.string()),
      loci: v.array(
        v.strictObject({
          locus: v.string(),
          options: v.array(
            v.strictObject({
              mass: v.number(),
              expectedHere: v.number(),
              taxa: v.array(v.string()),
              foundMz: v.nullable(v.number()),
            }),
          ),
        }),
      ),
      sentence: v.string(),
    }),
  ),
});

export const sample = v.strictObject({
  name: v.string(),
  spot: v.string(),
  spectra: v.array(v.string()),
  call: v.strictObject({
    kind,
    taxon: v.nullable(v.string()),
    label: v.string(),
    countedAs: v.string(),
    phylogroup: v.nullable(v.string()),
    alsoFits: v.array(v.string()),
    confidence,
    probability: v.nullable(probability),
    runnerUp: v.nullable(v.strictObject({ taxon: v.string(), probability })),
    rule: v.string(),
    reason: v.string(),
  }),
  nextStep: v.strictObject({ kind: v.picklist(NEXT_STEPS), sentence: v.string() }),
  probabilities: v.record(v.string(), probability),
  evidence: v.nullable(evidence),
  markers: v.nullable(
    v.strictObject({ taxon: v.string(), found: markerNames, missing: markerNames }),
  ),
  consensus: v.nullable(
    v.strictObject({
      spectra: count,
      agreeing: count,
      compatible: spectrumKeys,
      silent: spectrumKeys,
      contradicting: spectrumKeys,
      majority: v.nullable(
        v.strictObject({ taxon: v.nullable(v.string()), label: v.string(), spectra: count }),
      ),
      contradictory: v.boolean(),
      averaged: v.nullable(v.picklist(['sound', 'all', 'all-as-original'])),
      leftOut: spectrumKeys,
    }),
  ),
  guard,
  quality: v.strictObject({
    limits: v.string(),
    verdict: v.nullable(v.picklist(VERDICTS)),
    measures: v.array(
      v.strictObject({
        measure: v.picklist(QUALITY_MEASURES),
        value: v.number(),
        verdict: v.picklist(VERDICTS),
        reason: v.string(),
      }),
    ),
    peaks: v.nullable(v.number()),
    shiftPpm: v.nullable(v.number()),
    tiltPpmPerKda: v.nullable(v.number()),
    sensitivity: v.nullable(v.number()),
    spectraUsed: count,
    spectraLeftOut: count,
    spectraLost: count,
  }),
  failure: v.nullable(problem),
  warnings: v.array(problem),
  originalName: v.string(),
  watch: v.exactOptional(
    v.array(
      v.strictObject({
        column: v.string(),
        state: watchState,
        spectraLooked: count,
        spectraFound: count,
        spectrum: v.nullable(v.string()),
        ...watchFinding,
      }),
    ),
  ),
  control: v.exactOptional(
    v.strictObject({
      declared: v.nullable(v.string()),
      verdict: v.picklist(['as-declared', 'open', 'other', 'not-identified', 'unread']),
      fails: v.boolean(),
      finding: v.string(),
    }),
  ),
  review: v.exactOptional(review),
});
