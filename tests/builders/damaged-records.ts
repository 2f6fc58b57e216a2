import { jobRecord, sampleRow, spectrumRow, tokens } from '../unit/storage/records';

/**
 * Damaged records, as a failing disk, a newer version or another program may leave them in the browser's
 * storage. Bytes are written as `{ $bytes: [...] }`, and arrays of numbers in the same way, so that a record
 * can be sent to a page, where `revive` turns them back into bytes.
 */
export interface DamagedRecord {
  /** What is wrong with the record. */
  readonly what: string;
  readonly table: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Token of the sound job that damaged rows, manifests and files belong to. */
export const SOUND = tokens[0];

/** SHA-256 of the manifest of the sound job's model. */
export const MANIFEST_SUM = 'b'.repeat(64);

/** Returns the sound job's record, which counts two samples. */
export function soundJob() {
  return jobRecord({
    token: SOUND,
    name: 'Sound plate',
    status: 'completed',
    createdAt: Date.UTC(2026, 10, 1),
    finishedAt: Date.UTC(2026, 10, 1),
    model: { id: 'markers', version: '1.0.0', sha256: 'a', manifestSha256: MANIFEST_SUM },
    counts: { found: 2, done: 2, samples: 2, calls: { 'taxon-a': 2 } },
    files: { kind: 'kept', bytes: 4 },
  });
}

/** Returns the first of the sound job's two rows, in a chunk as it is stored. */
export function soundChunk() {
  const chunk = { spectra: [spectrumRow(0)], samples: [sampleRow(0)], withdrawn: [] };
  return { job: SOUND, number: 0, rows: JSON.stringify(chunk) };
}

function tokenOf(number: number): string {
  return `0b9c2a54-1f0e-4d39-9a3b-1d2f6c1e1${String(number).padStart(3, '0')}`;
}

const fields = jobRecord({ status: 'completed', createdAt: 1_790_000_000_000 });
const without = (name: keyof typeof fields) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

const jobs: readonly (readonly [what: string, record: Readonly<Record<string, unknown>>])[] = [
  ['a job of which only its token is left', {}],
  ['a job whose name is a number', { ...fields, name: 17 }],
  ['a job in a state that nobody knows', { ...fields, status: 'paused' }],
  ['a job whose times are text', { ...fields, createdAt: 'yesterday', finishedAt: 'today' }],
  ['a job whose time is no number', { ...fields, createdAt: NaN }],
  ['a job made at a time that no calendar has', { ...fields, createdAt: 1e300 }],
  ['a job without its counts', without('counts')],
  ['a job that counts NaN samples', { ...fields, counts: { ...fields.counts, samples: NaN } }],
  ['a job whose input is no list', { ...fields, inputs: { path: 'plate.zip' } }],
  ['a job whose model lacks its parts', { ...fields, model: { id: 'markers' } }],
  ['a job without any entry on its model', without('model')],
  ['a job whose summary is of another shape', { ...fields, summary: { spectra: 'many', run: 7 } }],
  [
    'a job whose watched peaks are gone',
    { ...fields, watch: [{ title: 'Plasmids', sha256: 'c' }] },
  ],
  ['a job whose guard is of no kind', { ...fields, guard: {} }],
  ['a job deleted at a time that is text', { ...fields, deletedAt: 'long ago' }],
  ['a job whose problem is text', { ...fields, problem: 'out of memory' }],
  ['a job whose files are of no kind', { ...fields, files: { kind: 'perhaps', bytes: '4' } }],
  ['a running job without its counts', { ...without('counts'), status: 'running' }],
];

/** Damaged records of jobs. Each must still be a row of its own, which can be deleted. */
export const DAMAGED_JOBS: readonly DamagedRecord[] = [
  ...jobs.map(([what, record], i) => ({
    what,
    table: 'jobs',
    record: { ...record, token: tokenOf(i) },
  })),
  { what: 'a job whose token is a number', table: 'jobs', record: { ...fields, token: 7 } },
  { what: 'a job whose token is a list', table: 'jobs', record: { ...fields, token: ['a', 'b'] } },
  { what: 'a job whose token is no UUID', table: 'jobs', record: { ...fields, token: 'plate' } },
];

function chunk(what: string, number: unknown, rows: unknown): DamagedRecord {
  return { what, table: 'rowChunks', record: { job: SOUND, number, rows } };
}

const second = { spectra: [spectrumRow(1)], samples: [sampleRow(1)], withdrawn: [] };
const secondText = JSON.stringify(second);

/** Damaged chunks. Each replaces the sound job's second chunk of rows, whose sample is then missing. */
export const DAMAGED_CHUNKS: readonly DamagedRecord[] = [
  chunk('rows that break off', 1, secondText.slice(0, secondText.length / 2)),
  chunk('rows in bytes that break off', 1, {
    $bytes: [...new TextEncoder().encode(secondText.slice(0, secondText.length / 2))],
  }),
  chunk('rows of another version', 1, { version: 9, packed: second }),
  chunk('rows under a key that is none', 'last', secondText),
  chunk('rows of random bytes', 1, { $bytes: [7, 255, 0, 31, 139] }),
  chunk('a row without its call', 1, {
    ...second,
    samples: [{ ...second.samples[0], call: null }],
  }),
  chunk('a row that is a list', 1, { ...second, samples: [[1]] }),
  chunk('a row whose warnings are text', 1, {
    ...second,
    samples: [{ ...second.samples[0], warnings: 'none' }],
  }),
];

/** Damaged records of the other tables. */
export const DAMAGED_REST: readonly DamagedRecord[] = [
  {
    what: 'evidence that is shorter than it says',
    table: 'evidencePages',
    record: {
      job: SOUND,
      page: 0,
      number: 0,
      heads: { $numbers: [0, 1000, 1000, 1000, 0, 0, 1, 0, 0] },
      numbers: { $floats: [1] },
      withdrawn: [],
    },
  },
  {
    what: 'the head of a model without its taxa',
    table: 'manifests',
    record: { sha256: MANIFEST_SUM, manifest: { id: 'markers', title: 5 } },
  },
  {
    what: 'kept files without their bytes',
    table: 'files',
    record: { job: SOUND, files: [{ path: 'plate.zip', size: 4 }] },
  },
  {
    what: 'days that jobs are kept, as text',
    table: 'settings',
    record: { key: 'purgeDays', value: 'abc' },
  },
  { what: 'a chosen model that is a list', table: 'settings', record: { key: 'model', value: [] } },
  {
    what: 'whether files are kept, as a number',
    table: 'settings',
    record: { key: 'keepFiles', value: 3 },
  },
  {
    what: 'answers on guarding as text',
    table: 'settings',
    record: { key: 'watch', value: 'yes' },
  },
  {
    what: 'initials that are none',
    table: 'settings',
    record: { key: 'initials', value: '=1' },
  },
  {
    what: 'what retention took, as text',
    table: 'settings',
    record: { key: 'retention', value: 'x' },
  },
  {
    what: 'a setting that nobody knows',
    table: 'settings',
    record: { key: '__proto__', value: 1 },
  },
  {
    what: 'a model without its bytes',
    table: 'models',
    record: { id: 'no-bytes', version: '1.0.0', addedAt: 5, madeOf: ['model.pkl'] },
  },
  {
    what: 'a model of which only its name is left',
    table: 'models',
    record: { id: 'bare', version: '1.0.0' },
  },
  {
    what: 'a model whose head is random bytes',
    table: 'models',
    record: {
      id: 'random',
      version: '1.0.0',
      addedAt: NaN,
      madeOf: 'model.pkl',
      files: { manifest: { $bytes: [123, 7] }, graph: { $bytes: [8, 7] } },
    },
  },
  {
    what: 'peaks to watch without their table',
    table: 'watchLists',
    record: { sha256: 'c'.repeat(64), title: 5, addedAt: 'x' },
  },
  {
    what: 'a review that is no list',
    table: 'reviews',
    record: { job: SOUND, number: 0, next: 'x', entries: 7 },
  },
];

/** Turns the `$bytes` of a record back into typed arrays. */
export function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revive);
  const found = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(found['$bytes'])) return Uint8Array.from(found['$bytes'] as number[]);
  if (Array.isArray(found['$numbers'])) return Float64Array.from(found['$numbers'] as number[]);
  if (Array.isArray(found['$floats'])) return Float32Array.from(found['$floats'] as number[]);
  return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, revive(one)]));
}
