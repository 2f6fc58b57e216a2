import type { Page } from '@playwright/test';

/** What the states are made with. */
export interface Stage {
  readonly page: Page;
  /** Address of the start page, which ends in a slash. */
  readonly url: string;
  /** A run of many spectra. */
  readonly longRun: () => Promise<string>;
  /** A file that is no run. */
  readonly notes: string;
  /** Path of the example run's job, once there is one. */
  example: string;
}

/** A state of a page. The states come in their order: some start from the one before. */
export interface State {
  readonly name: string;
  /** Whether the picture is of the window only; else it is of the whole page. */
  readonly window?: true;
  /** Whether no later state starts from it: it is shown only where a picture of it is wanted. */
  readonly alone?: true;
  show(stage: Stage): Promise<unknown>;
  /** Leaves what the next state must not find. */
  leave?(stage: Stage): Promise<unknown>;
}

/** Opens a page by its path and its heading. */
export async function open(
  { page, url }: Stage,
  path: string,
  heading: string | RegExp,
): Promise<void> {
  // An address that differs only in what is after # would not load the page again.
  await page.goto('about:blank');
  await page.goto(url + path);
  await page
    .getByRole('heading', { level: 1, name: heading })
    .first()
    .waitFor({ state: 'attached' });
  await settled(page);
}

/** Opens the job of the example run. */
export async function openJob(stage: Stage, query: string): Promise<void> {
  await open(stage, stage.example + query, /./);
}

/** Waits until what the page builds after its first paint is there. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
