import { say, speaker } from '../../words/say';
import { formatCount } from '../format';
import { element, type Content, type MarkupElement } from '../markup/markup';
import { paragraph, section, table } from '../report/parts';
import { cohortChart } from './cohort-chart';
import { type JudgedCohort, LEAST_PLATES, type Mark } from './cohort-limits';
import { type CohortPlate, MOST_DRAWN, MOST_LISTED, MOST_ROWS } from './cohort-source';
import { stampOf } from './cohort-sections';
import { besideLimit, cureOf, measureName } from './measure-words';

/** Most sentences of a plate that are printed, and most characters of each. */
const MOST_SENTENCES = 3;
const MOST_SIGNS = 600;

/** Draws how the plates measured one after the other, and says how to read it. */
export function chartSection(cohort: JudgedCohort): MarkupElement | null {
  const count = cohort.placed.length;
  const chart = cohortChart(cohort);
  if (chart === null) return null;
  const about = [
    cohort.isByTime ? say('cohortReport.chartByTime') : say('cohortReport.chartByTable'),
    count > MOST_DRAWN ? say('cohortReport.chartColumns', { count: formatCount(count) }) : null,
    count < LEAST_PLATES
      ? say('cohortReport.chartFew', { least: LEAST_PLATES })
      : say('cohortReport.chartLines'),
    cohort.failed.length === 0
      ? null
      : say('cohortReport.chartFailed', { count: cohort.failed.length }),
  ];
  return section(
    say('cohortReport.chartTitle'),
    element(
      'figure',
      {},
      chart,
      element('figcaption', {}, about.filter((one) => one !== null).join(' ')),
    ),
  );
}

/** Something about a plate that a person has to look at: that it could not be read, or a value that stands out. */
type Matter = { readonly failed: CohortPlate } | { readonly mark: Mark };

/** Lists the plates that failed or stand out, and what to do with each. */
export function attentionSection({ failed, marks }: JudgedCohort): MarkupElement | null {
  const count = failed.length + marks.length;
  // Neither kind may take all the room of the other.
  const roomOfFailed = Math.max(MOST_LISTED / 2, MOST_LISTED - marks.length);
  const shownFailed = failed.slice(0, roomOfFailed);
  const roomOfMarks = MOST_LISTED - shownFailed.length;
  const shownMarks = marks.length <= roomOfMarks ? marks : farthest(marks, roomOfMarks);
  const matters: readonly Matter[] = [
    ...shownFailed.map((plate) => ({ failed: plate })),
    ...shownMarks.map((mark) => ({ mark })),
  ];
  const title = say('cohortReport.attentionTitle');
  if (matters.length === 0) return section(title, paragraph(say('cohortReport.attentionNone')));
  return section(
    title,
    count <= MOST_LISTED
      ? null
      : paragraph(
          say('cohortReport.attentionFirst', {
            shown: formatCount(matters.length),
            count: formatCount(count),
          }),
        ),
    table(
      matters,
      [
        {
          head: say('cohortReport.columnPlate'),
          kind: 'name',
          cell: (one) => ('failed' in one ? one.failed.name : one.mark.plate.name),
        },
        {
          head: say('cohortReport.columnPlace'),
          kind: 'number',
          cell: (one) => ('failed' in one ? say('report.none') : formatCount(one.mark.place)),
        },
        { head: say('cohortReport.columnWhat'), cell: whatOf },
        {
          head: say('cohortReport.columnCure'),
          cell: (one) => ('failed' in one ? english(one.failed.problems) : cureOf(one.mark)),
        },
      ],
      title,
    ),
  );
}

/** Returns the marks that lie farthest out, those first. */
function farthest(marks: readonly Mark[], most: number): readonly Mark[] {
  const distance = ({ value, limits }: Mark) => Math.abs(value - limits.middle) / limits.sd;
  return [...marks].sort((a, b) => distance(b) - distance(a)).slice(0, most);
}

