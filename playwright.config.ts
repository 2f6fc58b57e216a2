import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser';

const executablePath = findBrowser();

/** The tests serve the built app themselves (`tests/e2e/app.ts`), each worker on a port of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  workers: 1,
  // A slow or busy machine is no fault: these end only what hangs.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // As root, as in most containers, Chromium's own sandbox cannot start.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
