import type { ChildProcess } from 'node:child_process';
import { type EventEmitter, once } from 'node:events';
import cdp from 'chrome-remote-interface';
import { startDebuggedBrowser } from '../../scripts/debugged-browser';

type Values = Readonly<Record<string, unknown>>;

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string; readonly title: string };
}

/**
 * A Chromium that is controlled by its own protocol and does nothing else, so that only the app is measured.
 * Playwright watches the network of every page: Chromium then keeps each answer in the page's own memory
 * (WebAssembly as text a third larger), and delays each worker.
 */
export class BareBrowser {
  readonly #process: ChildProcess;
  readonly #client: cdp.Client;
  /** The client with the events that its types leave out: events of a session have names of their own. */
  readonly #events: EventEmitter;

  private constructor(child: ChildProcess, client: cdp.Client) {
    this.#process = child;
    this.#client = client;
    this.#events = client as unknown as EventEmitter;
  }

  /**
   * @param program a Chromium or Chrome
   * @param profile an empty folder for what the browser keeps, including its caches of compiled code
   */
  static async start(program: string, profile: string): Promise<BareBrowser> {
    const { child, address } = await startDebuggedBrowser(program, profile, [
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-dev-shm-usage',
      // A page in the background would get less of the processor.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ]);
    return new BareBrowser(child, await cdp({ target: address, local: true }));
  }

  /** The browser's main process, from which all others descend. */
  get process(): number {
    return this.#process.pid!;
  }

  /** @throws with the browser's message when it refuses, or ends */
  async send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
    // The client's types list the commands by name, while pages pass the name as a value.
    const send = this.#client.send.bind(this.#client) as unknown as Send;
    return send(method, params, sessionId);
  }

  /** Resolves with the next event of a name on a session. */
  async next(method: string, sessionId: string): Promise<void> {
    await once(this.#events, `${method}.${sessionId}`);
  }

  /** Collects the events of a name on a session. */
  gather(method: string, sessionId: string): readonly Values[] {
    const events: Values[] = [];
    this.#events.on(`${method}.${sessionId}`, (params: Values) => void events.push(params));
    return events;
  }

  /**
   * Records what the threads of all processes do.
   *
   * @param wants selects events, of which there are hundreds of thousands
   * @returns what ends the record, and gives these events; throws when the browser had no room for all
   */
  async trace(
    categories: readonly string[],
    wants: (event: Values) => boolean,
  ): Promise<() => Promise<readonly Values[]>> {
    const events: Values[] = [];
    const take = ({ value }: { readonly value: readonly Values[] }) =>
      void events.push(...value.filter(wants));
    this.#events.on('Tracing.dataCollected', take);
    const traceConfig = {
      includedCategories: categories,
      excludedCategories: ['*'],
      traceBufferSizeInKb: TRACE_KB,
    };
    await this.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
    return async () => {
      const complete = once(this.#events, 'Tracing.tracingComplete');
      await this.send('Tracing.end');
      const [end] = (await complete) as [Values];
      this.#events.off('Tracing.dataCollected', take);
      if (end['dataLossOccurred'] !== false) throw new Error('The browser left out some events.');
      return events;
    };
  }

  async newPage(): Promise<BarePage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const attached = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BarePage(this, String(targetId), String(attached['sessionId']));
    await page.send('Page.enable');
    return page;
  }

  /** Finds the page's process: the one that has worked most, with its workers; null when there is none. */
  async busiestRenderer(): Promise<number | null> {
    const { processInfo } = (await this.send('SystemInfo.getProcessInfo')) as unknown as {
      readonly processInfo: readonly { type: string; id: number; cpuTime: number }[];
    };
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    return renderers.toSorted((a, b) => b.cpuTime - a.cpuTime)[0]?.id ?? null;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    await this.send('Browser.close').catch(() => undefined);
    await ended;
    await this.#client.close().catch(() => undefined);
  }
}

/** Room for the events of a minute. */
const TRACE_KB = 400_000;

type Send = (method: string, params: Values, sessionId?: string) => Promise<Values>;

/** A worker of a page, with the name that the page gave it. */
export interface BareWorker {
  readonly name: string;
  readonly evaluate: (expression: string) => Promise<unknown>;
}

/** A page. Its workers are not touched before {@link workers} is called. */
export class BarePage {
  readonly #browser: BareBrowser;
  readonly #target: string;
  readonly #session: string;

  constructor(browser: BareBrowser, target: string, session: string) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
  }

  send(method: string, params: Values = {}): Promise<Values> {
    return this.#browser.send(method, params, this.#session);
  }

  /** Runs a script in each document that is opened from now on, before the document's own scripts. */
  async addInitScript(source: string): Promise<void> {
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  /** Opens an address. Resolves once the document is loaded. */
  async goto(url: string): Promise<void> {
    const loaded = this.#browser.next('Page.loadEventFired', this.#session);
    const { errorText } = (await this.send('Page.navigate', { url })) as { errorText?: string };
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  /**
   * Evaluates an expression, whose value, or whose promise's value, has to be plain data.
   *
   * @throws with what it threw
   */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      // Counts as a person's click, which some functions of a page require.
      userGesture: true,
    })) as unknown as {
      readonly result: { readonly value?: unknown };
      readonly exceptionDetails?: {
        readonly text: string;
        readonly exception?: { readonly description?: string };
      };
    };
    if (exceptionDetails !== undefined) {
      const { text, exception } = exceptionDetails;
      throw new Error(exception?.description ?? text);
    }
    return result.value;
  }

  /** Lists the page's living workers. From then on the browser watches them. */
  async workers(): Promise<readonly BareWorker[]> {
    const attached = this.#browser.gather('Target.attachedToTarget', this.#session);
    const options = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    await this.send('Target.setAutoAttach', options);
    return (attached as unknown as readonly Attached[])
      .filter(({ targetInfo }) => targetInfo.type === 'worker')
      .map(({ sessionId, targetInfo: { title } }) => ({
        name: title,
        evaluate: (expression) => this.#browser.send('Runtime.evaluate', { expression }, sessionId),
      }));
  }

  /** Resolves once an element exists. */
  async untilThere(selector: string): Promise<void> {
    const wanted = JSON.stringify(selector);
    await this.evaluate(`new Promise((resolve) => {
      const look = () => {
        if (document.querySelector(${wanted}) === null) return;
        observer.disconnect();
        resolve();
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
      look();
    })`);
  }

  /** Gives an input a file, as a person who chooses it does. */
  async chooseFile(selector: string, path: string): Promise<void> {
    const { root } = (await this.send('DOM.getDocument')) as { root: { nodeId: number } };
    const { nodeId } = await this.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  }

  /** Cuts what is opened on this page from now on off from the network. */
  async goOffline(): Promise<void> {
    await this.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
    await this.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  /** Closes the page. Resolves once it is gone. */
  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#target });
  }
}
