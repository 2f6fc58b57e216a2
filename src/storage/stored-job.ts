import * as v from 'valibot';
import { parseToken } from '../core/job/token';
import { problem } from '../core/problem';
import type { JobRecord } from './records';
import { areSentences } from './sentence-shape';
import { sentence, type Sentence, type Sentences } from '../words/told/sentence';

const text = v.string();
/** Milliseconds since 1970 that a date can have. */
const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const sentences = v.custom<Sentences>(areSentences);
const oneSentence = v.custom<string | Sentence>(areSentences);
const problemShape = v.looseObject({
  kind: text,
  message: sentences,
  cure: sentences,
  path: v.optional(text),
});
const modelRef = v.looseObject({ id: text, version: text, sha256: text, manifestSha256: text });

const grouping = v.variant('kind', [
  v.looseObject({ kind: v.literal('name') }),
  v.looseObject({ kind: v.literal('spots'), every: count }),
]);

const watchList = v.looseObject({
  title: text,
  sha256: text,
  peaks: v.array(
    v.looseObject({
      name: text,
      mz: v.number(),
      charge: v.picklist([1, 2]),
      mass: v.nullable(v.number()),
      tolerancePpm: v.number(),
      note: text,
    }),
  ),
});

const sheetReport = v.looseObject({
  path: text,
  rows: count,
  matched: count,
  unmatched: v.array(text),
  ambiguous: v.array(
    v.looseObject({ spectrumId: text, spectra: count, which: v.optional(v.array(oneSentence)) }),
  ),
  samples: v.optional(count),
});

const summary = v.looseObject({
  spectra: count,
  ok: count,
  failed: count,
  skipped: count,
  samples: count,
  elapsed: v.number(),
  run: v.nullable(
    v.looseObject({
      projectUid: v.nullable(text),
      title: v.nullable(text),
      missing: v.array(v.looseObject({ name: text, spot: text })),
      listed: count,
    }),
  ),
  sampleSheet: v.nullable(sheetReport),
  grouping: v.optional(
    v.intersect([grouping, v.looseObject({ samples: count, incomplete: v.array(text) })]),
  ),
  problems: v.array(problemShape),
  emptyAnswer: v.optional(v.nullable(v.array(v.number()))),
});

const files = v.variant('kind', [
  v.looseObject({ kind: v.literal('kept'), bytes: count }),
  v.looseObject({
    kind: v.literal('not-kept'),
    reason: v.picklist(['off', 'too-large', 'no-room', 'failed', 'removed']),
    bytes: count,
  }),
]);

/** The shape of each field of a job's record. Those that are optional may be absent or undefined. */
const FIELDS: { readonly [Key in keyof Required<JobRecord>]: v.GenericSchema } = {
  token: v.pipe(
    text,
    v.check((token) => parseToken(token) === token),
  ),
  name: text,
  nameTyped: v.boolean(),
  origin: v.picklist(['input', 'example']),
  createdAt: time,
  finishedAt: v.nullable(time),
  status: v.picklist([
    'initialising',
    'queued',
    'running',
    'completed',
    'failed',
    'cancelled',
    'interrupted',
  ]),
  model: v.nullable(modelRef),
  guard: v.optional(
    v.variant('kind', [
      v.looseObject({
        kind: v.literal('watched'),
        guard: v.looseObject({ ...modelRef.entries, genus: text }),
      }),
      v.looseObject({ kind: v.literal('not-watched'), reason: sentences }),
      v.looseObject({ kind: v.literal('failed'), problem: problemShape }),
    ]),
  ),
  modelKey: v.optional(v.nullable(text)),
  ranWith: v.optional(text),
  appVersion: text,
  appCommit: v.optional(v.nullable(text)),
  againOf: v.optional(text),
  inputs: v.array(v.looseObject({ path: text, size: count, files: count })),
  watch: v.optional(v.array(watchList)),
  sampleSheet: v.nullable(text),
  grouping: v.optional(grouping),
  counts: v.looseObject({
    found: count,
    done: count,
    samples: count,
    calls: v.record(text, count),
    complete: v.optional(v.boolean()),
    acquired: v.optional(text),
  }),
  summary: v.nullable(summary),
  files: v.optional(files),
  work: v.optional(v.looseObject({ build: text, input: text, attempts: count, reached: count })),
  problem: v.nullable(problemShape),
  importing: v.optional(v.literal(true)),
  imported: v.optional(
    v.looseObject({ token: text, content: text, appVersion: text, writtenAt: time, at: time }),
  ),
  deletedAt: v.nullable(time),
};

const jobShape = v.looseObject(FIELDS);

/** Whether a value is a whole record of a job. */
export function isSoundRecord(value: unknown): value is JobRecord {
  return v.is(jobShape, value);
}

const JOB_DAMAGED = problem(
  'job-damaged',
  sentence('store.jobDamaged'),
  sentence('store.jobDamagedCure'),
);

/** The values that replace fields that cannot be read. */
const UNREADABLE: Omit<JobRecord, 'token'> = {
  name: 'Damaged job',
  nameTyped: true,
  origin: 'input',
  createdAt: NaN,
  finishedAt: null,
  status: 'damaged',
  model: null,
  appVersion: '',
  inputs: [],
  sampleSheet: null,
  counts: { found: 0, done: 0, samples: 0, calls: {} },
  summary: null,
  problem: JOB_DAMAGED,
  deletedAt: null,
};

/**
 * Reads a job's record as some version of the app, or a failing disk, has left it. Of a damaged one the sound
 * fields are kept, and its status is `damaged`: it can be shown and deleted, and nothing else.
 */
export function readStoredJob(stored: unknown): JobRecord {
  if (isSoundRecord(stored)) return stored;
  const found = (stored ?? {}) as Readonly<Record<string, unknown>>;
  const sound = Object.entries(FIELDS)
    .filter(([key, shape]) => key in found && v.is(shape, found[key]))
    .map(([key]) => [key, found[key]] as const);
  return {
    ...UNREADABLE,
    ...Object.fromEntries(sound),
    // As it is, since the record can be deleted by nothing else.
    token: found['token'] as string,
    status: 'damaged',
    problem: JOB_DAMAGED,
  };
}
