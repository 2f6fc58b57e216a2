import type { Page } from '@playwright/test';

/** Drags files or folders of this computer over the page and lets go, as a hand does. */
export async function dropOnPage(page: Page, paths: readonly string[]): Promise<void> {
  // Pages are fetched when they are first seen: until this one is up, nothing takes what is dropped.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await session.detach();
}

/** Chooses files, or one folder, by the button that is there for it. */
export async function choose(page: Page, button: string, path: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await asked).setFiles(path);
}
