import './learn-english';
import { availableParallelism } from 'node:os';
import { isAbsolute, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelRef } from '../src/core/job/types';
import type { Problem } from '../src/core/problem';
import {
  MOST_WORKERS,
  runCommandLine,
  typedGrouping,
  typedPath,
  UsageError,
  typedWorkers,
  wholeNumber,
} from './headless/command-line';
import { typedGuard } from './headless/model-guard';
import { readModelPack } from './headless/model-pack';
import { nodePool } from './headless/job-tools';
import { problemText } from './headless/problem-text';
import { ProgressLine } from './headless/progress-line';
import { thisApp, typedUsage } from './headless/this-app';
import { readWatchLists } from './headless/watch-lists';
import { duration } from './say';
import { BegunPlates, TRIES } from './cohort/begun-plates';
import { classifyAgain } from './cohort/classify-again';
import { type ClassifiedPlate, CohortStopped } from './cohort/classify-plate';
import { CohortFolder, LEDGER, PLATES, RESULTS } from './cohort/cohort-folder';
import { inOrder } from './cohort/in-order';
import type { Settings } from './cohort/ledger';
import { plateLine, platesHead, resultLines, resultsHead } from './cohort/plate-table';
import {
  type Checksum,
  checksumOf,
  filesOf,
  type Plate,
  stampOf,
  typedPlates,
} from './cohort/plates';
import { Turns } from './cohort/turns';

const USAGE = `Usage: npm run --silent cohort -- PLATE... --out FOLDER [options]

Names the species of many plates. PLATE is an archive, a folder of a run, or a file; each is a job of its
own, with the sample sheet that lies in it. When the command was ended, by whatever, the same command goes on
where it was: what is done is checked and not done again. docs/cohorts.md

FOLDER then has
  ${RESULTS}        the table of classify, with the plate before each row
  ${PLATES}         a row a plate: whether it could be read, its calls in numbers, its quality
  ${LEDGER}       what is done, with checksums of inputs and rows

  --list FILE        more plates: a path a line, or its name, a tab and the path
  --model MODEL      id of a model of this app, or the folder of a model pack
  --guard, --no-guard
                     whether a classifier, which cannot refuse, runs with the marker model beside it
                     (it does, unless all its classes are by name of other genera)
  --group name|N|N@SPOT
                     spectra of one name are one sample, or those of every N neighbouring spots, counted
                     from the first spot of the plate or from SPOT (4@B3); sample sheets are not used
  --watch TABLE      peaks to look for in each spectrum, which change no call; several may be given
  --workers N        threads that compute (as many as this computer has processors; 64 at most)
  --tries N          how often the whole command may end, as for want of memory, while one plate is computed,
                     before that plate is failed and the others go on (${TRIES})

A plate that cannot be read costs only itself: ${PLATES} says why. Progress goes to stderr. Exit code: 0 all
plates are done; 2 this command was mistyped, FOLDER was begun otherwise, or the model failed; 3 the output
could not be written; 130 stopped with Ctrl+C, to be gone on with.
`;

interface Done {
  readonly input: Checksum;
  /** Null where its rows are in the tables already. */
  readonly classified: ClassifiedPlate | null;
}

