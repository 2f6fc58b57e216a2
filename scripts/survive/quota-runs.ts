import type { Page } from '@playwright/test';
import { statSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Random } from '../../src/simulate/random';
import { beginJob, exportedJob, pickUp, saysProblem, untilEnded } from './app-page';
import { clearJobs, leaveApp, readStoredJob, type StoredJob } from './stored-job';
import { type Ending, ENDINGS, type Survivor } from './survive-runs';

/** Milliseconds after the end of a run within which the page may still write what was refused. */
const WRITING_MS = 8_000;

/** One run in a storage that is too small, whose page was ended. */
export interface QuotaOutcome {
  /** Bytes that the run was given. */
  readonly room: number;
  readonly ending: Ending;
  /** Milliseconds from the drop to the end of the page. */
  readonly after: number;
  /** What was stored when the page had ended. */
  readonly stored: StoredJob;
  /** What the page showed when it was opened again with enough room. */
  readonly shown: string;
  /** Whether it said what was missing. */
  readonly said: boolean;
  /** What is wrong; null when nothing is. */
  readonly fault: string | null;
}

/** Runs a file in a storage whose quota is lowered, and ends its page. */
export class QuotaRuns {
  readonly #survivor: Survivor;
  readonly #path: string;
  readonly #random: Random;
  /** Bytes that an undisturbed run writes, without the copy of its file. */
  #written = 0;

  constructor(survivor: Survivor, path: string, random: Random) {
    this.#survivor = survivor;
    this.#path = path;
    this.#random = random;
  }

  /**
   * Runs the file without disturbance.
   *
   * @returns the number of bytes that its rows take in the storage
   */
  async measure(): Promise<number> {
    const { url } = this.#survivor;
    const page = await this.#fresh();
    const before = await usage(page, url);
    await beginJob(page, url, this.#path);
    const ended = await untilEnded(page);
    if (ended !== 'Completed') throw new Error(`The undisturbed run is ${ended}.`);
    // The last writes are those of the kept file.
    await page.waitForTimeout(1_000);
    const grown = (await usage(page, url)) - before;
    await page.close();
    this.#written = Math.max(grown - statSync(this.#path).size, 100_000);
    return this.#written;
  }

  /** @param share room, by the bytes that the run's rows take */
  async run(share: number): Promise<QuotaOutcome> {
    const { url } = this.#survivor;
    const { time, output } = this.#survivor.undisturbed(this.#path);
    const page = await this.#fresh();
    const room = Math.round(share * this.#written);
    const session = await page.context().newCDPSession(page);
    const quotaSize = Math.max(1, (await usage(page, url)) + room);
    await session.send('Storage.overrideQuotaForOrigin', { origin: url, quotaSize });
    const token = await beginJob(page, url, this.#path);
    const after = this.#random.uniform() * (time + WRITING_MS);
    await page.waitForTimeout(after);
    const ending = ENDINGS[this.#random.below(ENDINGS.length)]!;
    // The quota is the browser's own again with the page's session, unless the page goes on.
    if (ending === 'reload') {
      await leaveApp(page, url);
      await session.send('Storage.overrideQuotaForOrigin', { origin: url });
    }
    const again = ending === 'reload' ? page : await this.#survivor.end(page, ending);
    await leaveApp(again, url);
    const stored = await readStoredJob(again, token);
    await again.goto(`${url}/results/${token}`);
    const shown = await untilEnded(again);
    const said = shown === 'Interrupted' && (await saysProblem(again));
    const fault = await this.#faultOf(again, stored, shown, said, output);
    await again.close();
    return { room, ending, after, stored, shown, said, fault };
  }

  async #faultOf(
    page: Page,
    stored: StoredJob,
    shown: string,
    said: boolean,
    output: unknown,
  ): Promise<string | null> {
    const { spectra, samples } = output as { spectra: unknown[]; samples: unknown[] };
    const isWhole = stored.spectra === spectra.length && stored.samples === samples.length;
    if (stored.status === 'completed' && !isWhole) return 'half a job is stored as completed';
    if (shown === 'absent') return stored.status === null ? null : 'a stored job is not found';
    if (shown === 'Completed') {
      const isEqual = isDeepStrictEqual(await exportedJob(page), output);
      return isEqual ? null : 'a completed job has other results';
    }
    if (shown !== 'Interrupted') return `the job is ${shown}`;
    if (!said) return 'nothing is said of what is missing';
    const ended = await pickUp(page, this.#path);
    if (ended !== 'Completed') return `gone on with, the job is ${ended}`;
    const isEqual = isDeepStrictEqual(await exportedJob(page), output);
    return isEqual ? null : 'gone on with, the job has other results';
  }

  /** Opens a page in a browser that has no job. */
  async #fresh(): Promise<Page> {
    const { url } = this.#survivor;
    const page = await this.#survivor.open();
    await leaveApp(page, url);
    await clearJobs(page, url);
    return page;
  }
}

async function usage(page: Page, origin: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.detach();
  return usage;
}
