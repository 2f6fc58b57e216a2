import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layerOf, layers, refuse } from '../../../scripts/eslint/layers';

describe('who may import whom', () => {
  it.each([
    ['src/core/classify/call.ts', '../result'],
    ['src/core/model-pack/schema.ts', 'valibot'],
    ['src/io/zip.ts', '../core/result'],
    ['src/storage/jobs.ts', 'dexie'],
    ['workers/spectrum.ts', '../src/core/preprocess/recipe'],
    ['workers/rows.ts', '../src/storage/rows'],
    ['src/engine/run-job.ts', '../storage/jobs'],
    ['src/state/jobs.svelte.ts', '../engine/run-job'],
    ['src/components/Table.svelte', '../state/jobs.svelte'],
    ['src/routes/Results.svelte', '../components/Table.svelte'],
    ['src/App.svelte', './routes/Results.svelte'],
    ['workers/importer-session.ts', '../models/ribosomal-klebsiella/parameters.json'],
    ['scripts/classify.ts', '../src/engine/run-job'],
    ['tests/unit/core/a.test.ts', '../../../src/components/Table.svelte'],
  ])('%s may import %s', (from, source) => {
    expect(refuse(from, source, false)).toBeNull();
  });

  it.each([
    ['src/core/result.ts', '../io/entry'],
    ['src/core/result.ts', 'dexie'],
    ['src/core/result.ts', 'node:fs'],
    ['src/io/zip.ts', '../storage/jobs'],
    ['workers/spectrum.ts', '../src/engine/run-job'],
    ['src/engine/run-job.ts', '../state/jobs.svelte'],
    ['src/engine/run-job.ts', '../simulate/plate'],
    ['src/state/jobs.svelte.ts', '../components/Table.svelte'],
    ['src/components/Table.svelte', '../engine/run-job'],
    ['src/routes/Results.svelte', '../storage/jobs'],
    ['src/simulate/plate.ts', '../io/entry'],
    ['src/main.ts', '../scripts/serve'],
    ['workers/importer-session.ts', '../models/ribosomal-klebsiella/read-facts'],
  ])('%s may not import %s, not even a type', (from, source) => {
    expect(refuse(from, source, true)).not.toBeNull();
  });

  it.each([
    ['src/engine/pool.ts', '../../workers/worker-api'],
    ['src/state/update.svelte.ts', '../sw/messages'],
    ['src/components/Table.svelte', '../core/job/types'],
  ])('%s may import types alone from %s', (from, source) => {
    expect(refuse(from, source, true)).toBeNull();
    expect(refuse(from, source, false)).toContain('only types');
  });

  it('knows the deepest folder that a file is in', () => {
    expect(layerOf('src/core/spectrum/spectrum.ts')).toBe('src/core');
    expect(layerOf('src/main.ts')).toBe('src');
    expect(layerOf('srcs/main.ts')).toBeNull();
  });
});

describe('the lint rule', () => {
  it.each([
    "import { x } from '../io/entry';",
    "export { x } from '../io/entry';",
    "export * from '../io/entry';",
    "const later = import('../io/entry');",
  ])('sees %s', (code) => {
    const config = {
      plugins: { house: { rules: { layers } } },
      rules: { 'house/layers': 'error' },
    } as const;
    const found = new Linter({ cwd: '/project' }).verify(
      code,
      { ...config, files: ['**/*.js'] },
      '/project/src/core/result.js',
    );
    expect(found.map(({ message }) => message)).toEqual(['src/core may not import from src/io.']);
  });
});
