import { type Laboratory, linesOf } from '../../core/laboratory/laboratory';
import { describeGuard, tallyPatterns } from '../../core/classify/describe-guard';
import type { SpectrumRow } from '../../core/job/types';
import { computedBy } from '../../io/exports/provenance';
import { inWords, listInWords } from '../../words/in-words';
import { modelText } from '../../words/model-text';
import { say } from '../../words/say';
import { formatCount, formatStamp, formatTime } from '../format';
import { earliestAcquired } from '../jobs/acquired';
import { element, type Content, type MarkupElement } from '../markup/markup';
import { logoElement } from './report-logo';
import { type Fact, factList, section, taxonText } from './parts';
import type { ReportSource } from './report-source';

/** Makes the lines of who reports; null where nobody said who it is. */
export function laboratoryElement(laboratory: Laboratory | null): MarkupElement | null {
  if (laboratory === null) return null;
  return element(
    'div.laboratory',
    {},
    laboratory.logo === null ? null : logoElement(laboratory.logo, laboratory.name),
    element(
      'address',
      {},
      laboratory.name === '' ? null : element('strong', {}, laboratory.name),
      linesOf(laboratory.address).map((line) => element('span', {}, line)),
    ),
  );
}

/** Makes the head: who reports what. */
export function reportHead({ exported, laboratory, isSimulated }: ReportSource): MarkupElement {
  return element(
    'header',
    {},
    laboratoryElement(laboratory),
    element('p.kind', {}, say(isSimulated ? 'report.kindSimulated' : 'report.kind')),
    element('h1', { tabindex: -1 }, exported.job.name),
    element('p.use', {}, say('common.researchUse')),
  );
}

/** Tells what was measured, when and by what, and with which model. */
export function runFacts(source: ReportSource, words: ReadonlySet<string>): MarkupElement | null {
  const { exported, inputs, status } = source;
  const { job, model, spectra, samples } = exported;
  const { summary } = job;
  const title = `${modelText(model.manifest.title).text} ${model.ref.version} (${model.ref.id})`;
  const facts: readonly Fact[] = [
    [say('report.run'), differs(summary?.run?.title, job.name)],
    [say('report.status'), status],
    [say('report.created'), formatTime(Date.parse(job.createdAt))],
    [say('results.recordAcquired'), acquiredWords(spectra)],
    [say('results.recordInstrument'), each(spectra, (record) => record.instrument)],
    [say('results.recordTarget'), each(spectra, (record) => record.target)],
    [say('results.recordSoftware'), each(spectra, (record) => record.software)],
    [say('results.printReadFrom'), inputs.join(', ')],
    [say('report.size'), sizeWords(source)],
    [say('results.printModel'), taxonText(title, words)],
    [say('report.modelChecksum'), fixed(model.ref.sha256)],
    [
      say('report.guard'),
      job.guard === null || job.guard === undefined
        ? null
        : taxonText(inWords(describeGuard(job.guard, tallyPatterns(samples))), words),
    ],
  ];
  return section(say('report.runTitle'), factList(facts));
}

/** Tells versions and checksums, by which this can be found again. */
export function recordFacts({ exported, checksum }: ReportSource): MarkupElement | null {
  const { app, job, model } = exported;
  const made = computedBy(exported);
  const facts: readonly Fact[] = [
    [say('results.recordComputedBy'), versionWords(made.version, made.commit)],
    [say('report.writtenBy'), versionWords(app.version, app.commit)],
    [say('report.token'), job.token === null ? null : fixed(job.token)],
    [say('results.recordModel'), `${model.ref.id} ${model.ref.version}`],
    [say('results.recordModelSha256'), fixed(model.ref.sha256)],
    [say('results.recordManifestSha256'), fixed(model.ref.manifestSha256)],
    [say('report.spectraChecksum'), checksum === null ? null : fixed(checksum)],
  ];
  return section(
    say('report.recordTitle'),
    factList(facts),
    checksum === null ? null : element('p.small', {}, say('report.spectraChecksumAbout')),
  );
}

/** Makes the lines to sign. */
export function signatures(): MarkupElement | null {
  const line = (label: string) =>
    element(
      'div.signature',
      {},
      element('span', {}, label),
      element('span', {}, say('report.signature')),
      element('span', {}, say('report.date')),
    );
  return section(
    say('report.signaturesTitle'),
    line(say('report.performedBy')),
    line(say('report.reviewedBy')),
  );
}

function sizeWords({ exported }: ReportSource): string {
  const { samples, spectra, job } = exported;
  const { failed = 0, skipped = 0 } = job.summary ?? {};
  return say('report.sizeWords', {
    samples: samples.length,
    spectra: spectra.length,
    failed,
    skipped,
  });
}

function acquiredWords(spectra: readonly SpectrumRow[]): string | null {
  const first = earliestAcquired(spectra, null);
  if (first === null) return null;
  let last = first;
  for (const { record } of spectra) {
    const said = record?.acquiredAt ?? '';
    if (Date.parse(said) > Date.parse(last)) last = said;
  }
  return first === last
    ? formatStamp(first)
    : say('report.fromTo', { from: formatStamp(first), to: formatStamp(last) });
}

/** Most different values that are listed of one fact. */
const MOST_VALUES = 6;

function each(
  spectra: readonly SpectrumRow[],
  valueOf: (record: NonNullable<SpectrumRow['record']>) => string | null | undefined,
): string | null {
  const found = new Set(spectra.flatMap(({ record }) => (record && valueOf(record)) || []));
  if (found.size === 0) return null;
  const values = [...found];
  if (values.length <= MOST_VALUES) return listInWords(values);
  return say('report.andMore', {
    values: values.slice(0, MOST_VALUES).join(', '),
    more: formatCount(values.length - MOST_VALUES),
  });
}

export function versionWords(version: string, commit: string | null | undefined): Content {
  const named = `ktyper ${version}`;
  return commit === null || commit === undefined ? named : [`${named}, `, fixed(commit)];
}

function differs(title: string | null | undefined, name: string): string | null {
  return title === undefined || title === name ? null : title;
}

/** Sets a checksum so that it can be compared letter by letter. */
export function fixed(text: string): MarkupElement {
  return element('span.fixed', {}, text);
}
