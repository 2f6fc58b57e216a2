import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startDebuggedBrowser } from '../debugged-browser';

/**
 * A browser in a process group of its own, with a profile that outlives it. It can be ended as by a power
 * cut, without a chance to write anything more.
 */
export class KillableBrowser {
  readonly #process: ChildProcess;
  readonly #browser: Browser;

  private constructor(process: ChildProcess, browser: Browser) {
    this.#process = process;
    this.#browser = browser;
  }

  /**
   * Starts the browser.
   *
   * @param program a Chromium or Chrome
   * @param profile a folder, which is created if necessary
   */
  static async start(program: string, profile: string): Promise<KillableBrowser> {
    const { child, address } = await startDebuggedBrowser(program, profile);
    return new KillableBrowser(child, await chromium.connectOverCDP(address));
  }

  get context(): BrowserContext {
    return this.#browser.contexts()[0]!;
  }

  newPage(): Promise<Page> {
    return this.context.newPage();
  }

  /** Kills the browser and all of its processes at once. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    process.kill(-this.#process.pid!, 'SIGKILL');
    await ended;
    await this.#browser.close().catch(() => undefined);
  }
}
