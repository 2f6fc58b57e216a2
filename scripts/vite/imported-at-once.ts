import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What is imported as a value; `import('...')` brings what is fetched later. */
const IMPORT = /^\s*(?:import|export)\s+(?!type\s)(?:[^'"();]*?\sfrom\s+)?['"](\.[^'"]*)['"]/gm;

/**
 * @param entry path of a module of the app
 * @returns the source of all that it imports, at any depth, without what is fetched later
 */
export async function importedAtOnce(entry: string): Promise<string[]> {
  const sources = new Map<string, string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (sources.has(path)) continue;
    const source = await readFile(path, 'utf8');
    sources.set(path, source);
    const folder = dirname(path);
    for (const [, named] of source.matchAll(IMPORT)) {
      const found = await moduleAt(join(folder, named!));
      if (found !== null) waiting.push(found);
    }
  }
  return [...sources.values()];
}

/** Finds `theme.svelte.ts` for `./theme.svelte`; null for stylesheets and whatever else has no sentences. */
async function moduleAt(path: string): Promise<string | null> {
  for (const candidate of [path, `${path}.ts`]) {
    if (!/\.(?:ts|svelte)$/.test(candidate)) continue;
    const isThere = await readFile(candidate).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
  }
  return null;
}
