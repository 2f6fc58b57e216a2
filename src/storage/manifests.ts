import * as v from 'valibot';
import { modelManifestSchema } from '../core/model-pack/schema';
import type { ModelManifest } from '../core/model-pack/types';
import type { Result } from '../core/result';
import type { KtyperDatabase } from './database';
import { attempt } from './attempt';
import type { StorageProblem } from './storage-problem';

type Stored<T> = Promise<Result<T, StorageProblem>>;

export function saveManifest(
  db: KtyperDatabase,
  sha256: string,
  manifest: ModelManifest,
): Stored<void> {
  return attempt(db, async () => void (await db.manifests.put({ sha256, manifest })));
}

/** The head of the model that a job was made with; null when it was never kept, or is damaged. */
export function readManifest(db: KtyperDatabase, sha256: string): Stored<ModelManifest | null> {
  return attempt(db, async () => {
    const manifest = (await db.manifests.get(sha256))?.manifest ?? null;
    return v.is(modelManifestSchema, manifest) ? manifest : null;
  });
}
