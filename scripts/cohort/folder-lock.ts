import { randomUUID } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { UsageError } from '../headless/command-line';

export const LOCK = 'cohort.lock';

const holderSchema = v.strictObject({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  host: v.string(),
  /** Tells locks of this process from those of an earlier one that had its number, as in containers. */
  token: v.string(),
});
type Holder = v.InferOutput<typeof holderSchema>;

const OWN_TOKENS = new Set<string>();

/** Long enough for a process that has made the file to write its one line. */
const WRITTEN_BY_MS = 1000;

/**
 * Takes a folder for this process alone, by a file in it. The lock of a process of this computer that has
 * ended without removing it (kill -9, a loss of power) is taken over.
 *
 * @param typed the folder as the person typed it
 * @returns removes the lock, which is also done when the process ends
 * @throws UsageError when another process has it
 */
export async function lockFolder(folder: string, typed: string): Promise<() => void> {
  const path = join(folder, LOCK);
  const token = randomUUID();
  OWN_TOKENS.add(token);
  const text = `${JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Holder)}\n`;
  for (let isMade = await make(path, text); !isMade; isMade = await make(path, text)) {
    const found = await settled(path);
    if (found === null) continue;
    const why = whyHeld(found);
    if (why !== null || !(await moveAway(path, found, token))) {
      throw new UsageError(
        `${typed} is written to by ${why ?? 'another command'}. Let one run at a time. If none runs any ` +
          `more, delete ${join(typed, LOCK)} and run this again.`,
      );
    }
  }
  const release = () => {
    process.off('exit', release);
    OWN_TOKENS.delete(token);
    try {
      if (readFileSync(path, 'utf8') === text) unlinkSync(path);
    } catch {
      // It is gone already.
    }
  };
  process.on('exit', release);
  return release;
}

async function make(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Reads a lock. An empty one may be about to be written. Null when it is gone. */
async function settled(path: string): Promise<string | null> {
  const read = () => readFile(path, 'utf8').catch(nullIfGone);
  const text = await read();
  if (text !== '') return text;
  await wait(WRITTEN_BY_MS);
  return read();
}

/** Returns who has a lock; null when its process has ended, or did before it wrote its line. */
function whyHeld(text: string): string | null {
  if (text === '') return null;
  const holder = holderOf(text);
  if (holder === null) return 'a program that is not known';
  const { pid, host, token } = holder;
  if (host !== hostname()) return `process ${pid} of the computer ${host}`;
  const lives = pid === process.pid ? OWN_TOKENS.has(token) : isAlive(pid);
  return lives ? `process ${pid}` : null;
}

function holderOf(text: string): Holder | null {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
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

/**
 * Moves a lock away whose process has ended. Two commands may find it at once, so that what was moved may be
 * the lock that the other has made meanwhile, and is put back.
 */
async function moveAway(path: string, found: string, token: string): Promise<boolean> {
  const aside = `${path}.${token}`;
  try {
    await rename(path, aside);
  } catch (error) {
    nullIfGone(error);
    return true;
  }
  const isIt = (await readFile(aside, 'utf8')) === found;
  if (!isIt) await link(aside, path).catch(() => undefined);
  await unlink(aside);
  return isIt;
}

function nullIfGone(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}
