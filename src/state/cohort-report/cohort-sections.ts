import { shownLabel } from '../../core/classify/call-label';
import { inWords, listInWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatCount, formatStamp, formatStampShort } from '../format';
import { element, type Content, type MarkupElement } from '../markup/markup';
import { type Fact, factList, paragraph, section, table, taxonText } from '../report/parts';
import { fixed, versionWords } from '../report/report-facts';
import { italicWords } from '../taxon-text';
import type { JudgedCohort } from './cohort-limits';
import { type CallCount, type CohortSource, MOST_CALLS } from './cohort-source';
import { shareWords } from './measure-words';

/** Most instruments that are named. */
const MOST_VALUES = 6;

/** Tells what was measured and counts what became of it. */
export function cohortFacts({ plates }: CohortSource, cohort: JudgedCohort): MarkupElement | null {
  const sum = (of: (plate: (typeof plates)[number]) => number) =>
    formatCount(plates.reduce((all, plate) => all + of(plate), 0));
  const counted = (done: string, more: string) => say('cohortReport.ofThem', { count: done, more });
  const facts: readonly Fact[] = [
    [
      say('cohortReport.plates'),
      counted(
        formatCount(plates.length),
        say('cohortReport.plateCounts', {
          done: formatCount(cohort.placed.length),
          failed: formatCount(cohort.failed.length),
        }),
      ),
    ],
    [
      say('cohortReport.spectra'),
      counted(
        sum(({ spectra }) => spectra),
        say('cohortReport.spectraCounts', {
          notRead: sum(({ notRead }) => notRead),
          leftOut: sum(({ leftOut }) => leftOut),
        }),
      ),
    ],
    [
      say('report.samplesTitle'),
      counted(
        sum(({ samples }) => samples),
        say('cohortReport.callCounts', {
          species: sum(({ species }) => species),
          group: sum(({ group }) => group),
          none: sum(({ none }) => none),
        }),
      ),
    ],
    [
      say('results.columnQuality'),
      say('cohortReport.qualityCounts', {
        pass: sum(({ pass }) => pass),
        warn: sum(({ warn }) => warn),
        fail: sum(({ fail }) => fail),
        unrated: sum(({ unrated }) => unrated),
      }),
    ],
    [say('results.recordAcquired'), acquiredWords(cohort)],
    [
      say('results.recordInstrument'),
      named([...new Set(plates.flatMap(({ instruments }) => instruments))]),
    ],
  ];
  return section(say('cohortReport.countsTitle'), factList(facts));
}

/** Tells by what the cohort was computed, and what wrote this. */
export function computedFacts({ computed, app, ledgerSha256 }: CohortSource): MarkupElement | null {
  const { model, guard, group, watch } = computed;
  const facts: readonly Fact[] = [
    [say('results.recordComputedBy'), versionWords(computed.app.version, computed.app.commit)],
    [say('report.writtenBy'), versionWords(app.version, app.commit)],
    [say('results.recordModel'), `${model.id} ${model.version}`],
    [say('report.modelChecksum'), fixed(model.sha256)],
    [
      say('report.guard'),
      guard === null ? say('cohortReport.guardNone') : `${guard.id} ${guard.version}`,
    ],
    [
      say('cohortReport.grouping'),
      group === null ? say('cohortReport.bySheets') : fixed(`--group ${group}`),
    ],
    [say('cohortReport.watched'), watch === 0 ? null : formatCount(watch)],
    [say('cohortReport.ledgerChecksum'), fixed(ledgerSha256)],
  ];
  return section(
    say('cohortReport.computedTitle'),
    factList(facts),
    element('p.small', {}, say('cohortReport.ledgerAbout')),
  );
}

/** Counts the samples of all plates by what they are called. */
export function callsSection({ calls, plates }: CohortSource): MarkupElement | null {
  const samples = plates.reduce((sum, plate) => sum + plate.samples, 0);
  if (samples === 0) {
    return section(say('report.countsTitle'), paragraph(say('cohortReport.noSample')));
  }
  const ordered = [...calls].sort(byRank);
  const shown = ordered.slice(0, MOST_CALLS);
  const rest = ordered.slice(MOST_CALLS);
  const words = wordsOf(calls);
  return section(
    say('report.countsTitle'),
    table(
      shown,
      [
        {
          head: say('report.columnCall'),
          cell: ({ label }) => taxonText(inWords(shownLabel(label)), words),
        },
        {
          head: say('report.columnSamples'),
          kind: 'number',
          cell: ({ count }) => formatCount(count),
        },
        {
          head: say('cohortReport.columnShare'),
          kind: 'number',
          cell: ({ count }) => element('span.nowrap', {}, shareWords(count / samples)),
        },
      ],
      say('report.countsTitle'),
    ),
    rest.length === 0
      ? null
      : paragraph(
          say('cohortReport.callsMore', {
            calls: rest.length,
            samples: formatCount(rest.reduce((sum, { count }) => sum + count, 0)),
          }),
        ),
  );
}

/** What names something comes first, the most frequent before the others. */
function byRank(a: CallCount, b: CallCount): number {
  return (
    Number(a.kind === 'none') - Number(b.kind === 'none') ||
    b.count - a.count ||
    (a.label < b.label ? -1 : 1)
  );
}

/** The names of taxa are the calls' own: the model may lie on another computer. */
function wordsOf(calls: readonly CallCount[]): ReadonlySet<string> {
  const named = calls.flatMap(({ kind, label }) => {
    const genus = /^No (\p{Lu}\p{Ll}+) pattern$/u.exec(label)?.[1];
    // Of a group that is open: `K. pneumoniae complex, species not resolved`.
    return kind === 'none' ? (genus ?? []) : (label.split(',')[0] ?? label);
  });
  return italicWords({
    taxa: named.map((name) => ({ name, shortName: name })) as never,
    groups: [],
  });
}

function acquiredWords({ placed, isByTime }: JudgedCohort): string | null {
  const stamps = placed.flatMap(({ plate: { firstAcquired, lastAcquired } }) => [
    ...(firstAcquired === '' ? [] : [firstAcquired]),
    ...(lastAcquired === '' ? [] : [lastAcquired]),
  ]);
  const sorted = stamps
    .filter((stamp) => !Number.isNaN(Date.parse(stamp)))
    .sort((a, b) => Date.parse(a) - Date.parse(b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (first === last && isByTime) return formatStamp(first);
  return say('report.fromTo', { from: formatStamp(first), to: formatStamp(last) });
}

/** Writes when a plate was measured; null where its files do not say. */
export function stampOf(stamp: string): Content {
  return stamp === '' ? null : formatStampShort(stamp);
}

function named(values: readonly string[]): string | null {
  if (values.length === 0) return null;
  if (values.length <= MOST_VALUES) return listInWords(values);
  return say('report.andMore', {
    values: values.slice(0, MOST_VALUES).join(', '),
    more: formatCount(values.length - MOST_VALUES),
  });
}
