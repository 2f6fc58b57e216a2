import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../src/simulate/random';
import { ensureBrowser } from './browser';
import { runCommandLine, wholeNumber } from './headless/command-line';
import { runNode } from './run-command';
import { duration, say } from './say';
import { withServedApp } from './serve/with-served-app';
import { clearDuring, type ClearOutcome, type Loss, LOSSES } from './survive/clear-runs';
import { CLEAR_HEAD, clearLine, QUOTA_HEAD, quotaLine } from './survive/outcome-table';
import { type QuotaOutcome, QuotaRuns } from './survive/quota-runs';
import { ENDINGS, type Plan, Survivor } from './survive/survive-runs';

const USAGE = `Usage: npm run survive -- [--kills N | --quota N | --clear N] [--seed N] [--spots N] [--app FOLDER]

Runs jobs in a real browser, ends the page at random moments (the whole browser's processes, by SIGKILL,
as a power cut does; a crash of the page; a closed tab; a reload), opens it again, and compares the
results with those of undisturbed runs. The exit code is 1 when one result is not equal.

  --kills N      how often (50)
  --quota N      instead: N runs in a storage that is full at N places, from the first write to the last.
                 The page is ended as above and opened again with enough room: no job may be completed
                 that has not all of its rows, and what is missing must be said
  --clear N      instead: N runs whose storage is cleared, in the same tab or another. The results must stay
                 on the screen and in the export, with their evidence, and the loss must be said
  --seed N       of the moments and the runs (1)
  --spots N      spectra a run (480)
  --app FOLDER   takes the app that is built there, and builds none
`;

/** Most room for a run's rows, by what they take: while it writes, the storage needs more for a time. */
const MOST_ROOM = 1.5;
const RUNS = [['plate.zip'], ['plate.tar.gz'], ['replicates.tar.gz', '--replicates', '3']] as const;

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      quota: { type: 'string' },
      clear: { type: 'string' },
      seed: { type: 'string', default: '1' },
      spots: { type: 'string', default: '480' },
      app: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const kills = wholeNumber('--kills', values.kills);
  const spots = String(wholeNumber('--spots', values.spots));
  const random = createRandom(values.seed, 'survive');
  const program = await ensureBrowser();

  return withServedApp(values.app, async ({ url, folder }) => {
    const start = performance.now();
    const survivor = new Survivor(program, join(folder, 'profile'), new URL(url).origin);
    const count = { done: 0, unequal: 0, asked: 0, unknown: 0 };
    const { quota, clear } = values;
    const isStorage = quota !== undefined || clear !== undefined;
    try {
      const runs: string[] = [];
      for (const [name, ...options] of isStorage ? RUNS.slice(0, 1) : RUNS) {
        const path = join(folder, name);
        const args = ['--out', path, '--spots', spots, '--seed', values.seed, ...options];
        if ((await runNode('scripts/make-example.ts', args)) !== 0) return 1;
        say(`${name}: undisturbed in ${duration(await survivor.measure(path))}`);
        runs.push(path);
      }
      const [plate = ''] = runs;
      if (quota !== undefined) {
        const faults = await fillStorage(
          new QuotaRuns(survivor, plate, random),
          wholeNumber('--quota', quota),
          signal,
        );
        return faults === 0 ? 0 : 1;
      }
      if (clear !== undefined) {
        const faults = await clearStorage(
          (loss) => clearDuring(survivor, plate, loss, random),
          wholeNumber('--clear', clear),
          signal,
        );
        return faults === 0 ? 0 : 1;
      }
      while (count.done < kills && !signal.aborted) {
        const plan = planOf(random, runs, kills - count.done);
        const survived = await survivor.survive(plan);
        count.done += plan.breaks.length;
        count.asked += Number(survived.asked);
        count.unknown += Number(survived.unknown);
        count.unequal += Number(!survived.equal);
        const how = plan.breaks.map((one) => `${one.ending} at ${Math.round(one.after * 100)}%`);
        const notes = [
          survived.equal ? 'equal' : `NOT EQUAL (${survived.ended})`,
          ...(survived.asked ? ['asked for its file'] : []),
          ...(survived.unknown ? ['ended before it was written down, begun again'] : []),
        ];
        say(`${count.done}/${kills} ${how.join(', then ')}: ${notes.join(', ')}`);
      }
    } finally {
      await survivor.close();
    }
    say(
      `${count.done} ends of a page in ${duration(performance.now() - start)}: ` +
        `${count.unequal} results unequal, ${count.asked} asked for the file, ` +
        `${count.unknown} ended before the job was written down.`,
    );
    return count.unequal === 0 ? 0 : 1;
  });
});

/** @returns the number of runs in a full storage that went wrong */
async function fillStorage(runs: QuotaRuns, places: number, signal: AbortSignal): Promise<number> {
  const written = await runs.measure();
  say(`The rows of a run take ${Math.round(written / 1000)} kB.\n\n${QUOTA_HEAD}`);
  const outcomes: QuotaOutcome[] = [];
  while (outcomes.length < places && !signal.aborted) {
    const share = (MOST_ROOM * outcomes.length) / Math.max(1, places - 1);
    const outcome = await runs.run(share);
    outcomes.push(outcome);
    say(quotaLine(outcomes.length, outcome));
  }
  const faults = outcomes.filter(({ fault }) => fault !== null).length;
  const shown = (status: string) => outcomes.filter((one) => one.shown === status).length;
  say(
    `\n${outcomes.length} runs in a full storage: ${shown('Completed')} completed with all rows, ` +
      `${shown('Interrupted')} interrupted and said so, ${shown('absent')} not stored at all; ` +
      `${faults} went wrong.`,
  );
  return faults;
}

/** @returns the number of runs with a cleared storage that went wrong */
async function clearStorage(
  run: (loss: Loss) => Promise<ClearOutcome>,
  times: number,
  signal: AbortSignal,
): Promise<number> {
  say(`\n${CLEAR_HEAD}`);
  const outcomes: ClearOutcome[] = [];
  while (outcomes.length < times && !signal.aborted) {
    const outcome = await run(LOSSES[outcomes.length % LOSSES.length]!);
    outcomes.push(outcome);
    say(clearLine(outcomes.length, outcome));
  }
  const faults = outcomes.filter(({ fault }) => fault !== null).length;
  const said = outcomes.filter((one) => one.said).length;
  say(
    `\n${outcomes.length} runs whose storage was cleared: ${said} said so, ` +
      `${outcomes.length - said} were stored whole afterwards; ${faults} went wrong.`,
  );
  return faults;
}

/** One run in three is interrupted twice: the second time while it is resumed. */
function planOf(random: Random, runs: readonly string[], left: number): Plan {
  const pick = <T>(of: readonly T[]): T => of[random.below(of.length)]!;
  const path = pick(runs);
  const twice = left > 1 && random.chance(1 / 3);
  const once = () => ({ after: random.uniform() * 1.05, ending: pick(ENDINGS) });
  return {
    path,
    breaks: twice ? [once(), { ...once(), after: random.uniform() * 0.6 }] : [once()],
  };
}
