import './learn-english';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ArchiveSession } from '../workers/archive/session';
import { PreprocessRun } from './headless/preprocess-run';
import { checkFolder } from './headless/check-output';
import { asOutput } from './headless/output-error';
import { say } from './say';
import { runCommandLine, typedInputs, typedPath, UsageError } from './headless/command-line';
import { typedUsage } from './headless/this-app';
import { problemText } from './headless/problem-text';

const USAGE = `Usage: npm run --silent preprocess -- INPUT... --out FOLDER

Writes each spectrum as the recipe spectracl-1 leaves it: 19,049 bins of 1 Da from 1,950 Da on, as
little-endian 64-bit floats, in FOLDER/<uid>.f64. INPUT is a .zip, .tar or .tar.gz, a folder, or a
file. An acquisition without any signal gives zeros; calibration spots are left out.

Progress and faults go to stderr. Exit code: 0 the run was done, even with unreadable spectra among
it; 2 nothing could be read, or this command was mistyped; 3 the output could not be written (a full
disk, no right to write there); 130 stopped with Ctrl+C.
`;

/** Number of acquisitions that are read at once. */
const BATCH = 16;

await runCommandLine(USAGE, async (signal) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  if (values.out === undefined) throw new UsageError('--out is missing: which folder shall it be?');
  const files = await typedInputs(positionals, (fault) => say(problemText(fault)));
  const folder = typedPath(values.out);
  const typed = values.out;
  await checkFolder(folder, typed);
  await asOutput(typed, () => mkdir(folder, { recursive: true }));

  const run = new PreprocessRun(folder);
  const archive = new ArchiveSession();
  await archive.open(files, null);
  while (!signal.aborted) {
    const steps = await archive.next(BATCH);
    if (steps.length === 0) break;
    await run.take(steps);
  }
  return signal.aborted ? 130 : run.finish();
});
