import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../src/simulate/random';
import { ensureBrowser } from './browser';
import { runCommandLine, wholeNumber } from './headless/command-line';
import { runNode } from './run-command';
import { duration, say } from './say';
import { withServedApp } from './serve/with-served-app';
import { ENDINGS, type Plan, Survivor } from './survive/survive-runs';

const USAGE = `Usage: npm run survive -- [--kills N] [--seed N] [--spots N] [--app FOLDER]

Runs jobs in a real browser, ends the page at random moments (the whole browser's processes, by SIGKILL,
as a power cut does; a crash of the page; a closed tab; a reload), opens it again, and compares the
results with those of undisturbed runs. The exit code is 1 when one result is not equal.

  --kills N      how often (50)
  --seed N       of the moments and the runs (1)
  --spots N      spectra a run (480)
  --app FOLDER   takes the app that is built there, and builds none
`;

const RUNS = [['plate.zip'], ['plate.tar.gz'], ['replicates.tar.gz', '--replicates', '3']] as const;

await runCommandLine(USAGE, async (signal) => {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
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
    try {
      const runs: string[] = [];
      for (const [name, ...options] of RUNS) {
        const path = join(folder, name);
        const args = ['--out', path, '--spots', spots, '--seed', values.seed, ...options];
        if ((await runNode('scripts/make-example.ts', args)) !== 0) return 1;
        say(`${name}: undisturbed in ${duration(await survivor.measure(path))}`);
        runs.push(path);
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
