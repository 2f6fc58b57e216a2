import { join } from 'node:path';
import { copyWithPack } from './app-copy';
import type { VisitedApp } from './app-visit';
import { withRevision } from './other-revision';
import { withServedApp } from '../../scripts/serve/with-served-app';

/**
 * Serves a copy of a built app and, where it is compared, that of another revision, both with the same model.
 *
 * @param against the other revision; null for none
 * @param folder an empty folder for the copies
 * @param work receives the apps, this one first
 */
export async function withApps<T>(
  app: string,
  against: string | null,
  folder: string,
  work: (apps: readonly VisitedApp[]) => Promise<T>,
): Promise<T> {
  const ours = join(folder, 'app-ours');
  await copyWithPack(app, ours);
  return served(ours, (url) => {
    const here: VisitedApp = { key: 'ours', url };
    if (against === null) return work([here]);
    return withRevision(against, folder, async (built) => {
      const theirs = join(folder, 'app-theirs');
      await copyWithPack(built, theirs);
      return served(theirs, (other) => work([here, { key: 'theirs', url: other }]));
    });
  });
}

/** Serves a built app while `work` runs. */
async function served<T>(app: string, work: (url: string) => Promise<T>): Promise<T> {
  let result: { readonly value: T } | null = null;
  await withServedApp(app, async ({ url }) => {
    result = { value: await work(url) };
    return 0;
  });
  return result!['value'];
}
