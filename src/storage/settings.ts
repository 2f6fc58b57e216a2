import * as v from 'valibot';
import type { Result } from '../core/result';
import { controlOf, MAX_CONTROLS } from '../core/controls/control';
import { LEAST_RUNS, MOST_RUNS, USUAL_RUNS } from '../core/quality-history/levey-jennings';
import { laboratoryOf } from '../core/laboratory/laboratory';
import { readLogo } from '../core/laboratory/read-logo';
import { parseInitials } from '../core/review/entry';
import type { KtyperDatabase } from './database';
import { attempt } from './attempt';
import type { StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** The bytes alone are believed. */
const logoSchema = v.pipe(
  v.object({ bytes: v.instance(Uint8Array) }),
  v.transform(({ bytes }) => {
    const read = readLogo(bytes);
    return read.ok ? read.value : null;
  }),
);

const controlSchema = v.pipe(
  v.object({
    by: v.picklist(['name', 'spot']),
    text: v.string(),
    expects: v.nullable(v.string()),
  }),
  v.check((control) => typeof controlOf(control) === 'object'),
);

/** A value that cannot be understood (an older or newer version's) counts as not set. */
const settingsSchema = v.object({
  /** Jobs older than this many days are removed; null: kept until deleted. */
  purgeDays: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /**
   * Key of the model for new jobs, as the shelf gives it; before 1.0 its id alone. Null: the one that
   * the host names as its default.
   */
  model: v.fallback(v.nullable(v.string()), null),
  /** Whether a job's own files are kept with it, so that its spectra can be shown later. */
  keepFiles: v.fallback(v.boolean(), true),
  /**
   * What a person has said of running the marker model beside a classifier, by the classifier's key on the
   * shelf: yes or no. Of one that is not here the rule decides (docs/calls.md).
   */
  watch: v.fallback(v.record(v.string(), v.boolean()), () => ({})),
  /** When the browser was asked last to keep the jobs, and whether it promised it; null: it was not asked yet. */
  persistence: v.fallback(
    v.nullable(v.object({ asked: v.pipe(v.number(), v.finite()), promised: v.boolean() })),
    null,
  ),
  /** The columns of the table of results, by their names: a person's order, and which of them are hidden. */
  columns: v.fallback(
    v.object({ order: v.array(v.string()), hidden: v.array(v.string()) }),
    () => ({ order: [], hidden: [] }),
  ),
  /** Initials of whoever reviews on this computer; null until they were asked for. */
  initials: v.fallback(
    v.nullable(
      v.pipe(
        v.string(),
        v.check((text) => parseInitials(text) === text),
      ),
    ),
    null,
  ),
  /** Who stands in the head of reports; null until a person said it. */
  laboratory: v.fallback(
    v.nullable(
      v.pipe(
        v.object({
          name: v.string(),
          address: v.string(),
          logo: v.fallback(v.nullable(logoSchema), null),
        }),
        v.transform(laboratoryOf),
      ),
    ),
    null,
  ),
  /** The samples that a laboratory declared as controls. */
  controls: v.fallback(v.pipe(v.array(controlSchema), v.maxLength(MAX_CONTROLS)), () => []),
  /** Number of an instrument's first runs that the limits of its chart are made from. */
  limitRuns: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(LEAST_RUNS), v.maxValue(MOST_RUNS)),
    USUAL_RUNS,
  ),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

export const defaultSettings: Settings = {
  purgeDays: null,
  model: null,
  keepFiles: true,
  watch: {},
  persistence: null,
  columns: { order: [], hidden: [] },
  initials: null,
  laboratory: null,
  controls: [],
  limitRuns: USUAL_RUNS,
};

export function readSettings(db: KtyperDatabase): Stored<Settings> {
  return attempt(db, async () => {
    const records = await db.settings.toArray();
    const values = Object.fromEntries(records.map(({ key, value }) => [key, value]));
    return v.parse(settingsSchema, { ...defaultSettings, ...values });
  });
}

export function saveSetting<Key extends keyof Settings>(
  db: KtyperDatabase,
  key: Key,
  value: Settings[Key],
): Stored<void> {
  return attempt(db, async () => void (await db.settings.put({ key, value })));
}
