import { accountFor, type Account, nameWorkers } from './accounting';
import { COMMON_PACK } from './app-copy';
import type { BareBrowser, BarePage } from './bare-browser';
import type { BenchInput } from './inputs';
import { timeByRole, type WorkerNames } from './thread-roles';
import {
  backToStart,
  openApp,
  type PageTimes,
  timeJob,
  untilCompiledCodeIsStored,
  untilInstalled,
  untilOld,
  withFreshBrowser,
} from './time-browser';
import type { Timer } from './timers';

/** A built app, and the prefix of its figures' keys. */
export interface VisitedApp {
  readonly key: 'ours' | 'theirs';
  readonly url: string;
}

/** Milliseconds. A person who opened the page takes about that long to find the run. */
const OLD = 3_000;

/**
 * Times a visit of a person who uses the app for the second time, in a browser of its own. A plate is dropped
 * on a page that is three seconds old, then another plate, and then a run, on as many threads as the app
 * starts.
 */
export function visitTimer(
  executable: string,
  app: VisitedApp,
  plate: BenchInput,
  run: BenchInput,
  folder: string,
): Timer {
  return visit(executable, app, plate, folder, async (browser, page) => {
    await untilOld(page, OLD);
    const early = await accountFor(browser.process, () => timeJob(page, plate.path), 'at once');
    await backToStart(page);
    const warm = await accountFor(browser.process, () => timeJob(page, plate.path));
    await backToStart(page);
    const whole = await accountFor(browser.process, () => timeJob(page, run.path));
    const workers = await nameWorkers(browser.process, page);
    return {
      early: early.result.complete,
      'early-row': early.result.firstRow,
      warm: warm.result.complete,
      row: warm.result.firstRow,
      run: whole.result.complete,
      ...processorTime('early-cpu', early, workers),
      ...processorTime('warm-cpu', warm, workers),
      ...processorTime('run-cpu', whole, workers),
    };
  });
}

/** Times a large run, after a plate on the same page. */
export function largeRunTimer(
  executable: string,
  app: VisitedApp,
  plate: BenchInput,
  large: BenchInput,
  folder: string,
): Timer {
  return visit(executable, app, plate, folder, async (browser, page) => {
    await timeJob(page, plate.path);
    await backToStart(page);
    const whole = await accountFor(browser.process, () => timeJob(page, large.path));
    const workers = await nameWorkers(browser.process, page);
    return { large: whole.result.complete, ...processorTime('large-cpu', whole, workers) };
  });
}

/** Opens a page of an app that is installed in the browser and was used once for a plate. */
function visit(
  executable: string,
  { key, url }: VisitedApp,
  plate: BenchInput,
  folder: string,
  work: (browser: BareBrowser, page: BarePage) => Promise<Readonly<Record<string, number>>>,
): Timer {
  return () =>
    withFreshBrowser(executable, folder, async (browser) => {
      const first = await openApp(browser, url, null);
      await timeJob(first, plate.path);
      await untilInstalled(first);
      await first.close();
      const use = await openApp(browser, url, null);
      await timeJob(use, plate.path);
      await untilCompiledCodeIsStored();
      await use.close();
      const page = await openApp(browser, url, null);
      const figures = await work(browser, page);
      await checkPack(page);
      return Object.fromEntries(
        Object.entries(figures).map(([name, value]) => [`${key} ${name}`, value]),
      );
    });
}

function processorTime(
  name: string,
  { before, after, ended }: Account<PageTimes>,
  workers: WorkerNames,
): Readonly<Record<string, number>> {
  const roles = Object.entries(timeByRole(before, after, ended, workers));
  return Object.fromEntries([
    [name, roles.reduce((sum, [, time]) => sum + time, 0)],
    ...roles.map(([role, time]) => [`${name} ${role}`, time]),
  ]) as Readonly<Record<string, number>>;
}

/** @throws when the page used another model, since its times would not be comparable */
async function checkPack(page: BarePage): Promise<void> {
  const graphs = (await page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.onnx'))`,
  )) as readonly string[];
  if (graphs.length === 1 && graphs[0]!.includes(`/${COMMON_PACK}/`)) return;
  throw new Error(`The page was to take ${COMMON_PACK}, and took: ${graphs.join(', ') || 'none'}`);
}
