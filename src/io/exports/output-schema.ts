import * as v from 'valibot';
import { PATTERNS } from '../../core/job/types';
import { VERDICTS } from '../../core/quality/judge';
import { QUALITY_MEASURES } from '../../core/quality/limits';

/** The JSON that `json.ts` writes; docs/output.md says what each field means. */

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1.000001));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const problem = v.strictObject({
  kind: v.string(),
  message: v.string(),
  cure: v.string(),
  path: v.optional(v.string()),
});

const service = v.picklist(['both', 'name']);
const watchState = v.picklist(['found', 'not-found', 'not-looked-for']);
const watchFinding = {
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

const headEntries = {
  format: v.literal('ktyper-results/1'),
  use: v.string(),
  app: v.strictObject({ name: v.string(), version: v.string() }),
  job: v.strictObject({
    name: v.string(),
    token: v.nullable(v.string()),
    createdAt: v.pipe(v.string(), v.isoTimestamp()),
  }),
  model: v.strictObject({
    id: v.string(),
    version: v.string(),
    sha256,
    manifestSha256: sha256,
    title: v.string(),
    recipe: v.string(),
    taxa: v.array(
      v.strictObject({
        id: v.string(),
        name: v.string(),
        phylogroup: v.nullable(v.string()),
        alsoFits: v.array(v.string()),
        outgroup: v.boolean(),
      }),
    ),
    groups: v.array(
      v.strictObject({ id: v.string(), name: v.string(), members: v.array(v.string()) }),
    ),
    markers: v.nullable(
      v.strictObject({
        loci: v.array(v.string()),
        serves: v.array(service),
        ions: v.array(
          v.strictObject({
            locus: v.string(),
            mass: v.number(),
            charge: v.picklist([1, 2]),
            expectedMz: v.number(),
          }),
        ),
      }),
    ),
  }),
  guard: v.nullable(
    v.strictObject({
      kind: v.picklist(['watched', 'not-watched', 'failed']),
      guard: v.nullable(
        v.strictObject({
          id: v.string(),
          version: v.string(),
          sha256,
          manifestSha256: sha256,
          genus: v.string(),
        }),
      ),
      reason: v.nullable(v.string()),
    }),
  ),
  run: v.nullable(
    v.strictObject({
      projectUid: v.nullable(v.string()),
      title: v.nullable(v.string()),
      listed: count,
      missing: v.array(v.strictObject({ name: v.string(), spot: v.string() })),
    }),
  ),
  sampleSheet: v.nullable(
    v.strictObject({
      path: v.string(),
      rows: count,
      matched: count,
      unmatched: v.array(v.string()),
      ambiguous: v.array(v.strictObject({ spectrumId: v.string(), spectra: count })),
    }),
  ),
  problems: v.array(problem),
  quality: v.strictObject({
    limits: v.string(),
    samples: v.strictObject({ pass: count, warn: count, fail: count, unrated: count }),
    findings: v.array(problem),
    outliers: v.array(
      v.strictObject({
        spectrum: v.string(),
        measure: v.picklist(QUALITY_MEASURES),
        value: v.number(),
        typical: v.number(),
      }),
    ),
  }),
  watch: v.exactOptional(
    v.array(
      v.strictObject({
        title: v.string(),
        sha256,
        peaks: v.array(
          v.strictObject({
            name: v.string(),
            column: v.string(),
            mz: v.number(),
            charge: v.picklist([1, 2]),
            mass: v.nullable(v.number()),
            tolerancePpm: v.number(),
            note: v.string(),
          }),
        ),
      }),
    ),
  ),
};

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

const kind = v.picklist(['species', 'group', 'none']);
const confidence = v.picklist(['high', 'moderate', 'weak', 'none']);
const markerNames = v.array(v.strictObject({ locus: v.string(), mass: v.number() }));
const spectrumKeys = v.array(v.string());

const guard = v.nullable(
  v.strictObject({
    pattern: v.picklist(PATTERNS),
    model: v.string(),
    rule: v.nullable(v.string()),
    label: v.string(),
    reason: v.nullable(v.string()),
  }),
);

const sample = v.strictObject({
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
});

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

const spectrum = v.strictObject({
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
});

export const outputSchema = v.strictObject({
  ...headEntries,
  samples: v.array(sample),
  spectra: v.array(spectrum),
});

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

export type JsonOutput = Frozen<v.InferOutput<typeof outputSchema>>;
export type JsonOutputHead = Omit<JsonOutput, 'samples' | 'spectra'>;
export type SampleOutput = JsonOutput['samples'][number];
export type SpectrumOutput = JsonOutput['spectra'][number];
export type EvidenceOutput = NonNullable<SampleOutput['evidence']>;