function whatOf(one: Matter): Content {
  if ('failed' in one) return say('cohortReport.stateFailed');
  const { measure, value, side, limits } = one.mark;
  const isAbove = side === 'above';
  const named = {
    measure: measureName(measure),
    ...besideLimit(measure, value, isAbove ? limits.high : limits.low),
  };
  return isAbove ? say('cohortReport.above', named) : say('cohortReport.below', named);
}

/** Lists the plates, or of very many those of which something is to be said. */
export function platesTable(cohort: JudgedCohort): MarkupElement | null {
  const all: readonly Row[] = [
    ...cohort.placed,
    ...cohort.failed.map((plate) => ({ place: null, plate })),
  ];
  if (all.length === 0)
    return section(say('cohortReport.plates'), paragraph(say('cohortReport.noPlate')));
  const standOut = new Set(cohort.marks.map(({ plate }) => plate));
  const meant =
    all.length <= MOST_ROWS
      ? all
      : all.filter(
          ({ plate }) =>
            standOut.has(plate) || plate.state === 'failed' || plate.findings.length > 0,
        );
  return section(
    say('cohortReport.plates'),
    all.length <= MOST_ROWS
      ? null
      : paragraph(
          say('cohortReport.platesConspicuous', {
            shown: formatCount(Math.min(meant.length, MOST_ROWS)),
            meant: formatCount(meant.length),
            count: formatCount(all.length),
          }),
        ),
    meant.length === 0
      ? null
      : table(meant.slice(0, MOST_ROWS), plateColumns(), say('cohortReport.plates')),
  );
}

interface Row {
  /** Null for one that could not be read. */
  readonly place: number | null;
  readonly plate: CohortPlate;
}

type Columns = Parameters<typeof table<Row>>[1];

function number(head: string, of: (plate: CohortPlate) => number): Columns[number] {
  return { head, kind: 'number', cell: ({ plate }) => formatCount(of(plate)) };
}

function plateColumns(): Columns {
  return [
    {
      head: say('cohortReport.columnPlate'),
      kind: 'name',
      cell: ({ plate }) => [
        plate.name,
        plate.firstAcquired === ''
          ? null
          : element('span.line.small.nowrap', {}, stampOf(plate.firstAcquired)),
      ],
    },
    {
      head: say('cohortReport.columnPlace'),
      kind: 'number',
      cell: ({ place }) => (place === null ? say('report.none') : formatCount(place)),
    },
    {
      head: say('report.status'),
      cell: ({ plate: { state } }) =>
        state === 'failed' ? say('cohortReport.stateFailed') : say('cohortReport.stateDone'),
    },
    number(say('cohortReport.spectra'), ({ spectra }) => spectra),
    number(say('cohortReport.columnNotRead'), ({ notRead }) => notRead),
    number(say('report.samplesTitle'), ({ samples }) => samples),
    number(say('cohortReport.columnSpecies'), ({ species }) => species),
    number(say('cohortReport.columnGroup'), ({ group }) => group),
    number(say('cohortReport.columnNone'), ({ none }) => none),
    {
      head: say('cohortReport.columnQuality'),
      kind: 'number',
      cell: ({ plate: { pass, warn, fail } }) =>
        element('span.nowrap', {}, [pass, warn, fail].map((one) => formatCount(one)).join(' / ')),
    },
    {
      head: say('cohortReport.columnFindings'),
      kind: 'long',
      cell: ({ plate }) => english([...plate.findings, ...plate.problems]),
    },
  ];
}

/** Sets sentences of the table of plates, which is in English in every language. */
function english(sentences: readonly string[]): Content {
  const lang = speaker().language === 'en' ? {} : { lang: 'en' };
  const shown = sentences.slice(0, MOST_SENTENCES).map((one) => {
    const signs = [...one];
    return signs.length <= MOST_SIGNS ? one : `${signs.slice(0, MOST_SIGNS).join('')}…`;
  });
  const more = sentences.length - shown.length;
  return [
    shown.map((one) => element('span.line', lang, one)),
    more <= 0 ? null : element('span.line', {}, say('cohortReport.sentencesMore', { count: more })),
  ];
}
