import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const projectPath = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'workers/README.md'],
  ...readdirSync(projectPath('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Folders and files that a build makes. */
const BUILT = ['models/index.json', 'models/ID/VERSION/'];

describe('a document names only files that exist', () => {
  it.each(DOCUMENTS)('%s', (document) => {
    const text = readFileSync(projectPath(document), 'utf8');
    const named = [...text.matchAll(/`((?:src|workers|scripts|models|tests|deploy)\/[\w./-]+)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !BUILT.includes(path));
    // Documents name a test without its root folder and its extension, such as `unit/io/zip`.
    const tests = [...text.matchAll(/`((?:unit|e2e|golden|property|fuzz)\/[\w/-]+)`/g)].map(
      ([, path = '']) => `tests/${path}`,
    );
    expect([...named, ...tests].filter((path) => !isThere(path))).toEqual([]);
  });
});

/** @returns whether there is a file or folder at the path, or a file whose name begins with it up to a point */
function isThere(path: string): boolean {
  const whole = projectPath(path);
  if (existsSync(whole)) return true;
  const folder = dirname(whole);
  return (
    existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`${basename(whole)}.`))
  );
}
