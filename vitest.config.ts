import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { ensureKernel } from './scripts/build-kernel.ts';
import { allWords } from './scripts/vite/all-words.ts';

// Once, before the tests that need it run side by side.
await ensureKernel();

/** What takes long is run by `npm run test-long`. */
const isLong = Boolean(process.env['KTYPER_LONG']);

export default defineConfig({
  plugins: [svelte(), allWords()],
  define: {
    __APP_VERSION__: JSON.stringify('0.0.0-test'),
    __BUILD_ID__: JSON.stringify('000000000000'),
    __APP_COMMIT__: JSON.stringify('0123456789abcdef0123456789abcdef01234567'),
  },
  test: {
    include: [`tests/{unit,property,golden,fuzz,bench}/**/*${isLong ? '.long' : ''}.test.ts`],
    exclude: isLong ? [] : ['**/*.long.test.ts'],
    // One less than there are processors, the usual, would be one of two.
    maxWorkers: availableParallelism(),
    environment: 'node',
    // Files that are quick share two processes: to start one for each file, and to read all modules again, took
    // longer than the tests. What one file stubs or spies on is given back before the next.
    isolate: isLong,
    unstubGlobals: true,
    restoreMocks: true,
    setupFiles: [
      'tests/builders/all-words.ts',
      'tests/builders/patient-waiting.ts',
      'tests/builders/same-bytes.ts',
      'tests/builders/spoken.ts',
    ],
    // A slow or busy machine is no fault: this ends only what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Dates are written in the reader's zone; the tests need one that stands still.
    env: { TZ: 'UTC' },
  },
});
