import { randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { readdir, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../headless/command-line';

/** A lock's name goes on with its process, a token and the computer. It is empty, so that it is made in one step. */
export const LOCK = 'cohort.lock';

/** Who has a lock. */
interface Holder {
  readonly pid: number;
  /** Tells locks of this process from those of an earlier one that had its number, as in containers. */
  readonly token: string;
  readonly host: string;
}

const OWN_TOKENS = new Set<string>();

/** Long enough for a command that began at the same moment to see that it has to give way. */
const GIVES_WAY_MS = 1000;
const LOOK_EVERY_MS = 20;

/**
 * Takes a folder for this process alone, by a file in it. The lock of a process of this computer that has
 * ended without removing it (kill -9, a loss of power) is removed.
 *
 * Each command makes a lock of its own name and then looks for others, so that of two at least one sees the
 * other, and none can remove a lock that another has just made. Of those that begin at once the first by
 * token waits until the others have given way.
 *
 * @param typed the folder as the person typed it
 * @returns removes the lock, which is also done when the process ends
 * @throws UsageError when another process has it
 */
export async function lockFolder(folder: string, typed: string): Promise<() => void> {
  const token = randomUUID();
  const own = nameOf({ pid: process.pid, token, host: hostName() });
  const path = join(folder, own);
  const release = () => {
    process.off('exit', release);
    OWN_TOKENS.delete(token);
    try {
      unlinkSync(path);
    } catch {
      // It is gone already.
    }
  };
  OWN_TOKENS.add(token);
  process.on('exit', release);
  try {
    await writeFile(path, '', { flag: 'wx' });
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const other = await firstOther(folder, own);
      if (other === null) return release;
      if (isBefore(other, token) || waited >= GIVES_WAY_MS) throw held(other, typed);
      await wait(LOOK_EVERY_MS);
    }
  } catch (error) {
    release();
    throw error;
  }
}

function nameOf({ pid, token, host }: Holder): string {
  return `${LOCK}.${pid}.${token}.${host}`;
}

function holderOf(name: string): Holder | null {
  const [, pid, token, host] = /^cohort\.lock\.(\d+)\.([\w-]+)\.(.+)$/.exec(name) ?? [];
  return pid === undefined || Number(pid) === 0
    ? null
    : { pid: Number(pid), token: token!, host: host! };
}

/** Returns this computer's name as a file can have it. */
function hostName(): string {
  return (
    hostname()
      .replace(/[^\w.-]/g, '_')
      .slice(0, 100) || '_'
  );
}

/** Returns a lock of another command that may still work, the first by token, and removes those of ended ones. */
async function firstOther(folder: string, own: string): Promise<string | null> {
  const found: string[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(LOCK) || name === own) continue;
    if (whoHas(name) !== null) found.push(name);
    else await unlink(join(folder, name)).catch(nullIfGone);
  }
  const tokenOf = (name: string) => holderOf(name)?.token ?? '';
  return found.sort((a, b) => (tokenOf(a) < tokenOf(b) ? -1 : 1))[0] ?? null;
}

/** A lock that no command of today made comes first, and no command waits for it. */
function isBefore(other: string, token: string): boolean {
  return (holderOf(other)?.token ?? '') < token;
}

/** Returns who has a lock; null when its process has ended. */
function whoHas(name: string): string | null {
  const holder = holderOf(name);
  if (holder === null) return 'a program that is not known';
  const { pid, host, token } = holder;
  if (host !== hostName()) return `process ${pid} of the computer ${host}`;
  const lives = pid === process.pid ? OWN_TOKENS.has(token) : isAlive(pid);
  return lives ? `process ${pid}` : null;
}

function held(lock: string, typed: string): UsageError {
  return new UsageError(
    `${typed} is written to by ${whoHas(lock) ?? 'another command'}. Let one run at a time. If none runs any ` +
      `more, delete ${join(typed, lock)} and run this again.`,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another person is there and may not be asked.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function nullIfGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
