import type { BarePage } from './bare-browser';

/**
 * Does something on a page, and writes how long it took, the longest time between two frames meanwhile, and the longest
 * task of the page's thread.
 *
 * @param script awaits `frame()` where it waits for the page
 */
export async function tellAct(page: BarePage, name: string, script: string): Promise<void> {
  const { took, gap, tasks } = (await page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let last = await frame(), gap = 0, isOn = true;
    const watch = (now) => {
      gap = Math.max(gap, now - last);
      last = now;
      if (isOn) requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    const start = performance.now();
    ${script}
    const took = performance.now() - start;
    await frame();
    isOn = false;
    // The browser reports a long task some milliseconds after it has ended.
    await new Promise((resolve) => setTimeout(resolve, 200));
    // What begins within a task, as after a frame, makes that one long.
    const tasks = ktyperGrowth.longTasks.filter(([at, ms]) => at + ms > start).map(([, ms]) => ms);
    return { took, gap, tasks };
  })()`)) as { took: number; gap: number; tasks: readonly number[] };
  const longest = tasks.length === 0 ? 'under 50' : String(Math.max(...tasks));
  process.stdout.write(
    `${name}: ${Math.round(took)} ms, ${Math.round(gap)} ms between two frames at most, longest task ${longest} ms\n`,
  );
}
