import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { browserArguments } from '../browser';

const LISTENING = /^DevTools listening on (ws:\S+)/;

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
    const child = spawn(
      program,
      [...browserArguments(profile), '--remote-debugging-port=0', 'about:blank'],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const address = await debuggingAddress(child);
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

async function debuggingAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr! })) {
    const address = LISTENING.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr!.resume();
      return address;
    }
    said.push(line);
  }
  throw new Error(`The browser did not start:\n${said.join('\n')}`);
}
