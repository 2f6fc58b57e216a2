import type { JudgedMeasure } from '../../core/quality/judge';
import type { SampleQuality } from '../../core/quality/rate-sample';
import type { SampleRow } from '../../core/job/types';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import type { ReviewEntry } from '../../core/review/entry';
import { rateJob } from '../../io/exports/rated-job';
import { labelOf } from '../../core/classify/call-label';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatCount, formatTime } from '../format';
import { element, type Content } from '../markup/markup';
import { JobRuns } from '../results/job-runs';
import { PRINTED_ROWS, printedRows, printedWords, type PrintedRow } from '../results/printed-rows';
import { verdictWord } from '../results/quality-view';
import { agreementLine } from '../results/replicate-view';
import { entryWords, standingWords } from '../review/entry-words';
import { reviewText } from '../review/review-words';
import { paragraph, section, table, taxonText } from './parts';
import type { ReportSource } from './report-source';

interface ReportRow extends PrintedRow {
  readonly sample: SampleRow;
  readonly quality: string;
  readonly replicates: string;
  readonly run: string;
}

/** Returns the measures of quality that did not pass. */
export function faultsOf(quality: SampleQuality | null): readonly JudgedMeasure[] {
  return (quality?.measures ?? []).filter(({ verdict }) => verdict !== 'pass');
}

/** Makes the table of samples: what each is called, by ktyper and by a person, how sure that is, and what to do. */
export function samplesSection({ exported, samples }: ReportSource, words: ReadonlySet<string>) {
  const { model, spectra } = exported;
  const rows = rowsOf(exported, samples);
  if (rows.length === 0) return null;
  const has = (what: 'review' | 'replicates' | 'run' | 'spot') =>
    rows.some((row) => row[what] !== '');
  const isReviewed = has('review');
  return section(
    say('report.samplesTitle'),
    paragraph(printedWords(samples.length, exported.samples.length)),
    table(
      rows,
      [
        { head: say('results.columnSample'), kind: 'name', cell: ({ name }) => name },
        ...(has('run')
          ? [{ head: say('results.columnRun'), cell: (row: ReportRow) => row.run }]
          : []),
        ...(has('spot')
          ? [
              {
                head: say('results.columnSpot'),
                kind: 'word' as const,
                cell: (row: ReportRow) => row.spot,
              },
            ]
          : []),
        {
          head: isReviewed ? say('report.columnMachine') : say('report.columnCall'),
          cell: ({ species, phylogroup }) => taxonText(`${species} ${phylogroup}`.trim(), words),
        },
        {
          head: say('results.columnConfidence'),
          kind: 'nowrap',
          cell: ({ confidence, probability }) =>
            confidence === '' ? say('report.none') : `${confidence} ${probability}`,
        },
        ...(isReviewed
          ? [
              {
                head: say('report.columnPerson'),
                cell: ({ review }: ReportRow) =>
                  review === '' ? say('review.stateOpen') : taxonText(review, words),
              },
            ]
          : []),
        {
          head: say('results.columnStep'),
          kind: 'word',
          cell: ({ step }) => (step === '' ? say('results.stepNothing') : step),
        },
        { head: say('results.columnQuality'), kind: 'word', cell: ({ quality }) => quality },
        ...(has('replicates')
          ? [
              {
                head: say('results.columnReplicates'),
                kind: 'word' as const,
                cell: ({ replicates }: ReportRow) => replicates,
              },
            ]
          : []),
        {
          head: say('results.columnNote'),
          kind: 'long',
          cell: ({ note }) => taxonText(note, words),
        },
      ],
      say('report.samplesTitle'),
    ),
  );

  function rowsOf(job: typeof exported, all: readonly SampleRow[]): readonly ReportRow[] {
    const rated = rateJob(job);
    const reviewed = new ReviewedSamples(job.reviews ?? []);
    const runs = new JobRuns();
    const isOneRun = runs.among(spectra).length < 2;
    const reviewOf = (sample: SampleRow) => reviewText(reviewed.of(sample));
    const faults = (sample: SampleRow) => faultsOf(rated.quality(sample));
    return printedRows(all, model.manifest, faults, reviewOf).map((row, place) => {
      const sample = all[place]!;
      const verdict = rated.quality(sample)?.verdict;
      return {
        ...row,
        sample,
        quality: verdict === undefined ? say('report.none') : verdictWord(verdict),
        replicates: sample.consensus === null ? '' : agreementLine(sample.consensus),
        run: isOneRun ? '' : (runs.of(sample)?.name ?? ''),
      };
    });
  }
}

/** Lists every entry of the review with its time and initials, beside what the machine called the sample. */
export function reviewSection({ exported, samples }: ReportSource, words: ReadonlySet<string>) {
  const { reviews = [] } = exported;
  if (reviews.length === 0) return null;
  const reviewed = new ReviewedSamples(reviews);
  const lines = samples.flatMap((sample) =>
    reviewed.of(sample).entries.map(({ entry, standing }) => ({
      entry,
      machine: inWords(labelOf(sample.call)),
      standing: standingWords(standing),
    })),
  );
  const apart = reviewed.apartFrom(exported.samples).length;
  return section(
    say('report.reviewTitle'),
    paragraph(
      lines.length <= PRINTED_ROWS
        ? null
        : say('report.reviewFirst', { shown: formatCount(PRINTED_ROWS), count: lines.length }),
    ),
    lines.length === 0
      ? null
      : table(
          lines.slice(0, PRINTED_ROWS),
          [
            { head: say('results.columnSample'), kind: 'name', cell: ({ entry }) => entry.sample },
            {
              head: say('report.columnMachine'),
              cell: ({ machine }) => taxonText(machine, words),
            },
            {
              head: say('report.columnEntry'),
              cell: ({ entry, standing }) => entryContent(entry, standing),
            },
            { head: say('report.columnBy'), cell: ({ entry }) => entry.by },
            { head: say('report.columnTime'), cell: ({ entry }) => formatTime(entry.at) },
          ],
          say('report.reviewTitle'),
        ),
    apart === 0 ? null : paragraph(say('review.apart', { count: apart })),
  );

  function entryContent(entry: ReviewEntry, standing: string): Content {
    const said = entryWords(entry, reviews);
    const texts = standing === '' ? said : [...said, standing];
    return texts.map((text) => element('span.line', {}, taxonText(text, words)));
  }
}
