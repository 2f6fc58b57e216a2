import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { layerOf, layers, refuse } from '../../../scripts/eslint/layers';

describe('the rule for imports between folders', () => {
  it.each([
    ['src/core/classify/call-species.ts', '../result'],
    ['src/core/model-pack/schema.ts', 'valibot'],
    ['src/core/marker-model/plain/score.ts', '../allele-weights'],
    ['src/io/zip.ts', '../core/result'],
    ['src/storage/jobs.ts', 'dexie'],
    ['workers/spectrum/spectrum.worker.ts', '../../src/core/preprocess/recipe'],
    ['workers/spectrum/session.ts', '../../src/kernel/open-preprocessor'],
    ['workers/spectrum/session.ts', '../transport/message-buffer-pool'],
    ['workers/spectrum/client.ts', '../transport/encoded-items'],
    ['workers/job-threads.ts', './spectrum/page/pool'],
    ['src/engine/run-job.ts', '../../workers/job-threads'],
    ['src/state/app.ts', '../../workers/reader/client'],
    ['src/engine/run-job.ts', '../storage/jobs'],
    ['src/state/app.ts', '../engine/run-job'],
    ['src/components/results/SampleTable.svelte', '../../state/app'],
    ['src/components/results/SampleTable.svelte', '../../core/text'],
    ['src/routes/Results.svelte', '../components/results/SampleTable.svelte'],
    ['src/App.svelte', './routes/Results.svelte'],
    ['workers/importer/session.ts', '../../models/ribosomal-klebsiella/parameters.json'],
    ['scripts/classify.ts', '../src/engine/run-job'],
    ['tests/unit/core/a.test.ts', '../../../src/components/Table.svelte'],
  ])('%s may import %s', (from, source) => {
    expect(refuse(from, source, false)).toBeNull();
  });

  it.each([
    ['src/core/result.ts', '../io/entry'],
    ['src/core/result.ts', 'dexie'],
    ['src/core/result.ts', 'node:fs'],
    ['src/core/marker-model/import-markers.ts', './plain/score'],
    ['workers/spectrum/session.ts', '../../src/core/marker-model/plain/peaks'],
    ['src/io/zip.ts', '../storage/jobs'],
    ['workers/spectrum/spectrum.worker.ts', '../../src/engine/run-job'],
    // The wall of a thread: a client knows the thread's messages, and nothing of what answers them.
    ['workers/spectrum/client.ts', './session'],
    ['workers/spectrum/page/pool.ts', '../model-graph'],
    ['workers/job-threads.ts', './archive/held-entries'],
    ['workers/spectrum/client.ts', '../../src/kernel/open-preprocessor'],
    ['workers/spectrum/session.ts', './page/pool'],
    ['workers/archive/session.ts', '../worker-client'],
    ['workers/spectrum/outcome-codec.ts', './session'],
    ['src/engine/run-job.ts', '../../workers/spectrum/session'],
    ['src/components/Table.svelte', '../../workers/job-threads'],
    // Storage belongs to the page, so no thread may use the database.
    ['workers/spectrum/session.ts', '../../src/storage/rows'],
    ['workers/spectrum/client.ts', '../../src/storage/rows'],
    ['src/engine/run-job.ts', '../state/jobs.svelte'],
    ['src/engine/run-job.ts', '../simulate/plate'],
    ['src/state/jobs.svelte.ts', '../components/Table.svelte'],
    ['src/components/Table.svelte', '../engine/run-job'],
    ['src/routes/Results.svelte', '../storage/jobs'],
    ['src/simulate/plate.ts', '../io/entry'],
    ['src/main.ts', '../scripts/serve'],
    ['workers/importer/session.ts', '../../models/ribosomal-klebsiella/read-facts'],
  ])('%s may not import %s, not even a type', (from, source) => {
    expect(refuse(from, source, true)).not.toBeNull();
  });

  it.each([
    ['src/engine/run-job.ts', '../../workers/archive/api'],
    ['src/state/update.svelte.ts', '../sw/messages'],
  ])('%s may import only types from %s', (from, source) => {
    expect(refuse(from, source, true)).toBeNull();
    expect(refuse(from, source, false)).toContain('only types');
  });

  it('uses the deepest folder that contains a file', () => {
    expect(layerOf('src/core/spectrum/spectrum.ts')).toBe('src/core');
    expect(layerOf('src/main.ts')).toBe('src');
    expect(layerOf('srcs/main.ts')).toBeNull();
    expect(layerOf('workers/spectrum/session')).toBe('workers');
    expect(layerOf('workers/spectrum/page/pool.ts')).toBe('workers: page');
    expect(layerOf('workers/spectrum/outcome-codec')).toBe('workers: both sides');
  });
});

describe('the lint rule', () => {
  it.each([
    "import { x } from '../io/entry';",
    "export { x } from '../io/entry';",
    "export * from '../io/entry';",
    "const later = import('../io/entry');",
  ])('detects %s', (code) => {
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
