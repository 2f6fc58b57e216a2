import type { Locator, Page } from '@playwright/test';
import { expect } from './app';

/** The addresses that a person can open without having a job. */
export const PAGES = [
  '/',
  '/jobs',
  '/quality',
  '/models',
  '/help',
  '/results/no-such-job',
  '/nowhere',
] as const;

/** Returns the rows of the table of samples that are in the document, without its header. */
export function sampleRows(page: Page): Locator {
  return page.getByRole('grid', { name: 'Samples' }).getByRole('rowgroup').getByRole('row');
}

/**
 * Waits until the table of samples, which must not be empty, has all rows that fit. They are created a few at a
 * time, frame by frame.
 */
export async function tableDrawn(page: Page): Promise<void> {
  await expect(sampleRows(page).first()).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Samples' })).toHaveAttribute('aria-busy', 'false');
}

/** Returns the texts of the rows of the table of samples, once all are there. */
export async function rowTexts(page: Page): Promise<string[]> {
  await tableDrawn(page);
  return sampleRows(page).allInnerTexts();
}

/** Returns the status beside a job's name. */
export function jobStatus(page: Page, status: string): Locator {
  return page.getByRole('heading', { level: 1 }).getByText(status, { exact: true });
}

/**
 * Waits until a page that ends now loses nothing: what a person changes is shown before it is stored, and until then
 * the browser would ask whether to leave. The page writes its address as it does when it is left.
 */
export async function allStored(page: Page): Promise<void> {
  const mayLeave = () =>
    page.evaluate(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  await expect.poll(mayLeave).toBe(true);
}

/** Loads a page again, once it has stored everything. */
export async function reload(page: Page): Promise<void> {
  await allStored(page);
  await page.reload();
}

/** Waits until the app is installed on this computer, as its footer says. */
export async function offlineReady(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText('Ready to work offline', {
    timeout: 60_000,
  });
}

/** Classifies the example run from the start page, and waits until all of it is stored, its files too. */
export async function runExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the example run' }).click();
  await expect(jobStatus(page, 'Completed')).toBeVisible({ timeout: 60_000 });
  // 96 spots, two of them with the calibrant.
  await expect(page.getByText('94 samples').first()).toBeVisible();
  await allStored(page);
}
