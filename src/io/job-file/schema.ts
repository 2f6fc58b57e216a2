import * as v from 'valibot';
import { parseToken } from '../../core/job/token';
import { modelManifestSchema } from '../../core/model-pack/schema';
import { FORMAT, LIMITS } from './format';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A mass error may be NaN. */
const anyNumber = v.custom<number>((value) => typeof value === 'number');
const text = v.pipe(v.string(), v.maxLength(1_000));
const namedSize = v.looseObject({
  path: v.pipe(v.string(), v.maxLength(LIMITS.path)),
  size: v.pipe(count, v.maxValue(LIMITS.bytes)),
});

/** The head of a file of this version. docs/job-file.md explains each field. */
export const headSchema = v.looseObject({
  format: v.literal(FORMAT),
  version: count,
  use: v.string(),
  app: v.looseObject({ name: text, version: text }),
  // The pattern alone lets a 61st minute pass.
  writtenAt: v.pipe(
    v.string(),
    v.isoTimestamp(),
    v.check((time) => !Number.isNaN(Date.parse(time))),
  ),
  jobs: count,
  spectra: v.boolean(),
  packed: v.optional(v.literal('gzip')),
});

/**
 * The shape of each part. What is in a record, in a row and in evidence has the shapes of the storage, which
 * `check-job.ts` looks at.
 */
export const partSchemas = {
  job: v.looseObject({
    token: v.pipe(
      v.string(),
      v.check((token) => parseToken(token) === token),
    ),
    name: text,
    nameTyped: v.boolean(),
  }),
  record: v.record(v.string(), v.unknown()),
  manifest: v.nullable(modelManifestSchema),
  rows: v.looseObject({ spectra: v.array(v.unknown()), samples: v.array(v.unknown()) }),
  evidence: v.looseObject({ heads: v.array(anyNumber), numbers: v.string() }),
  reviews: v.pipe(v.array(v.unknown()), v.maxLength(LIMITS.entries)),
  files: v.looseObject({
    files: v.pipe(v.array(namedSize), v.maxLength(LIMITS.files)),
    sampleSheet: v.nullable(namedSize),
  }),
  bytes: v.string(),
  whole: v.looseObject({
    spectra: count,
    samples: count,
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  }),
} as const;

export const endSchema = v.looseObject({ jobs: count });
