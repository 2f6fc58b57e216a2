import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../src/simulate/random';
import { ensureBrowser } from './browser';
import { ROOT, runNode } from './run-command';
import { duration, say } from './say';
import { listen } from './serve/listen';
import { createStaticServer } from './serve/static-server';
import { ENDINGS, type Plan, Survivor } from './survive/survive-runs';

/**
 * `npm run survive`: runs jobs in a real browser, ends the page at random moments (the whole browser's
 * processes, by SIGKILL, as a power cut does; a crash of the page; a closed tab; a reload), opens it
 * again, and compares the results with those of undisturbed runs.
 *
 *   --kills N    how often (50)
 *   --seed N     of the moments (1)
 *   --spots N    spectra a run (480)
 *   --dist DIR   the built app (dist)
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    spots: { type: 'string', default: '480' },
    dist: { type: 'string', default: join(ROOT, 'dist') },
  },
});
const kills = Number(values.kills);
const random = createRandom(values.seed, 'survive');

const start = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'ktyper-survive-'));
const server = await createStaticServer(values.dist);
const url = `http://localhost:${await listen(server, 0)}`;
const survivor = new Survivor(await ensureBrowser(), join(folder, 'profile'), url);
let unequal = 0;
try {
  const runs: string[] = [];
  for (const [name, ...options] of [
    ['plate.zip'],
    ['plate.tar.gz'],
    ['replicates.tar.gz', '--replicates', '3'],
  ] as const) {
    const path = join(folder, name);
    const args = ['--out', path, '--spots', values.spots, '--seed', values.seed, ...options];
    if ((await runNode('scripts/make-example.ts', args)) !== 0) throw new Error(`No ${name}.`);
    say(`${name}: undisturbed in ${duration(await survivor.measure(path))}`);
    runs.push(path);
  }

  const count = { done: 0, asked: 0, unknown: 0 };
  while (count.done < kills) {
    const plan = planOf(runs, kills - count.done);
    const survived = await survivor.survive(plan);
    count.done += plan.breaks.length;
    if (survived.asked) count.asked += 1;
    if (survived.unknown) count.unknown += 1;
    if (!survived.equal) unequal += 1;
    const how = plan.breaks.map(({ after, ending }) => `${ending} at ${Math.round(after * 100)}%`);
    const notes = [
      survived.equal ? 'equal' : `NOT EQUAL (${survived.ended})`,
      ...(survived.asked ? ['asked for its file'] : []),
      ...(survived.unknown ? ['ended before it was written down, begun again'] : []),
    ];
    say(`${count.done}/${kills} ${how.join(', then ')}: ${notes.join(', ')}`);
  }
  say(
    `${count.done} ends of a page in ${duration(performance.now() - start)}: ` +
      `${unequal} results unequal, ${count.asked} asked for the file, ` +
      `${count.unknown} ended before the job was written down.`,
  );
} finally {
  await survivor.close();
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = unequal === 0 ? 0 : 1;

/** One run in three is broken off twice: the second time while it goes on. */
function planOf(runs: readonly string[], left: number): Plan {
  const pick = <T>(of: readonly T[]): T => of[random.below(of.length)]!;
  const path = pick(runs);
  const twice = left > 1 && random.chance(1 / 3);
  const once = () => ({ after: random.uniform() * 1.05, ending: pick(ENDINGS) });
  return {
    path,
    breaks: twice ? [once(), { ...once(), after: random.uniform() * 0.6 }] : [once()],
  };
}
