import type { Page } from '@playwright/test';

interface Holder {
  release?: () => void;
}

/**
 * Keeps a store of the database, as a page does whose transaction a browser has forgotten to end: other pages wait
 * until it is released.
 *
 * @param page another page than the tested one, without the app
 */
export async function holdStore(page: Page, store: 'jobs' | 'settings'): Promise<void> {
  await page.evaluate(
    (store) =>
      new Promise<void>((resolve, reject) => {
        let isHeld = true;
        (window as Holder).release = () => (isHeld = false);
        const opening = indexedDB.open('ktyper');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const held = opening.result.transaction(store, 'readwrite').objectStore(store);
          const ask = () => {
            const request = held.count();
            request.onsuccess = () => {
              resolve();
              if (isHeld) ask();
            };
          };
          ask();
        };
      }),
    store,
  );
}

export async function releaseStore(page: Page): Promise<void> {
  await page.evaluate(() => (window as Holder).release?.());
}
