import type { Page } from '@playwright/test';

/** Collects what a page complains of: violations of the policy, errors, and anything in the console. */
export async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  await page.exposeFunction('complain', (text: string) => complaints.push(text));
  await page.addInitScript(() => {
    const { complain } = window as unknown as { complain: (text: string) => void };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      complain(`${violatedDirective} ${blockedURI}`);
    });
  });
  // Messages of workers arrive here as well.
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
