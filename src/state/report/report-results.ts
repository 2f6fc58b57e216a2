import {
  calibrantProblem,
  calibrationSpotsOf,
  isFailedCalibrant,
} from '../../core/calibrant/judge-calibrant';
import { controlProblem, isFailed } from '../../core/controls/judge-control';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import type { Problem } from '../../core/problem';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatCount } from '../format';
import { orderCounts, tallyShown } from '../jobs/count-calls';
import { plateMaps } from '../plate/plate-map';
import { drawPlainPlate } from '../plate/save-plate';
import { cautionOf, nameOf } from '../results/call-words';
import { headWords } from '../review/review-words';
import { PAPER } from '../spectrum/paper-style';
import { sceneElement } from '../spectrum/scene-svg';
import { textWidth } from '../spectrum/text-width';
import { element, type MarkupElement } from '../markup/markup';
import { bulletList, limited, paragraph, section, table, taxonText } from './parts';
import type { ReportSource } from './report-source';

/** Most plates that are drawn. */
const MOST_PLATES = 4;
/** Px of the drawing of a plate: its text of 12 px is some 8 pt on A4. */
const PLATE_WIDTH = 820;

/** Counts the samples by what they are called, and tells how good they are and how many were reviewed. */
export function countsSection(source: ReportSource, words: ReadonlySet<string>) {
  const { exported } = source;
  const { samples, model, reviews } = exported;
  const { manifest } = model;
  const counts = orderCounts(tallyShown(samples));
  const reviewed = reviews && headWords(new ReviewedSamples(reviews).count(samples));
  if (samples.length === 0) {
    return section(say('report.countsTitle'), paragraph(say('report.noSample')));
  }
  return section(
    say('report.countsTitle'),
    table(
      counts,
      [
        {
          head: say('report.columnCall'),
          cell: ({ key }) => taxonText(nameOf(manifest, key), words),
        },
        {
          head: say('report.columnSamples'),
          kind: 'number',
          cell: ({ count }) => formatCount(count),
        },
      ],
      say('report.countsTitle'),
    ),
    paragraph(qualityWords(source)),
    paragraph(cautionOf(manifest)),
    paragraph(reviewed ?? say('report.notReviewed')),
  );
}

function qualityWords({ quality }: ReportSource): string {
  const { pass, warn, fail, unrated } = quality.samples;
  const judged = { pass: formatCount(pass), warn, fail: formatCount(fail) };
  return unrated === 0
    ? say('quality.run', judged)
    : say('quality.runUnrated', { ...judged, unrated: formatCount(unrated) });
}

/** Lists what is the matter with the run as a whole, and what it lists without a spectrum. */
export function warningsSection(
  { exported, quality, controls }: ReportSource,
  words: ReadonlySet<string>,
) {
  const { summary } = exported.job;
  const told: readonly Problem[] = [
    ...calibrationSpotsOf(exported.spectra).filter(isFailedCalibrant).map(calibrantProblem),
    ...controls.judged.filter(isFailed).map(controlProblem),
    ...(summary?.problems ?? []),
    ...quality.findings,
  ];
  const missing = (summary?.run?.missing ?? []).map(({ name, spot }) => `${name} ${spot}`.trim());
  return section(
    say('report.warningsTitle'),
    bulletList(
      limited(
        told.map(({ message, cure }) => taxonText(`${inWords(message)} ${inWords(cure)}`, words)),
      ),
    ),
    missing.length === 0
      ? null
      : paragraph(
          say('report.missing', {
            count: missing.length,
            names: limited(missing).join(', '),
          }),
        ),
  );
}

/** Draws the plates with the mark of each spot's call. */
export function platesSection({ exported }: ReportSource, words: ReadonlySet<string>) {
  const { manifest } = exported.model;
  const { plates, unplaced } = plateMaps(exported.spectra, exported.samples);
  const drawn = plates.slice(0, MOST_PLATES).map((plate, number): MarkupElement => {
    const scene = drawPlainPlate(plate, { manifest, words }, textWidth, PLATE_WIDTH);
    const title = say('report.plateOf', { name: plate.name });
    return element(
      'figure',
      {},
      plates.length === 1 ? null : element('figcaption', {}, title),
      sceneElement(scene, PAPER, { title, id: `plate-${number}`, attributes: { role: 'img' } }),
    );
  });
  const left = plates.length - drawn.length;
  return section(
    say('report.plateTitle'),
    drawn,
    left === 0 ? null : paragraph(say('report.morePlates', { count: left })),
    unplaced === 0 || plates.length === 0
      ? null
      : paragraph(say('report.unplaced', { count: unplaced })),
  );
}
