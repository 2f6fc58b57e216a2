/** A page of a real browser, whichever program controls it. */
export interface DrivenPage {
  goto(url: string): Promise<void>;
  goBack(): Promise<void>;
  /**
   * Runs JavaScript in the page.
   *
   * @param expression gives a value that JSON can write, or a promise of one
   */
  evaluate<T>(expression: string): Promise<T>;
  /** Gives files of this computer to the input that a selector finds first, as the file picker does. */
  chooseFiles(selector: string, paths: readonly string[]): Promise<void>;
}

/** A browser with an empty profile. */
export interface DrivenBrowser {
  /** Its name and version, as it tells them itself. */
  readonly version: string;
  readonly page: DrivenPage;
  close(): Promise<void>;
}

/** How long a page may take for anything: a slow machine is no fault. */
const PATIENCE_MS = 120_000;
const LOOK_MS = 100;

/**
 * Waits until an expression is true in the page.
 *
 * @param what it waits for, for the message
 * @throws with what the page shows when it does not come true
 */
export async function until(page: DrivenPage, what: string, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
    if (await page.evaluate<boolean>(`Boolean(${expression})`)) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const shown = await page.evaluate<string>(`document.body.innerText.replace(/\\s+/g, ' ')`);
  throw new Error(`Not in time: ${what}. The page shows: ${shown.slice(0, 400)}`);
}

/** Presses the first button, link or menu item whose text begins so. */
export async function press(page: DrivenPage, text: string): Promise<void> {
  const element = `[...document.querySelectorAll('button, a, [role=menuitem]')]
    .find((one) => one.textContent.trim().startsWith(${JSON.stringify(text)}))`;
  await until(page, `“${text}” to press`, element);
  await page.evaluate(`(${element}.click(), null)`);
}
