import type { Page } from '@playwright/test';

export type DragStep = 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel';

/** Drags files or folders of this computer over the page, as a hand does. */
export async function dragFiles(
  page: Page,
  paths: readonly string[],
  steps: readonly DragStep[],
): Promise<void> {
  // Pages are fetched when they are first seen: until this one is up, nothing takes what is dropped.
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of steps) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await session.detach();
}
