import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findProgram, isProgram } from '../find-program';
import { freePort } from '../serve/free-port';
import type { DrivenBrowser } from './driven-page';

/** The key under which WebDriver's answers have the id of an element (W3C WebDriver, web element identifier). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const START_MS = 60_000;

/** Finds WebKitGTK's small browser; null when there is none. Debian keeps it beside the library. */
export function findMiniBrowser(): string | null {
  const folders = readdirSync('/usr/lib', { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  const places = folders.map(({ name }) => join('/usr/lib', name, 'webkit2gtk-4.1/MiniBrowser'));
  return places.find(isProgram) ?? null;
}

/**
 * Starts WebKitGTK's small browser on a screen that nobody sees. It is Safari's engine, and not Safari.
 *
 * @throws when one of the three programs does not start
 */
export async function startWebkit(program: string, folder: string): Promise<DrivenBrowser> {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = start('Xvfb', [display, '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {});
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`], {
    DISPLAY: display,
    // Its own sandbox cannot start as root, as in most containers.
    ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    LIBGL_ALWAYS_SOFTWARE: '1',
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
  });
  const stop = () => {
    driver.kill();
    screen.kill();
  };
  try {
    return await openWindow(`http://127.0.0.1:${port}`, program, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

async function openWindow(
  server: string,
  program: string,
  stop: () => void,
): Promise<DrivenBrowser> {
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: program, args: ['--automation'] },
    },
  };
  const session = (await asked(`${server}/session`, { capabilities }, START_MS)) as {
    sessionId: string;
    capabilities: { browserName: string; browserVersion: string };
  };
  const base = `${server}/session/${session.sessionId}`;
  await asked(`${base}/timeouts`, { script: 180_000, pageLoad: 180_000 });
  return {
    version: `WebKitGTK ${session.capabilities.browserVersion}`,
    page: {
      goto: async (url) => void (await asked(`${base}/url`, { url })),
      goBack: async () => void (await asked(`${base}/back`, {})),
      async evaluate<T>(expression: string) {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve().then(() => (${expression}))
            .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
        const told = (await asked(`${base}/execute/async`, { script, args: [] })) as {
          value: T;
          error?: string;
        };
        if (told.error !== undefined) throw new Error(told.error);
        return told.value;
      },
      async chooseFiles(selector, paths) {
        const found = await asked(`${base}/element`, { using: 'css selector', value: selector });
        const id = (found as Record<string, string>)[ELEMENT]!;
        await asked(`${base}/element/${id}/value`, { text: paths.join('\n') });
      },
    },
    async close() {
      await fetch(base, { method: 'DELETE' }).catch(() => undefined);
      stop();
    },
  };
}

function start(name: string, args: readonly string[], environment: Record<string, string>) {
  const program = findProgram(name);
  if (program === null) throw new Error(`${name} is not on this computer.`);
  const child: ChildProcess = spawn(program, args, {
    stdio: 'ignore',
    env: { ...process.env, ...environment },
  });
  return child;
}

/** Asks the driver, until it listens. @throws with what it answers when it refuses */
async function asked(address: string, body: object, patience = 0): Promise<unknown> {
  for (const end = Date.now() + patience; ;) {
    try {
      const response = await fetch(address, { method: 'POST', body: JSON.stringify(body) });
      const { value } = (await response.json()) as { value: unknown };
      if (!response.ok) throw new WebDriverFault(JSON.stringify(value));
      return value;
    } catch (error) {
      if (error instanceof WebDriverFault || Date.now() > end) throw error;
      await setTimeout(100);
    }
  }
}

class WebDriverFault extends Error {}
