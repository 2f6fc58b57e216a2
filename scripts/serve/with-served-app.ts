import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { typedPath } from '../headless/command-line';
import { ROOT, runNode } from '../run-command';
import { listen } from './listen';
import { createStaticServer } from './static-server';

export interface ServedApp {
  /** Address of the start page, which ends in a slash. */
  readonly url: string;
  /** An empty folder, which is removed at the end. */
  readonly folder: string;
}

/**
 * Serves the built app, as `npm start` does, while `work` runs.
 *
 * @param typed folder of a built app, as a person typed it; if absent, the app is built
 * @returns the exit code: that of the build when it failed, else that of `work`
 */
export async function withServedApp(
  typed: string | undefined,
  work: (app: ServedApp) => Promise<number>,
): Promise<number> {
  if (typed === undefined) {
    const code = await runNode('scripts/build.ts');
    if (code !== 0) return code;
  }
  const server = createStaticServer(typed === undefined ? join(ROOT, 'dist') : typedPath(typed));
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-'));
  try {
    return await work({ url: `http://localhost:${await listen(server, 0)}/`, folder });
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  }
}
