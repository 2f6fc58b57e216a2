import './learn-english';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { JobEvent, SampleRow } from '../src/core/job/types';
import { describeGuard, tallyPatterns } from '../src/core/classify/describe-guard';
import type { Problem } from '../src/core/problem';
import { watchedPeaks } from '../src/core/watch/types';
import { summariseRun } from '../src/core/quality/summarise-run';
import {
  describeSoFar,
  type SheetSoFar,
  unmatchedSoFar,
} from '../src/core/sample-sheet/sheet-progress';
import { runJob } from '../src/engine/run-job';
import { exportCsv } from '../src/io/exports/csv';
import { evidenceIn } from '../src/io/exports/evidence-reader';
import { exportJsonLines } from '../src/io/exports/json-lines';
import { exportShort } from '../src/io/exports/short-table';
import { exportJson } from '../src/io/exports/json';
import { rateJob } from '../src/io/exports/rated-job';
import { exportSpectracl } from '../src/io/exports/spectracl';
import { exportSheet } from '../src/io/exports/sheet';
import { exportTsv } from '../src/io/exports/tsv';
import { exportXlsx } from '../src/io/exports/xlsx';
import type { ExportedJob } from '../src/io/exports/types';
import { checkOutput, pathsOf } from './headless/check-output';
import { type CollectedJob, collectJob } from './headless/collect-job';
import {
  isShortRun,
  oneOf,
  runCommandLine,
  typedGrouping,
  typedFile,
  typedInputs,
  typedPath,
  UsageError,
  workerCount,
} from './headless/command-line';
import { archiveWorkerHere, compileForShortRun, nodePool } from './headless/job-tools';
import { exportJobFile } from './headless/job-file';
import { typedGuard } from './headless/model-guard';
import { readModelPack } from './headless/model-pack';
import { readWatchLists } from './headless/watch-lists';
import { ProgressLine } from './headless/progress-line';
import { writeOutput } from './headless/write-output';
import { duration } from './say';
import { thisApp, typedUsage } from './headless/this-app';
import { inEnglish } from '../src/words/in-words';
import { problemText } from './headless/problem-text';

const FORMATS = {
  tsv: exportTsv,
  csv: exportCsv,
  xlsx: exportWorkbook,
  short: exportShort,
  json: exportJson,
  jsonl: exportJsonLines,
  spectracl: exportSpectracl,
  sheet: exportSheet,
};

const NAMES = [...(Object.keys(FORMATS) as (keyof typeof FORMATS)[]), 'job', 'html'] as const;

const USAGE = `Usage: npm run --silent classify -- INPUT... [options]

Names the species of spectra as the page does, without a browser.
INPUT is a .zip, .tar or .tar.gz, a folder, or a file; several are one job.

  --format FORMAT       tsv: a table with a header (default)
                        csv: the same for spreadsheets
                        xlsx: an Excel workbook of samples, spectra, markers, quality and record
                        short: for spreadsheets, with what a laboratory writes down
                        json: everything that is known; docs/output.md
                        jsonl: the same, one sample a line
                        html: a report to print and to sign, of one file, as the page makes it
                        job: a file that the page opens with all its results; docs/job-file.md
                        spectracl: three columns without a header, as the original printed them
                        sheet: the sample sheet of this run, to fill in
  --decimal point|comma decimal sign in csv and short; with the comma, semicolons stand between cells
  --lab FILE            who stands in the head of a report: JSON with name, address and logo, the path of a
                        PNG or JPEG from that file on
  --language en|fr      language of a report (en)
  --sample-sheet FILE   which spectra are replicates of one sample, instead of any sheet in INPUT:
                        text or .xlsx with the columns spectrum_id and sample_id
  --group name|N|N@SPOT without a sample sheet: spectra of one name are one sample, or those of every N
                        neighbouring spots, counted from the first spot of the run or from SPOT (4@B3)
  --watch TABLE         peaks to look for in each spectrum, which change no call; several may be
                        given; docs/watch-peaks.md
  --model MODEL         id of a model of this app, or the folder of a model pack
  --guard, --no-guard   whether a classifier, which cannot refuse, runs with the marker model beside it
                        (it does, unless all its classes are by name of other genera)
  --out FILE            write there and not to stdout
  --workers N           threads that compute (by the size of INPUT and of this computer)

Progress goes to stderr. Exit code: 0 the run was done, even with unreadable spectra among it;
2 nothing could be read, or this command was mistyped; 3 the output could not be written (a full disk,
no such folder, a reader of the pipe that ended), and no part of it is left; 130 stopped with Ctrl+C, with what was done.
`;

