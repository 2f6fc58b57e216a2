import { labelOf } from '../../core/classify/call-label';
import { nextStep } from '../../core/classify/next-step';
import type { SampleRow } from '../../core/job/types';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import { rateJob, type RatedJob } from '../../io/exports/rated-job';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatCount, formatPercent } from '../format';
import { element, type Content, type MarkupElement } from '../markup/markup';
import { confidenceWord, nameOf, shownRunnerUp } from '../results/call-words';
import { faultWords } from '../results/needs';
import { verdictWord } from '../results/quality-view';
import { averagedSentence, replicatesLine } from '../results/replicate-view';
import { reviewText } from '../review/review-words';
import { buildScene } from '../spectrum/build-scene';
import { decidingScene } from '../spectrum/deciding-scene';
import { decidingWindows } from '../spectrum/deciding-windows';
import { PAPER } from '../spectrum/paper-style';
import { plotWatch } from '../spectrum/plot-watch';
import {
  labelledMarkers,
  labelledTaxa,
  markersOfRival,
  samplePlot,
  type SampleReading,
} from '../spectrum/sample-plot';
import { sceneElement } from '../spectrum/scene-svg';
import { traceOf } from '../spectrum/stages';
import { textWidth } from '../spectrum/text-width';
import { watchedPeaks } from '../../core/watch/types';
import { type Fact, factList, paragraph, section, taxonText } from './parts';
import { isSpectrum, type ReportSource, type SampleDetail } from './report-source';
import { faultsOf } from './report-samples';

/** Px of the drawings. */
const WIDTH = 820;
/** Low enough for two samples on a page of Letter, which is the shorter paper. */
const PLOT_HEIGHT = 152;

/** Shows the chosen samples one by one: what was found, why it is called so, and where in the spectrum that is seen. */
export function detailsSection(source: ReportSource, words: ReadonlySet<string>) {
  const { details } = source;
  if (source.exported.samples.length === 0) return null;
  const { samples, meant } = details;
  const { exported } = source;
  const rated = rateJob(exported);
  const reviewed = new ReviewedSamples(exported.reviews ?? []);
  const known: Known = { exported, rated, reviewed, words };
  return section(
    say(details.isChosen ? 'report.detailsChosenTitle' : 'report.detailsTitle'),
    meant === 0
      ? paragraph(say(details.isChosen ? 'report.detailsChosenNone' : 'report.detailsNone'))
      : meant > samples.length
        ? paragraph(
            say('report.detailsFirst', { shown: formatCount(samples.length), count: meant }),
          )
        : null,
    samples.map((detail) => sampleArticle(detail, known)),
  );
}

interface Known {
  readonly exported: ReportSource['exported'];
  readonly rated: RatedJob;
  readonly reviewed: ReviewedSamples;
  readonly words: ReadonlySet<string>;
}

function sampleArticle(detail: SampleDetail, known: Known): MarkupElement {
  const { name, spot } = detail.sample;
  return element(
    'article',
    {},
    element('h3', {}, spot === '' ? name : say('report.sampleAt', { name, spot })),
    factList(factsOf(detail.sample, known)),
    drawings(detail, known),
  );
}

function factsOf(sample: SampleRow, { exported, rated, reviewed, words }: Known): readonly Fact[] {
  const { manifest } = exported.model;
  const { call, consensus, failure } = sample;
  const quality = rated.quality(sample);
  const faults = faultsOf(quality);
  const runnerUp = shownRunnerUp(manifest, sample);
  const review = reviewText(reviewed.of(sample));
  const runnerUpWords = ({ taxon, probability }: NonNullable<typeof runnerUp>) =>
    say('report.runnerUp', { name: nameOf(manifest, taxon), percent: formatPercent(probability) });
  const isNamed = call.probability !== null && call.confidence !== 'none';
  return [
    [say('report.columnMachine'), element('strong', {}, taxonText(inWords(labelOf(call)), words))],
    [
      say('results.columnConfidence'),
      isNamed
        ? [
            say('common.named', {
              name: confidenceWord(call.confidence),
              what: formatPercent(call.probability),
            }),
            runnerUp === null ? null : ['; ', taxonText(runnerUpWords(runnerUp), words)],
          ]
        : null,
    ],
    [
      say('report.why'),
      taxonText(failure === null ? inWords(call.reason) : inWords(failure.message), words),
    ],
    [
      say('results.columnStep'),
      taxonText(inWords(nextStep(sample, quality?.measures ?? []).sentence), words),
    ],
    [say('report.columnPerson'), review === '' ? null : taxonText(review, words)],
    [
      say('results.columnQuality'),
      quality === null
        ? null
        : faults.length === 0
          ? verdictWord(quality.verdict)
          : say('common.named', {
              name: verdictWord(quality.verdict),
              what: faultWords(faults),
            }),
    ],
    [
      say('results.columnReplicates'),
      consensus && `${replicatesLine(consensus)}. ${averagedSentence(consensus)}`,
    ],
  ];
}

function drawings({ sample, evidence, shown }: SampleDetail, { exported, words }: Known): Content {
  if (shown === null) return null;
  if (!isSpectrum(shown)) {
    return element('p.small', {}, say('report.noPlot'), ' ', inWords(shown.message));
  }
  const { manifest } = exported.model;
  const reading: SampleReading = { ...shown, sample, evidence };
  const { index, name, sha256 } = shown.row;
  const taxa = labelledTaxa(reading, 'nearest', manifest);
  const over = {
    markers: labelledMarkers(reading, taxa, manifest),
    rivals: markersOfRival(reading, taxa, manifest),
    watched: plotWatch(shown.row, watchedPeaks(exported.watch ?? [])),
  };
  const { mz } = shown.data;
  const { scene } = buildScene(samplePlot(reading, 'processed', over, null), {
    width: WIDTH,
    height: PLOT_HEIGHT,
    range: { from: mz[0]!, to: mz[mz.length - 1]! },
    magnify: 1,
    detail: 1,
    measure: textWidth,
    captions: null,
  });
  const title = say('spectrum.title', { spectrum: name });
  const deciding = decidingWindows(reading, manifest);
  const windows =
    deciding === null || deciding.windows.length === 0
      ? null
      : decidingScene(deciding, traceOf(shown.data, 'processed'), { width: WIDTH, words });
  const own = taxa?.taxon === null || taxa === null ? null : manifest.taxa[taxa.taxon];
  const rival = taxa?.rival === null || taxa === null ? null : manifest.taxa[taxa.rival];
  const labelled = own?.shortName;
  return [
    element(
      'figure',
      {},
      sceneElement(scene, PAPER, { title, id: `plot-${index}`, attributes: { role: 'img' } }),
      element(
        'figcaption',
        {},
        taxonText(
          labelled === undefined
            ? say('report.plotPlain')
            : over.rivals.length === 0 || !rival
              ? say('report.plotOf', { taxon: labelled })
              : say('report.plotOfTwo', { taxon: labelled, rival: rival.shortName }),
          words,
        ),
        ' ',
        sha256 === null ? null : ['SHA-256 ', element('span.fixed', {}, sha256)],
      ),
    ),
    windows === null
      ? null
      : element(
          'figure',
          {},
          sceneElement(windows, PAPER, {
            title: say('spectrum.decidingTitle'),
            id: `windows-${index}`,
            attributes: { role: 'img' },
          }),
        ),
  ];
}
