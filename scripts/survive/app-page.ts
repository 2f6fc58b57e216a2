import type { Page } from '@playwright/test';

/** Reads the app's page and uses it as a person does. */

export type Shown =
  | 'Completed'
  | 'Failed'
  | 'Cancelled'
  | 'Interrupted'
  | 'Initialising'
  | 'Queued'
  | 'Running'
  /** The status of a job that the page does not know. */
  | 'absent';

const STATUSES: readonly Shown[] = [
  'Completed',
  'Failed',
  'Cancelled',
  'Interrupted',
  'Initialising',
  'Queued',
  'Running',
];
const ENDED: readonly Shown[] = ['Completed', 'Failed', 'Cancelled', 'Interrupted', 'absent'];

/** Where the page keeps the files that it was asked to save, for this program to read. */
interface Captured {
  lastBlob: Blob | null;
}

/** Opens a page that keeps the last file it was asked to save, instead of downloading it. */
export async function prepare(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const captured = window as unknown as Captured;
    captured.lastBlob = null;
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object: Blob | MediaSource) => {
      if (object instanceof Blob) captured.lastBlob = object;
      return create(object);
    };
  });
}

/**
 * Starts a job with a file, as if it had been dropped.
 *
 * @returns its token, once the page shows it
 */
export async function beginJob(page: Page, url: string, path: string): Promise<string> {
  await page.goto(url);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await chooseFile(page, 'input[type=file][multiple]', path);
  await page.waitForURL(/\/results\/[0-9a-f-]{36}/, { waitUntil: 'commit' });
  return /\/results\/([0-9a-f-]{36})/.exec(page.url())![1]!;
}

/** Gives the file itself to an input. Playwright's own method would give it a copy in memory. */
async function chooseFile(page: Page, selector: string, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  await session.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  await session.detach();
}

/**
 * Waits until the job on the page has ended in any way.
 *
 * @throws with what the page shows, where it does not end in time
 */
export async function untilEnded(page: Page, timeout = 180_000): Promise<Shown> {
  try {
    const handle = await page.waitForFunction(
      ({ statuses, ended }) => {
        const head = document.querySelector('h1')?.textContent ?? '';
        if (head.includes('This job is not on this computer')) return 'absent';
        const shown = statuses.find((status) => head.includes(status));
        return shown !== undefined && ended.includes(shown) ? shown : null;
      },
      { statuses: STATUSES, ended: ENDED },
      { timeout },
    );
    return (await handle.jsonValue()) as Shown;
  } catch (cause) {
    const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ').slice(0, 300);
    throw new Error(`The job has not ended. The page shows: ${shown}`, { cause });
  }
}

/** Exports the job on the page as JSON, without what distinguishes equal jobs. */
export async function exportedJob(page: Page): Promise<unknown> {
  await page.evaluate(() => {
    (window as unknown as Captured).lastBlob = null;
  });
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /^JSON/ }).click();
  const handle = await page.waitForFunction(() => (window as unknown as Captured).lastBlob?.text());
  const output = JSON.parse((await handle.jsonValue())!) as { job: Record<string, unknown> };
  const { name } = output.job;
  return { ...output, job: { name } };
}

/** @returns what the page says of faults, without what is to be done */
export function messages(page: Page): Promise<string[]> {
  return page.locator('.note .message').allTextContents();
}

/** How long a page has to say what went wrong; what it says is fetched after the page itself. */
const SAYING_MS = 5000;

/** @returns whether the page says that something went wrong, in a few seconds */
export function saysProblem(page: Page): Promise<boolean> {
  return page
    .locator('.note .message')
    .first()
    .waitFor({ timeout: SAYING_MS })
    .then(
      () => true,
      () => false,
    );
}

/**
 * Goes on with an interrupted job, with its file if the page asks for it.
 *
 * @returns how it ended
 */
export async function pickUp(page: Page, path: string): Promise<Shown> {
  const goOn = page.getByRole('button', { name: 'Go on', exact: true });
  const choose = page.getByRole('button', { name: 'Choose the file to go on' });
  await goOn.or(choose).waitFor();
  if (await goOn.isVisible()) await goOn.click();
  else await giveFile(page, path);
  await page
    .getByRole('heading', { level: 1 })
    .getByText('Interrupted')
    .waitFor({ state: 'hidden' });
  return untilEnded(page);
}

/** Gives an interrupted job its file again. */
export async function giveFile(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Choose the file to go on' }).waitFor();
  await chooseFile(page, 'input[aria-label="The run’s file"]', path);
}
