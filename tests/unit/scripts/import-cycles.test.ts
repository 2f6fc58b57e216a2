import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Static and dynamic imports, re-exports, and types written as `import('...')`. */
const SPECIFIER = /(?:\bfrom|\bimport|\bimport\()\s*'(\.[^'?]*)/g;
const ENDINGS = ['', '.ts', '.svelte.ts', '.d.ts', '.svelte'];

type Imports = ReadonlyMap<string, readonly string[]>;

function readImports(folders: readonly string[]): Imports {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path).split(sep).join('/'))
      .filter((path) => /\.(?:ts|svelte)$/.test(path)),
  );
  const known = new Set(files);
  const resolve = (from: string, specifier: string): string | undefined => {
    const path = join(dirname(from), specifier).split(sep).join('/');
    return ENDINGS.map((ending) => path + ending).find((candidate) => known.has(candidate));
  };
  return new Map(
    files.map((file) => [
      file,
      [...readFileSync(file, 'utf8').matchAll(SPECIFIER)].flatMap(
        ([, specifier = '']) => resolve(file, specifier) ?? [],
      ),
    ]),
  );
}

/** @returns the files of the first cycle that is found, in the order in which they import each other */
function findCycle(imports: Imports): readonly string[] | null {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    path.push(file);
    for (const target of imports.get(file) ?? []) {
      const cycle = visit(target);
      if (cycle !== null) return cycle;
    }
    path.pop();
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}

describe('imports', () => {
  const imports = readImports(['src', 'workers']);

  it('go in one direction: no file imports itself through others, not even a type', () => {
    expect(findCycle(imports)).toBeNull();
  });

  it('are found in all kinds of files', () => {
    expect(imports.size).toBeGreaterThan(500);
    expect(imports.get('src/App.svelte')).not.toEqual([]);
    expect(imports.get('src/core/classify/call-species.ts')).toContain('src/core/job/outcome.ts');
  });

  it('are found to form a cycle if they do', () => {
    const circular = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['d', 'b']],
      ['d', []],
    ]);
    expect(findCycle(circular)).toEqual(['b', 'c', 'b']);
  });
});
