import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { inputFiles } from '../../scripts/headless/input-files';
import { ROOT } from '../../scripts/run-command';
import type { EntryData } from '../../src/io/entry';
import { DEFAULT_IO_LIMITS } from '../../src/io/limits';
import { listEntries } from '../../src/io/list-entries';
import { LOCAL_HEADER_BYTES, localTailBytes } from '../../src/io/zip/header';
import type { BenchInput } from './inputs';
import {
  backToStart,
  openApp,
  timeJob,
  timeToUse,
  untilCompiledCodeIsStored,
  untilInstalled,
  withFreshBrowser,
} from './time-browser';
import { timeProcess } from './time-process';

/** Times something once. It may give several figures, by key. */
export type Timer = () => Promise<Readonly<Record<string, number>>>;

/** Key of the figure that the others are compared with. */
export const REFERENCE = 'python';
export const FLOOR = 'floor';

const LABELS: Readonly<Record<string, string>> = {
  [REFERENCE]: 'Python, numpy and scipy, no model, whole process',
  'python-process': 'Python, without its start',
  r: 'R, MALDIquant, no model and no bins, whole process',
  'r-process': 'R, without its start',
  [FLOOR]: 'Floor: reading and inflating alone, one thread',
};
const MOMENTS: Readonly<Record<string, string>> = {
  first: 'first visit ever',
  cold: 'cold: new page, cached app',
  'cold-row': 'cold, to the first row',
  warm: 'warm',
  row: 'warm, to the first row',
  offline: 'offline, from opening to use',
};

export function labelOf(key: string): string {
  const label = LABELS[key];
  if (label !== undefined) return label;
  const [where, workers, moment = ''] = key.split(' ');
  const threads = workers === '1' ? 'one worker' : `${workers} workers`;
  if (where === 'node') return `Node, ${threads}, whole process`;
  return `Chromium, ${threads}, ${MOMENTS[moment]}`;
}

/** Times a program of another language, which prints its own times as JSON. */
export function otherTimer(key: string, program: string, args: readonly string[]): Timer {
  return async () => {
    const { elapsed, printed } = await timeProcess(program, args, ROOT);
    const { unzipAndProcessSeconds } = JSON.parse(printed) as { unzipAndProcessSeconds: number };
    return { [key]: elapsed, [`${key}-process`]: unzipAndProcessSeconds * 1000 };
  };
}

export function nodeTimer(
  input: BenchInput,
  workers: number,
  folder: string,
  more: readonly string[] = [],
): Timer {
  const args = ['scripts/run.js', 'classify', input.path];
  const options = ['--workers', String(workers), '--out', join(folder, 'results.tsv'), ...more];
  return async () => {
    const { elapsed } = await timeProcess(process.execPath, [...args, ...options], ROOT);
    return { [`node ${workers}`]: elapsed };
  };
}

/**
 * Times what no program can do faster: to inflate the spectra of their zip by zlib, with their places known
 * beforehand.
 */
export async function floorTimer({ path }: BenchInput): Promise<Timer> {
  const entries = await zipEntriesOf(path);
  if (entries.length === 0) throw new Error(`${path} holds no spectrum.`);
  return async () => {
    const start = performance.now();
    const zip = await readFile(path);
    for (const { localHeader, method, compressedSize } of entries) {
      const fixed = new DataView(zip.buffer, zip.byteOffset + localHeader, LOCAL_HEADER_BYTES);
      const from = localHeader + LOCAL_HEADER_BYTES + localTailBytes(fixed);
      if (method === 'deflated') inflateRawSync(zip.subarray(from, from + compressedSize));
    }
    return { [FLOOR]: performance.now() - start };
  };
}

async function zipEntriesOf(path: string) {
  const entries: Extract<EntryData, { kind: 'zip' }>[] = [];
  const wanted = (name: string) => /(?:^|\/)(?:fid|acqus?)$/.test(name);
  const options = { wanted, limits: DEFAULT_IO_LIMITS };
  for await (const event of listEntries(await inputFiles([path]), options)) {
    if (event.kind === 'entry' && event.entry.data.kind === 'zip') entries.push(event.entry.data);
  }
  return entries;
}

/**
 * First: a browser that never saw the app. Cold: a new page, of an app that the browser has and that was
 * used before. Warm: the same page, for the job after that.
 */
export function browserTimer(
  executable: string,
  url: string,
  input: BenchInput,
  workers: number,
  folder: string,
): Timer {
  return () =>
    withFreshBrowser(executable, folder, async (browser) => {
      const visit = await openApp(browser, url, workers);
      const first = await timeJob(visit, input.path);
      await untilInstalled(visit);
      await visit.close();
      const use = await openApp(browser, url, workers);
      await timeJob(use, input.path);
      await untilCompiledCodeIsStored();
      await use.close();
      const page = await openApp(browser, url, workers);
      const cold = await timeJob(page, input.path);
      await backToStart(page);
      const warm = await timeJob(page, input.path);
      await page.close();
      const offline = await timeToUse(await openApp(browser, url, workers, 'offline'));
      return {
        [`chromium ${workers} first`]: first.complete,
        [`chromium ${workers} cold`]: cold.complete,
        [`chromium ${workers} cold-row`]: cold.firstRow,
        [`chromium ${workers} warm`]: warm.complete,
        [`chromium ${workers} row`]: warm.firstRow,
        [`chromium ${workers} offline`]: offline,
      };
    });
}
