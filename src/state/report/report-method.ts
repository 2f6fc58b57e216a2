import {
  CALIBRANT_CURE,
  calibrationSpotsOf,
  isFailedCalibrant,
  tellCalibrant,
} from '../../core/calibrant/judge-calibrant';
import { CONTROL_CURE, isFailed, tellControl } from '../../core/controls/judge-control';
import { ONE_DALTON_BINS } from '../../core/preprocess/bin';
import { settingsText } from '../../io/exports/provenance';
import { modelText } from '../../words/model-text';
import { inWords } from '../../words/in-words';
import { say } from '../../words/say';
import { formatCount } from '../format';
import { element } from '../markup/markup';
import { namesOnly, thresholdWords } from '../models/words';
import { limitsVersion } from '../results/quality-view';
import { bulletList, limited, paragraph, section, taxonText } from './parts';
import type { ReportSource } from './report-source';

/** Most calibration spots that are listed. */
const MOST_SPOTS = 24;

/** Tells what of the run is a control, as far as anything is declared as one. */
export function controlsSection({ exported, controls }: ReportSource, words: ReadonlySet<string>) {
  const left = exported.spectra.filter(({ reason }) => reason?.kind === 'calibration-spot');
  const judged = calibrationSpotsOf(left);
  const spots = left.map(({ spot, name }) => (spot === '' ? name : spot));
  return section(
    say('report.controlsTitle'),
    controls.judged.length === 0
      ? paragraph(say(controls.isAnyDeclared ? 'report.controlsAbsent' : 'report.controlsNone'))
      : bulletList(
          limited(
            controls.judged.map((one) => {
              const told = inWords(tellControl(one));
              return taxonText(isFailed(one) ? `${told} ${inWords(CONTROL_CURE)}` : told, words);
            }),
          ),
        ),
    left.length === 0
      ? null
      : paragraph(
          say('report.calibrants', {
            count: left.length,
            spots:
              spots.length <= MOST_SPOTS
                ? spots.join(', ')
                : say('report.andMore', {
                    values: spots.slice(0, MOST_SPOTS).join(', '),
                    more: formatCount(spots.length - MOST_SPOTS),
                  }),
          }),
        ),
    judged.length === 0
      ? null
      : bulletList(
          limited(
            judged.map((one) => {
              const told = inWords(tellCalibrant(one));
              return isFailedCalibrant(one) ? `${told} ${inWords(CALIBRANT_CURE)}` : told;
            }),
          ),
        ),
  );
}

/** Tells in a paragraph how the calls are made, and with which settings. */
export function methodSection({ exported }: ReportSource, words: ReadonlySet<string>) {
  const { manifest } = exported.model;
  const { job, model, watch } = exported;
  const kind = manifest.kind === 'markers' ? 'report.methodMarkers' : 'report.methodClassifier';
  const { width } = manifest.bins ?? ONE_DALTON_BINS;
  const sentences = [
    say('report.methodSpectra', { width: formatCount(width, Number.isInteger(width) ? 0 : 2) }),
    say(kind, { model: modelText(manifest.title).text }),
    say('report.methodThresholds', { thresholds: thresholdWords(manifest) }),
    namesOnly(manifest) ?? '',
    say('report.methodQuality', { version: limitsVersion }),
  ];
  const settings = settingsText({ job, model, ...(watch === undefined ? {} : { watch }) });
  return section(
    say('report.methodTitle'),
    paragraph(taxonText(sentences.filter((one) => one !== '').join(' '), words)),
    element(
      'p.small',
      {},
      say('report.settings'),
      ' ',
      element('span.fixed', { lang: 'en' }, settings),
    ),
    manifest.citation.length === 0
      ? null
      : [
          paragraph(say('help.citeModel')),
          bulletList(
            manifest.citation.map(({ text, url }) => [
              taxonText(text, words, true),
              ' ',
              url.replace('https://', ''),
            ]),
          ),
        ],
  );
}

function ownText(limit: string, words: ReadonlySet<string>) {
  const { text, lang } = modelText(limit);
  const said = taxonText(text, words, lang !== undefined);
  return lang === undefined ? said : element('span', { lang }, said);
}

/** Tells what a call does not say: of the model, in its own words, and of all. */
export function limitsSection({ exported }: ReportSource, words: ReadonlySet<string>) {
  const { limits } = exported.model.manifest;
  return section(
    say('help.limitsTitle'),
    paragraph(say('report.limits')),
    limits.length === 0 ? null : bulletList(limits.map((limit) => ownText(limit, words))),
  );
}
