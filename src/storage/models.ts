import * as v from 'valibot';
import type { ModelManifest, ModelPackFiles } from '../core/model-pack/types';
import { problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import type { KtyperDatabase } from './database';
import type { ModelRecord } from './records';
import { attempt } from './attempt';
import type { StorageProblem } from './storage-problem';
import { sentence } from '../words/told/sentence';

type Stored<T> = Promise<Result<T, StorageProblem>>;

/** A model as it is stored. */
export interface StoredModel extends Omit<ModelRecord, 'files'> {
  /** Null where the record is damaged. */
  readonly files: ModelPackFiles | null;
}

const bytes = v.instance(Uint8Array<ArrayBuffer>);
const filesShape = v.object({ manifest: bytes, graph: bytes });
/** Of a damaged record, what is sound of it. */
const modelShape = v.object({
  addedAt: v.fallback(v.number(), NaN),
  madeOf: v.fallback(v.array(v.string()), []),
  files: v.fallback(v.nullable(filesShape), null),
});

/** Fields that are absent are damaged as well. */
const ABSENT: Readonly<Record<string, unknown>> = { addedAt: null, madeOf: null, files: null };

/** The models that were added on this computer, the oldest first. Their files are as they were put. */
export function readModels(db: KtyperDatabase): Stored<readonly StoredModel[]> {
  return attempt(db, async () => {
    const records = await db.models.toArray();
    const models = records.map((record) => {
      const { id, version, ...fields } = record;
      return { id, version, ...v.parse(modelShape, { ...ABSENT, ...fields }) };
    });
    return models.sort((a, b) => a.addedAt - b.addedAt || 0);
  });
}

/**
 * Keeps a model. One of the same id and version is never overwritten, since jobs name it by them; the
 * same files once more are no fault.
 */
export async function addModel(
  db: KtyperDatabase,
  record: ModelRecord,
): Promise<Result<void, StorageProblem | ReturnType<typeof taken>>> {
  const added = await attempt(db, () =>
    db.transaction('rw', db.models, async () => {
      const before = await db.models.get([record.id, record.version]);
      // One whose files are damaged is nothing that a job could still be run with.
      if (before !== undefined && v.is(filesShape, before.files)) {
        return isSame(before.files.manifest, record.files.manifest);
      }
      await db.models.put(record);
      return true;
    }),
  );
  if (!added.ok) return added;
  return added.value ? ok(undefined) : err(taken(record));
}

export function removeModel(
  db: KtyperDatabase,
  { id, version }: Pick<ModelManifest, 'id' | 'version'>,
): Stored<void> {
  return attempt(db, () => db.models.delete([id, version]));
}

function taken({ id, version }: ModelRecord) {
  return problem(
    'model-taken',
    sentence('store.modelTaken', { id, version }),
    sentence('store.anotherModelCure'),
  );
}

/** A manifest holds its graph's checksum: where manifests are the same, so are the graphs. */
function isSame(a: ModelPackFiles['manifest'], b: ModelPackFiles['manifest']): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
