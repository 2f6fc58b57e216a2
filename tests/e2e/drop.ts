import type { Page } from '@playwright/test';
import { dragFiles } from '../../scripts/screens/drag-files';

/** Drags files or folders of this computer over the page and drops them. */
export function dropOnPage(page: Page, paths: readonly string[]): Promise<void> {
  return dragFiles(page, paths, ['dragEnter', 'dragOver', 'drop']);
}

/** Chooses files, or one folder, with the button for it. */
export async function choose(page: Page, button: string, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await asked).setFiles(path);
}
