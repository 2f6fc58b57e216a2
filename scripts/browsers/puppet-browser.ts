import puppeteer from 'puppeteer-core';
import type { DrivenBrowser } from './driven-page';

/** Starts Firefox over WebDriver BiDi, or Chromium over its own protocol, without a window. */
export async function startPuppetBrowser(
  kind: 'firefox' | 'chrome',
  program: string,
  profile: string,
): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({
    browser: kind,
    executablePath: program,
    headless: true,
    userDataDir: profile,
    // As root, as in most containers, Chromium's own sandbox cannot start.
    args: kind === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  // The question whether to leave a page that works is answered with yes.
  page.on('dialog', (dialog) => void dialog.accept());
  return {
    version: await browser.version(),
    page: {
      goto: async (url) => void (await page.goto(url)),
      goBack: async () => void (await page.goBack()),
      async evaluate<T>(expression: string) {
        for (;;) {
          try {
            return (await page.evaluate(expression)) as T;
          } catch (error) {
            // The app reloads a page that the browser shows again. The expression is sent once more, to the new page.
            if (!String(error).includes('context was destroyed')) throw error;
          }
        }
      },
      async chooseFiles(selector, paths) {
        const input = (await page.waitForSelector(selector))!;
        await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(
          ...paths,
        );
      },
    },
    close: () => browser.close(),
  };
}
