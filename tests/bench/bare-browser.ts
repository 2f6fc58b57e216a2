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
 * A Chromium that is told what to do by its own protocol and asked for nothing else, so that what is measured
 * is the app. Playwright watches the network of every page: Chromium then keeps each answer, WebAssembly as a
 * text a third larger, in the page's own memory; and it holds up each worker until it was asked about it.
 */
export class BareBrowser {
  readonly #process: ChildProcess;
  readonly #client: cdp.Client;
  /** The client as what it is, and its types do not say: events of a session have a name of their own. */
  readonly #events: EventEmitter;

  private constructor(child: ChildProcess, client: cdp.Client) {
    this.#process = child;
    this.#client = client;
    this.#events = client as unknown as EventEmitter;
  }

  /**
   * @param program a Chromium or Chrome
   * @param profile an empty folder; what the browser keeps, its caches of compiled code among it, is there
   */
  static async start(program: string, profile: string): Promise<BareBrowser> {
    const { child, address } = await startDebuggedBrowser(program, profile, [
      '--disable-default-apps',
      '--disable-extensions',
      '--disable-dev-shm-usage',
      // A page that nobody looks at would be given less of the processor.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ]);
    return new BareBrowser(child, await cdp({ target: address, local: true }));
  }

  /** The browser's own process, that all its others descend from. */
  get process(): number {
    return this.#process.pid!;
  }

  /** @throws with the browser's words when it refuses, or ends */
  async send(method: string, params: Values = {}, sessionId?: string): Promise<Values> {
    // Its types know each command by name; these go by what the pages ask for.
    const send = this.#client.send.bind(this.#client) as unknown as Send;
    return send(method, params, sessionId);
  }

  /** Resolves with the next event of a name on a session. */
  async next(method: string, sessionId: string): Promise<void> {
    await once(this.#events, `${method}.${sessionId}`);
  }

  /** Gathers the events of a name on a session. */
  gather(method: string, sessionId: string): readonly Values[] {
    const events: Values[] = [];
    this.#events.on(`${method}.${sessionId}`, (params: Values) => void events.push(params));
    return events;
  }

  async newPage(): Promise<BarePage> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const attached = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new BarePage(this, String(targetId), String(attached['sessionId']));
    await page.send('Page.enable');
    return page;
  }

  /** The process of the page that has worked most, its workers included; null when there is none. */
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

type Send = (method: string, params: Values, sessionId?: string) => Promise<Values>;

/** A worker of a page, by the name that the page gave it. */
export interface BareWorker {
  readonly name: string;
  readonly evaluate: (expression: string) => Promise<unknown>;
}

/** A page of it, and only the page: nobody asks its workers anything before {@link workers} is called. */
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

  /** Runs a script in each document that it opens from now on, before the document's own. */
  async addInitScript(source: string): Promise<void> {
    await this.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  /** Opens an address, and resolves once the document is loaded. */
  async goto(url: string): Promise<void> {
    const loaded = this.#browser.next('Page.loadEventFired', this.#session);
    const { errorText } = (await this.send('Page.navigate', { url })) as { errorText?: string };
    if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    await loaded;
  }

  /**
   * The value of an expression, or of its promise, which has to be plain data.
   * @throws with what it threw
   */
  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      // As if a person had clicked: a page may ask for that.
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

  /** The workers of the page that live now. From then on the browser watches them. */
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

  /** Resolves once an element is there. */
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

  /** Gives an input the file itself, as a person who chooses it does. */
  async chooseFile(selector: string, path: string): Promise<void> {
    const { root } = (await this.send('DOM.getDocument')) as { root: { nodeId: number } };
    const { nodeId } = await this.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    await this.send('DOM.setFileInputFiles', { nodeId, files: [path] });
  }

  /** Takes the network away from what is opened on this page from now on. */
  async goOffline(): Promise<void> {
    await this.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 });
    await this.send('Network.emulateNetworkConditions', {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  }

  /** Closes it, and resolves once it is gone. */
  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#target });
  }
}
