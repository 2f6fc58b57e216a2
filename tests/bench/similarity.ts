import { parseArgs } from 'node:util';
import { runCommandLine, UsageError } from '../../scripts/headless/command-line';
import { say } from '../../scripts/say';
import { alignSpectra } from '../../src/core/similarity/align';
import { compareAll, similarityOf } from '../../src/core/similarity/compare-all';
import { errorAt, type PeakList } from '../../src/core/similarity/peak-list';
import { aligned, type Binning, BINNINGS, choose, comparePairs } from './similarity-choice';
import { areaUnderCurve, randomFrom } from './similarity-study';
import { PLATE, readStudy, type StudySpectrum } from './similarity-spectra';

const USAGE = `Usage: npm run measure-similarity -- [--shared FOLDER] [--sizes 96,2000,10000]

Compares the real spectra of the shared data, and tells how well species are told apart, what a choice of what is
compared is worth that was made on other spectra, how many known mass error lines are recovered, and what 96, 2,000
and 10,000 spectra cost. The large runs are made of the real peaks, each
spectrum with another error and other heights.

  --shared FOLDER   where the shared data is (../shared/data)
  --sizes N,...     sizes that are timed
`;

/** m/z at which lines are compared, and how far off a recovered one may be, ppm. */
const PLACES = [3_000, 6_500, 10_000];
const RECOVERED = 150;

await runCommandLine(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      shared: { type: 'string', default: '../shared/data' },
      sizes: { type: 'string', default: '96,2000,10000' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const sizes = values.sizes.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 1)) {
    throw new UsageError('--sizes takes whole numbers above 1, with commas between them');
  }
  const study = await readStudy(values.shared);
  const runs = [...new Set(study.map(({ run }) => run))];
  for (const run of runs)
    tellSpecies(
      run,
      study.filter((one) => one.run === run),
    );
  tellSpecies('all in one job', study);
  const sure = study.filter(({ isSure }) => isSure);
  const plate = sure.filter(({ run }) => run === PLATE);
  tellSpecies('all whose species is known', sure);
  tellSpecies('plate, known', plate);
  const [first, second] = [/^[AB]/, /^[CD]/].map((rows) =>
    plate.filter(({ isolate }) => rows.test(isolate)),
  ) as [StudySpectrum[], StudySpectrum[]];
  tellSpecies('plate, known, rows A and B', first);
  tellSpecies('plate, known, rows C and D', second);
  tellChoice('rows A and B', first, 'rows C and D', second);
  tellChoice('rows C and D', second, 'rows A and B', first);
  tellLines(runs.map((run) => study.filter((one) => one.run === run)));
  for (const size of sizes) tellCost(size, study);
  return 0;
});

function tellSpecies(name: string, spectra: readonly StudySpectrum[]): void {
  const similarity = compareAll(spectra.map(({ peaks }) => peaks));
  const [same, other, twins, strangers]: number[][] = [[], [], [], []];
  for (const [a, one] of spectra.entries()) {
    for (const [b, two] of spectra.entries()) {
      if (b <= a) continue;
      const alike = similarityOf(similarity, a, b);
      if (one.species !== two.species) other!.push(alike);
      else {
        same!.push(alike);
        (one.isolate === two.isolate ? twins! : strangers!).push(alike);
      }
    }
  }
  const species = areaUnderCurve(same!, other!);
  const isolate = areaUnderCurve(twins!, strangers!);
  say(
    `${name}: ${spectra.length} spectra, AUC species against species ${figure(species)} ` +
      `(${same!.length} and ${other!.length} pairs), same isolate within a species ${figure(isolate)} ` +
      `(${twins!.length} and ${strangers!.length} pairs)`,
  );
}

/** Chooses what is compared on some spectra, and tells what the choice is worth on others. */
function tellChoice(
  name: string,
  spectra: readonly StudySpectrum[],
  others: string,
  judging: readonly StudySpectrum[],
): void {
  const { binning, auc, asGood } = choose(aligned(spectra));
  const { same, other } = comparePairs(aligned(judging), binning);
  say(
    `chosen on ${name} alone: ${inWords(binning)}, AUC ${figure(auc)} there (${asGood} of ` +
      `${BINNINGS.length} are within 0.001) and ${figure(areaUnderCurve(same, other))} on ${others}`,
  );
}

function inWords({ from, bin, power }: Binning): string {
  return `bins of ${bin} ppm from m/z ${from} up, heights to the power of ${power}`;
}

/** Puts known lines into all spectra of a run, and looks whether they come out again, but for what all have. */
function tellLines(runs: readonly (readonly StudySpectrum[])[]): void {
  const random = randomFrom(26);
  let [recovered, all] = [0, 0];
  for (const spectra of runs.filter(({ length }) => length >= 20)) {
    const put = spectra.map(() => ({
      shift: 3_000 * (random() - 0.5),
      tilt: 150 * (random() - 0.5),
    }));
    const before = alignSpectra(spectra.map(({ peaks }) => peaks)).lines;
    const after = alignSpectra(spectra.map(({ peaks }, i) => moved(peaks, put[i]!))).lines;
    const off = PLACES.map((mz) => {
      const errors = spectra.map((_, i) => {
        const [was, is] = [before[i], after[i]];
        return was && is ? errorAt(is, mz) - errorAt(was, mz) - errorAt(put[i]!, mz) : NaN;
      });
      const known = errors.filter((error) => !Number.isNaN(error)).sort((a, b) => a - b);
      return errors.map((error) => error - known[Math.floor(known.length / 2)]!);
    });
    const good = spectra.filter((_, i) => off.every((errors) => Math.abs(errors[i]!) <= RECOVERED));
    say(
      `${spectra[0]!.run}: ${good.length} of ${spectra.length} known lines within ${RECOVERED} ppm`,
    );
    recovered += good.length;
    all += spectra.length;
  }
  say(`known lines within ${RECOVERED} ppm: ${((100 * recovered) / all).toFixed(1)}% of ${all}`);
}

function moved(peaks: PeakList, line: { shift: number; tilt: number }): PeakList {
  return { ...peaks, mz: peaks.mz.map((mz) => mz * (1 + errorAt(line, mz) * 1e-6)) };
}

function tellCost(size: number, study: readonly StudySpectrum[]): void {
  const random = randomFrom(size);
  const lists = Array.from({ length: size }, (_, i): PeakList => {
    const { mz, height } = study[i % study.length]!.peaks;
    const shift = 600 * (random() - 0.5);
    return {
      mz: mz.map((one) => one * (1 + (shift + 200 * (random() - 0.5)) * 1e-6)).sort(),
      height: height.map((one) => one * (0.6 + 0.8 * random())),
    };
  });
  const before = process.memoryUsage().rss;
  const start = performance.now();
  compareAll(lists);
  const seconds = (performance.now() - start) / 1_000;
  const { maxRSS } = process.resourceUsage();
  const added = Math.max(0, process.memoryUsage().rss - before);
  say(
    `${size} spectra: ${seconds.toFixed(2)} s, ${(added / 1e6).toFixed(0)} MB added, ` +
      `${(maxRSS / 1e3).toFixed(0)} MB resident at most so far`,
  );
}

function figure(auc: number | null): string {
  return auc === null ? '-' : auc.toFixed(4);
}