await runCommandLine(USAGE, async (signal) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'tsv' },
      decimal: { type: 'string' },
      lab: { type: 'string' },
      language: { type: 'string' },
      'sample-sheet': { type: 'string' },
      group: { type: 'string' },
      watch: { type: 'string', multiple: true },
      model: { type: 'string' },
      guard: { type: 'boolean' },
      'no-guard': { type: 'boolean' },
      out: { type: 'string' },
      workers: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  const format = oneOf('--format', values.format, NAMES);
  const decimal = oneOf('--decimal', values.decimal ?? 'point', ['point', 'comma']);
  if (values.decimal !== undefined && format !== 'csv' && format !== 'short') {
    throw new UsageError('--decimal goes with --format csv and --format short.');
  }
  if (format !== 'html' && (values.lab !== undefined || values.language !== undefined)) {
    throw new UsageError('--lab and --language go with --format html.');
  }
  const language = oneOf('--language', values.language ?? 'en', ['en', 'fr']);
  // What only a report needs is fetched for a report.
  const report = format === 'html' ? await import('./headless/report') : null;
  const laboratory =
    values.lab === undefined ? null : await report!.readTypedLaboratory(values.lab);
  const progress = new ProgressLine();
  const unread: Problem[] = [];
  const files = await typedInputs(positionals, (fault) => {
    unread.push(fault);
    progress.say(problemText(fault));
  });
  const sheet = values['sample-sheet'];
  const sampleSheet = sheet === undefined ? null : await typedFile(sheet);
  const out = values.out === undefined ? null : typedPath(values.out);
  if (out !== null) {
    const given = [...files, ...(sampleSheet === null ? [] : [sampleSheet])];
    const labs = values.lab === undefined ? [] : [values.lab];
    const named = [...(values.watch ?? []), ...labs, ...modelFiles(values.model)].map(typedPath);
    await checkOutput(out, values.out!, [...pathsOf(given), ...named]);
  }
  const grouping = values.group === undefined ? null : typedGrouping(values.group);
  if (grouping !== null && sheet !== undefined) {
    throw new UsageError('--group and --sample-sheet contradict each other.');
  }
  const watch = await readWatchLists(values.watch ?? []);
  if (isShortRun(files)) compileForShortRun();
  const pool = nodePool(workerCount(values.workers, files), values.model !== undefined);
  const pack = await readModelPack(values.model ?? null);
  if (!pack.ok) throw new UsageError(problemText(pack.error));
  const guard = await typedGuard(pack.value, values.guard, values['no-guard']);

  const createdAt = new Date().toISOString();
  const tools = { pack: pack.value, guard, pool, archive: archiveWorkerHere() };
  let isSheetTold = false;
  const events = runJob(
    { files, sampleSheet, grouping, watch: watchedPeaks(watch) },
    tools,
    signal,
  );
  const collected = await collectJob(events, (event) => {
    if (event.kind !== 'sheet') tell(progress, event);
    else if (event.sheet.listed && !isSheetTold) {
      isSheetTold = true;
      tellSheet(progress, event.sheet);
    }
  });
  pool.terminate();
  const { failure, guard: told, evidence, ...rows } = collected;
  const summary = collected.summary && {
    ...collected.summary,
    problems: [...unread, ...collected.summary.problems],
  };
  if (failure !== null) {
    progress.say(problemText(failure));
    if (rows.spectra.length === 0) return 2;
  }
  const { manifest, ref } = pack.value;
  const exported: ExportedJob = {
    app: thisApp(),
    job: {
      name: summary?.run?.title ?? basename(positionals[0]!),
      token: null,
      createdAt,
      summary,
      guard: told,
    },
    model: { manifest, ref },
    ...(watch.length === 0 ? {} : { watch }),
    ...rows,
    evidence: evidenceIn(evidence),
    decimal,
  };
  const end = { files, sampleSheet, grouping, failure, isStopped: signal.aborted };
  const pieces =
    format === 'html'
      ? report!.exportReport(exported, evidence, end, { language, laboratory })
      : format === 'job'
        ? exportJobFile(exported, end)
        : FORMATS[format](exported);
  await writeOutput(pieces, out);
  const guarded = told && describeGuard(told, tallyPatterns(rows.samples));
  if (guarded !== null) progress.say(inEnglish(guarded));
  for (const finding of qualityFindings(rows)) progress.say(problemText(finding));
  return failure === null ? 0 : 2;
});

/** The files of a model that is a folder. */
function modelFiles(model: string | undefined): string[] {
  return model === undefined ? [] : [join(model, 'manifest.json'), join(model, 'model.onnx')];
}

/** What is the matter with the run as a whole: a calibration that has drifted, many weak spectra. */
function qualityFindings({ samples, spectra }: Pick<CollectedJob, 'samples' | 'spectra'>) {
  const rated = rateJob({ spectra });
  const verdictOf = (sample: SampleRow) => rated.quality(sample)?.verdict ?? null;
  return summariseRun(samples, spectra, verdictOf).findings;
}

/** Says what a sheet names, as soon as all spectra were found: it may be another run's. */
function tellSheet(progress: ProgressLine, sheet: SheetSoFar): void {
  const unmatched = unmatchedSoFar(sheet);
  progress.say(inEnglish(describeSoFar(sheet)));
  if (unmatched !== null) progress.say(inEnglish(unmatched.message));
}

function tell(progress: ProgressLine, event: Exclude<JobEvent, { kind: 'sheet' }>): void {
  switch (event.kind) {
    case 'problem':
      progress.say(problemText(event.problem));
      break;
    case 'rows':
      progress.update(`${event.done} spectra done.`);
      break;
    case 'done': {
      const { ok, failed, skipped, samples, elapsed, sampleSheet } = event.summary;
      if (sampleSheet !== null) {
        const { rows, matched, samples: made = 0 } = sampleSheet;
        progress.say(
          `Sample sheet: ${matched} of ${rows} rows matched, samples from them: ${made}.`,
        );
      }
      progress.say(
        `${event.cancelled ? 'Stopped' : 'Done'} after ${duration(elapsed)}: ${samples} samples from ` +
          `${ok} spectra, ${failed} not read, ${skipped} left out.`,
      );
      break;
    }
    case 'found':
    case 'run':
    case 'guard':
    case 'failed':
      break;
  }
}

/** The library for workbooks takes half a second to load: no other format waits for it. */
async function* exportWorkbook(exported: ExportedJob) {
  const { WorkbookFile } = await import('../src/io/workbook/workbook-file');
  yield* exportXlsx(exported, () => new WorkbookFile());
}
