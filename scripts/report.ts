import './learn-english';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cohortReportHtml } from '../src/state/cohort-report/cohort-document';
import { LEDGER, PLATES, RESULTS } from './cohort/cohort-folder';
import { isCohort, readCohort } from './cohort/read-cohort';
import { checkOutput } from './headless/check-output';
import { oneOf, runCommandLine, typedPath, UsageError } from './headless/command-line';
import { LANGUAGES, learnAll, readTypedLaboratory } from './headless/report';
import { thisApp, typedUsage } from './headless/this-app';
import { writeOutput } from './headless/write-output';

const USAGE = `Usage: npm run --silent report -- INPUT... [options]

Writes a report to print and to sign, as one file of HTML.

  INPUT is runs      archives, folders, files: classified as one job; what "classify --format html" writes
  INPUT is a cohort  the folder that "cohort" or "merge" wrote: one report of all its plates, with a chart of
                     their quality; docs/cohorts.md. Ledger and tables are checked against one another.

  --out FILE         write there and not to stdout
  --lab FILE         who stands in the head: JSON with name, address and logo, the path of a PNG or JPEG
                     from that file on
  --language en|fr   language of the report (en)

Of runs also these, which classify --help explains:
  --sample-sheet FILE, --group name|N|N@SPOT, --watch TABLE, --model MODEL, --guard, --no-guard, --workers N

Exit code: 0 the report is written; 2 nothing could be read, tables of a cohort differ from its ledger, or this
command was mistyped; 3 the output could not be written; 130 stopped with Ctrl+C.
`;

const args = process.argv.slice(2);
const cohorts = await cohortsOf(args);
if (cohorts > 0 || args.length === 0 || args.includes('--help') || args.includes('-h')) {
  await runCommandLine(USAGE, reportCohort);
} else if (args.some((arg) => /^--(?:format|decimal)(?:=|$)/.test(arg))) {
  await runCommandLine(USAGE, () => {
    throw new UsageError('A report is HTML: --format and --decimal go with classify.');
  });
} else {
  const end = args.indexOf('--');
  const at = end < 0 ? args.length : end;
  process.argv.splice(2 + at, 0, '--format', 'html');
  await import('./classify');
}

/** Counts the inputs that are folders of cohorts. */
async function cohortsOf(typed: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({
    args: [...typed],
    strict: false,
    allowPositionals: true,
    options: { out: { type: 'string' }, lab: { type: 'string' }, language: { type: 'string' } },
  });
  const are = await Promise.all(positionals.map((path) => isCohort(typedPath(path))));
  return are.filter(Boolean).length;
}

async function reportCohort(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      lab: { type: 'string' },
      language: { type: 'string', default: 'en' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  const [typed, ...others] = positionals;
  if (typed === undefined) throw new UsageError('Name runs, or the folder of a cohort.');
  if (others.length > 0) {
    throw new UsageError(
      'A report is of one cohort alone. "merge" puts several into one; name each other input by itself.',
    );
  }
  const language = oneOf('--language', values.language, LANGUAGES);
  const laboratory = values.lab === undefined ? null : await readTypedLaboratory(values.lab);
  const folder = typedPath(typed);
  const out = values.out === undefined ? null : typedPath(values.out);
  if (out !== null) {
    const read = [LEDGER, PLATES, RESULTS].map((name) => join(folder, name));
    const lab = values.lab === undefined ? [] : [typedPath(values.lab)];
    await checkOutput(out, values.out!, [...read, ...lab]);
  }
  const source = await readCohort(folder, typed, thisApp(), laboratory);
  await learnAll(language);
  await writeOutput([cohortReportHtml(source)], out);
  return 0;
}
