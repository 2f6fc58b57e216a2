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
  return {
    version: await browser.version(),
    page: {
      goto: async (url) => void (await page.goto(url)),
      evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
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
