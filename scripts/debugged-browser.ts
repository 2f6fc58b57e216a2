import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { browserArguments } from './browser';

const LISTENING = /^DevTools listening on (ws:\S+)/;

/**
 * Starts a browser that another program controls, in a process group of its own.
 *
 * @param program a Chromium or Chrome
 * @param profile a folder for all of its files, which is created if necessary
 * @param options more arguments
 * @returns its process, and the address of its DevTools protocol
 * @throws with what the browser wrote when it does not start
 */
export async function startDebuggedBrowser(
  program: string,
  profile: string,
  options: readonly string[] = [],
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(
    program,
    [...browserArguments(profile), '--remote-debugging-port=0', ...options, 'about:blank'],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    const address = LISTENING.exec(line)?.[1];
    if (address !== undefined) {
      // Nobody reads what it writes from now on, and a full pipe would stop it.
      child.stderr.resume();
      return { child, address };
    }
    said.push(line);
  }
  throw new Error(`The browser did not start:\n${said.join('\n')}`);
}
