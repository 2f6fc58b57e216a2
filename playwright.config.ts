import { defineConfig } from '@playwright/test';
import { findBrowser, findTestBrowser } from './scripts/browser';

const isLong = Boolean(process.env['KTYPER_LONG']);
const executablePath = isLong ? findBrowser() : findTestBrowser();

/** The tests serve the built app themselves (`tests/e2e/app.ts`), each worker on a port of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  // What takes minutes is run by `npm run test-long`.
  testMatch: isLong ? '**/*.long.ts' : '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A slow or busy machine is no fault: these end only what hangs.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    // To record every test slows them all; KTYPER_TRACE=1 does it, for one that fails.
    trace: process.env['KTYPER_TRACE'] ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // As root, as in most containers, Chromium's own sandbox cannot start.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
