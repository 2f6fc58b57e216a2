import { summariseRunInSteps } from '../../../core/quality/summarise-run';
import type { Problem } from '../../../core/problem';
import { inEnglish } from '../../../words/in-words';
import { computedBy, settingsList } from '../provenance';
import { rateJob } from '../rated-job';
import { type Cell, type ExportedJob, INTENDED_USE } from '../types';
import { inGroups, type Sheet } from './sheet';

type Fact = readonly [what: string, value: Cell | undefined];

/** What the job is, who computed it and with what: a row for each fact. Unknown ones are left out. */
export function recordSheet(exported: ExportedJob): Sheet {
  return {
    name: 'record',
    columns: [
      { head: 'What', width: 36 },
      { head: 'Value', width: 80 },
    ],
    rows: inGroups({
      *[Symbol.iterator]() {
        const facts = [...jobFacts(exported), ...modelFacts(exported), ...runFacts(exported)];
        yield* written(facts);
        const rated = rateJob(exported);
        const verdictOf = (sample: ExportedJob['samples'][number]) =>
          rated.quality(sample)?.verdict ?? null;
        const steps = summariseRunInSteps(exported.samples, exported.spectra, verdictOf);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) yield null;
        const { samples, findings, outliers } = step.value;
        yield* written([
          ['Samples of good quality', samples.pass],
          ['Samples of doubtful quality', samples.warn],
          ['Samples of bad quality', samples.fail],
          ['Samples without a measured spectrum', samples.unrated],
          ['Outlying measures of spectra', outliers.length],
          ...findings.map((one): Fact => ['Quality of the run', problemText(one)]),
        ]);
      },
    }),
  };
}

function* written(facts: readonly Fact[]): Generator<readonly Cell[]> {
  for (const [what, value = null] of facts) {
    if (value !== null && value !== '') yield [what, value];
  }
}

function jobFacts(exported: ExportedJob): readonly Fact[] {
  const { app, job, samples, shown } = exported;
  const made = computedBy(exported);
  return [
    ['Intended use', INTENDED_USE],
    ['Job', job.name],
    ['Job token', job.token],
    ['Created', job.createdAt],
    ['Computed by', `${app.name} ${made.version}`],
    ['Computed by, commit', made.commit],
    ['Written by', `${app.name} ${app.version}`],
    ['Written by, commit', app.commit],
    ['Samples in the job', samples.length],
    ['Samples in this file', (shown ?? samples).length],
  ];
}

function modelFacts(exported: ExportedJob): readonly Fact[] {
  const { job, model } = exported;
  const { manifest, ref } = model;
  const guard = job.guard ?? null;
  const guardRef = guard?.kind === 'watched' ? guard.guard : null;
  return [
    ['Model', manifest.title],
    ['Model, id', ref.id],
    ['Model, version', ref.version],
    ['Model, SHA-256', ref.sha256],
    ['Model, SHA-256 of its manifest', ref.manifestSha256],
    ['Guard, SHA-256', guardRef?.sha256],
    ['Guard, SHA-256 of its manifest', guardRef?.manifestSha256],
    ['Not guarded since', guard?.kind === 'not-watched' ? inEnglish(guard.reason) : null],
    ['Not guarded since', guard?.kind === 'failed' ? problemText(guard.problem) : null],
    ...settingsList(exported).map(([name, value]): Fact => [`Setting, ${name}`, value]),
  ];
}

function runFacts({ job }: ExportedJob): readonly Fact[] {
  const { summary } = job;
  if (summary === null) return [];
  const { run, sampleSheet } = summary;
  return [
    ['Spectra', summary.spectra],
    ['Spectra used', summary.ok],
    ['Spectra not read', summary.failed],
    ['Spectra left out', summary.skipped],
    ['Run', run?.title],
    ['Run, id', run?.projectUid],
    ['Samples that the run lists', run?.listed],
    ...(run?.missing ?? []).map(({ name, spot }): Fact => [
      'Listed by the run, without a spectrum',
      `${name} ${spot}`,
    ]),
    ['Sample sheet, rows', sampleSheet?.rows],
    ['Sample sheet, rows that match', sampleSheet?.matched],
    ...(sampleSheet?.unmatched ?? []).map((id): Fact => [
      'Sample sheet, row without a spectrum',
      id,
    ]),
    ...summary.problems.map((one): Fact => ['Warning', problemText(one)]),
  ];
}

function problemText({ message, cure }: Problem): string {
  return `${inEnglish(message)} ${inEnglish(cure)}`;
}