await runCommandLine(USAGE, async (signal) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      list: { type: 'string' },
      model: { type: 'string' },
      guard: { type: 'boolean' },
      'no-guard': { type: 'boolean' },
      group: { type: 'string' },
      watch: { type: 'string', multiple: true, default: [] },
      workers: { type: 'string' },
      tries: { type: 'string', default: `${TRIES}` },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  if (values.out === undefined) throw new UsageError('--out is missing: which folder shall it be?');
  const grouping = values.group === undefined ? null : typedGrouping(values.group);
  const workers =
    values.workers === undefined
      ? Math.min(availableParallelism(), MOST_WORKERS)
      : typedWorkers(values.workers);
  const tries = wholeNumber('--tries', values.tries);
  const plates = await typedPlates(positionals, values.list);
  const progress = new ProgressLine();
  const watch = await readWatchLists(values.watch);
  const pack = await readModelPack(values.model ?? null);
  if (!pack.ok) throw new UsageError(problemText(pack.error));
  const guard = await typedGuard(pack.value, values.guard, values['no-guard']);

  const app = thisApp();
  const tools = { app, pack: pack.value, guard, grouping, watch };
  const settings: Settings = {
    app,
    model: pack.value.ref,
    guard: guard === null || guard.guard === null ? null : refOf(guard.guard.ref),
    group: values.group ?? null,
    watch: watch.map(({ sha256 }) => sha256),
  };
  const folder = typedPath(values.out);
  for (const plate of plates) {
    // A path that is not there is told before hours of work.
    await filesOf(plate, () => undefined);
    if (lieWithin(plate.path, folder) || lieWithin(folder, plate.path)) {
      throw new UsageError(
        `${plate.path} and ${values.out} lie in one another. Name another folder.`,
      );
    }
  }
  const heads = { results: resultsHead(pack.value, watch, app), plates: platesHead() };
  const cohort = await CohortFolder.open(folder, values.out, settings, heads);
  if (cohort.done.size > 0)
    progress.say(`${cohort.done.size} plates are in ${values.out} already.`);

  const begun = new BegunPlates(folder, values.out);
  const start = performance.now();
  const lanes = Math.min(workers, plates.length);
  const pools = Array.from({ length: lanes }, (_, lane) =>
    // Rows are made and written on Node's own thread. Spare threads go to the first lanes.
    nodePool(Math.floor(workers / lanes) + (lane < workers % lanes ? 1 : 0), true),
  );
  const turns = new Turns();
  let spectra = 0;
  let failed = 0;
  // When one plate ends the cohort, the others need not be waited for.
  const halt = new AbortController();
  const stopOthers = (error: unknown): never => {
    halt.abort();
    throw error;
  };
  const either = AbortSignal.any([signal, halt.signal]);
  let isCut = false;
  const work = async (plate: Plate, lane: number): Promise<Done | null> => {
    if (either.aborted) return null;
    const unread: Problem[] = [];
    const files = await filesOf(plate, (fault) => {
      unread.push(fault);
      progress.say(problemText(fault));
    });
    const stamp = await stampOf(files);
    const input = await checksumOf(files);
    const known = cohort.done.get(plate.name);
    if (known !== undefined) {
      if (known.input.sha256 === input.sha256) return { input, classified: null };
      throw new UsageError(
        `${plate.path} is not what it was when it was classified. Give it another name, or begin again ` +
          'in another folder.',
      );
    }
    const again = (reason: Problem) =>
      progress.say(`${plate.name} is begun again, alone: ${problemText(reason)}`);
    const times = begun.times(plate.name, input.sha256);
    if (times > 0 && times < tries) {
      progress.say(`${plate.name} was computed when a command ended, and is computed alone.`);
    }
    const during = <One>(one: () => Promise<One>) => begun.during(plate.name, input.sha256, one);
    const way = {
      pool: pools[lane]!,
      newPool: () => nodePool(1, true),
      turns,
      begun: { times, tries, during },
      tell: again,
    };
    const told = await classifyAgain(plate.name, files, tools, way, either);
    if (told === null) return null;
    const classified = { ...told, unread };
    await checkUnchanged(plate, input, stamp, classified);
    return { input, classified };
  };
  const take = async (done: Done | null, plate: Plate): Promise<void> => {
    // Those after a plate that was stopped would stand in its place.
    isCut ||= done === null;
    if (done === null || isCut) return;
    const { input, classified } = done;
    if (classified === null) return;
    const { exported, failure } = classified;
    const state = failure === null ? 'done' : 'failed';
    const { samples } = exported;
    const rows = [...resultLines(plate, exported)];
    const counts = { spectra: exported.spectra.length, samples: samples.length, rows: rows.length };
    const line = plateLine({ plate: plate.name, state, input, classified });
    await cohort.append(
      { plate: plate.name, input, state, ...counts },
      { results: rows, plates: [line] },
    );
    begun.forget(plate.name);
    spectra += exported.spectra.length;
    if (failure !== null) failed += 1;
    if (failure !== null) progress.say(`${plate.name} could not be read: ${problemText(failure)}`);
    progress.update(`${cohort.done.size} of ${plates.length} plates, ${spectra} spectra done.`);
  };
  try {
    await inOrder(
      plates,
      lanes,
      (plate, lane) => work(plate, lane).catch(stopOthers),
      (done, plate) => take(done, plate).catch(stopOthers),
    );
  } catch (error) {
    if (!(error instanceof CohortStopped)) throw error;
    progress.say(problemText(error.problem));
    return 2;
  } finally {
    for (const pool of pools) pool.terminate();
  }
  begun.close();
  await cohort.close();
  progress.say(
    `${signal.aborted ? 'Stopped' : 'Done'} after ${duration(performance.now() - start)}: ` +
      `${spectra} spectra, ${failed} plates that could not be read, ${cohort.done.size} plates in all.`,
  );
  return 0;
});

/**
 * Rows of a plate that was replaced meanwhile would stand under the checksum of the one before, and of one on
 * a disk which was lost nothing is to be said.
 */
async function checkUnchanged(
  plate: Plate,
  input: Checksum,
  stamp: string,
  { failure, exported: { spectra } }: ClassifiedPlate,
): Promise<void> {
  const files = await filesOf(plate, () => undefined);
  const isRead = failure === null && spectra.every(({ status }) => status !== 'failed');
  if (isRead && (await stampOf(files)) === stamp) return;
  const again = await checksumOf(files);
  if (again.sha256 === input.sha256) return;
  throw new UsageError(`${plate.path} was changed while it was read. Run this again.`);
}

function refOf({ id, version, sha256, manifestSha256 }: ModelRef): ModelRef {
  return { id, version, sha256, manifestSha256 };
}

function lieWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
