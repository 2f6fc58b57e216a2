import type { Page } from '@playwright/test';
import { isDeepStrictEqual } from 'node:util';
import { beginJob, exportedJob, giveFile, prepare, type Shown, untilEnded } from './app-page';
import { KillableBrowser } from './killable-browser';

/** The way in which a page is ended. */
export const ENDINGS = ['power cut', 'page crash', 'closed tab', 'reload'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A run, and the moments at which it is interrupted. */
export interface Plan {
  /** The path of the run. */
  readonly path: string;
  /** For each interruption, the share of an undisturbed run's time after which the page is ended, and how. */
  readonly breaks: readonly { readonly after: number; readonly ending: Ending }[];
}

export interface Survived {
  readonly plan: Plan;
  /** Whether the results equal those of an undisturbed run. */
  readonly equal: boolean;
  /** The job's status at the end. */
  readonly ended: string;
  /** Whether the job asked for its file. */
  readonly asked: boolean;
  /** Whether it was interrupted before its record existed, so that it was started again. */
  readonly unknown: boolean;
}

interface Undisturbed {
  readonly output: unknown;
  /** Milliseconds from the drop to the job's end. */
  readonly time: number;
}

/** Runs jobs in one browser profile, interrupts them, and compares their results. */
export class Survivor {
  readonly #program: string;
  readonly #profile: string;
  /** The app's origin. */
  readonly url: string;
  readonly #undisturbed = new Map<string, Undisturbed>();
  #browser: KillableBrowser | null = null;

  constructor(program: string, profile: string, url: string) {
    this.#program = program;
    this.#profile = profile;
    this.url = url;
  }

  /**
   * Runs a file to its end twice.
   *
   * @returns the milliseconds that the second run took
   */
  async measure(path: string): Promise<number> {
    let time = 0;
    for (let i = 0; i < 2; i++) {
      const page = await this.open();
      await beginJob(page, this.url, path);
      const start = performance.now();
      const ended = await untilEnded(page);
      time = performance.now() - start;
      if (ended !== 'Completed') throw new Error(`The undisturbed run is ${ended}.`);
      this.#undisturbed.set(path, { output: await exportedJob(page), time });
      await page.close();
    }
    return time;
  }

  async survive(plan: Plan): Promise<Survived> {
    const { output, time } = this.undisturbed(plan.path);
    let page = await this.open();
    const begin = () => beginJob(page, this.url, plan.path);
    const token = await begin();
    for (const { after, ending } of plan.breaks) {
      await new Promise((resolve) => setTimeout(resolve, after * time));
      page = await this.end(page, ending);
      await page.goto(`${this.url}/results/${token}`);
    }
    let ended = await untilEnded(page);
    const unknown = ended === 'absent';
    const asked = ended === 'Interrupted';
    if (unknown) await begin();
    if (asked) await giveFile(page, plan.path);
    if (unknown || asked) ended = await this.#untilCompleted(page);
    const equal = ended === 'Completed' && isDeepStrictEqual(await exportedJob(page), output);
    await page.close();
    return { plan, equal, ended, asked, unknown };
  }

  /** @returns what a run gave, and how long it took, that was measured before */
  undisturbed(path: string): Undisturbed {
    const known = this.#undisturbed.get(path);
    if (known === undefined) throw new Error(`${path} was not measured.`);
    return known;
  }

  async close(): Promise<void> {
    await this.#browser?.kill();
    this.#browser = null;
  }

  /** Opens a page, in a new browser if necessary. */
  async open(): Promise<Page> {
    this.#browser ??= await KillableBrowser.start(this.#program, this.#profile);
    const page = await this.#browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await prepare(page);
    return page;
  }

  async #untilCompleted(page: Page): Promise<Shown> {
    await page.getByRole('heading', { level: 1 }).getByText('Completed').waitFor();
    return untilEnded(page);
  }

  /**
   * Ends a page.
   *
   * @returns one that can go to any address: the same where it is only loaded again
   */
  async end(page: Page, ending: Ending): Promise<Page> {
    switch (ending) {
      case 'power cut':
        await this.close();
        break;
      case 'page crash':
        // The crashed page never answers, so the answer is not awaited.
        page.goto('chrome://crash').catch(() => undefined);
        await page.waitForEvent('crash');
        await page.close();
        break;
      case 'closed tab':
        await page.close();
        break;
      case 'reload':
        return page;
    }
    return this.open();
  }
}
