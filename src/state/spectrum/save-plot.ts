import type { ModelRef, SpectrumRow } from '../../core/job/types';
import type { TaxonInfo } from '../../core/model-pack/types';
import { exportPeakList } from '../../io/exports/peak-list';
import { MEDIA_TYPES } from '../../io/exports/file-name';
import { safeFileName } from '../../io/exports/safe-file-name';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { splitTaxonText } from '../taxon-text';
import { buildScene, type Captions } from './build-scene';
import type { ListedPeak } from './listed-peaks';
import type { MzRange } from './mz-range';
import type { PlotContent } from './plot-content';
import { IMAGE_DENSITY, openSheet } from './paper-sheet';
import type { Stage } from './stages';

/** A plot as a person sees it, and what it is of: all that a file of it tells. */
export interface SavedPlot {
  readonly row: SpectrumRow;
  readonly stage: Stage;
  readonly content: PlotContent;
  readonly peaks: readonly ListedPeak[];
  readonly range: MzRange;
  readonly magnify: number;
  /** Whose markers are labelled. */
  readonly taxon: TaxonInfo | null;
  /** What it is compared with. */
  readonly rival: TaxonInfo | null;
  readonly model: ModelRef | null;
  readonly appVersion: string;
  /** Names that are set in italics. */
  readonly words: ReadonlySet<string>;
}

export type PlotFormat = 'png' | 'svg' | 'tsv' | 'csv';

/** Px of a drawing: small enough for its text of 12 px to be read across a page. */
const WIDTH = 1200;
const HEIGHT = 640;

/** Makes the file of a plot. Null where the browser cannot make an image. */
export async function plotFile(plot: SavedPlot, format: PlotFormat): Promise<File | null> {
  const name = safeFileName([plot.row.name, plot.row.spot].join(' ').trim(), 'spectrum');
  if (format === 'tsv' || format === 'csv') {
    return new File([peakList(plot, format)], `${name} peaks.${format}`, {
      type: MEDIA_TYPES[format],
    });
  }
  const sheet = openSheet();
  if (sheet === null) return null;
  const { scene } = buildScene(plot.content, {
    width: WIDTH,
    height: HEIGHT,
    range: plot.range,
    magnify: plot.magnify,
    detail: IMAGE_DENSITY,
    measure: sheet.measure,
    captions: captionsOf(plot),
  });
  return sheet.file(scene, format, {
    name,
    title: say('spectrum.title', { spectrum: plot.row.name }),
  });
}

const STAGES = {
  raw: 'spectrum.savedRaw',
  processed: 'spectrum.savedProcessed',
  binned: 'spectrum.savedBinned',
} as const satisfies Record<Stage, MessageKey>;

/** A picture is for people, as the page is, so its words are those of the page. */
function captionsOf(plot: SavedPlot): Captions {
  const { row, stage, content, taxon, rival, model, appVersion: version, words } = plot;
  const legend = [say(STAGES[stage])];
  if (taxon !== null && content.markers.length > 0) {
    legend.push(say('spectrum.savedMarkers', { taxon: taxon.shortName }));
  }
  if (rival !== null && content.rivals?.length) {
    legend.push(say('spectrum.savedRivals', { taxon: rival.shortName }));
  }
  if (content.watched?.length) legend.push(say('spectrum.savedWatched'));
  const made =
    model === null
      ? say('spectrum.savedBy', { version })
      : say('spectrum.savedByModel', { version, model: `${model.id} ${model.version}` });
  const checksum =
    row.sha256 === null
      ? say('spectrum.savedNoChecksum')
      : say('spectrum.savedChecksum', { sha256: row.sha256 });
  return {
    title: content.spectrum.title,
    subtitle: splitTaxonText(legend.join('; '), words),
    footer: [say('common.researchUse'), `${made} ${checksum}`],
  };
}

function peakList(
  { row, peaks, taxon, model, appVersion }: SavedPlot,
  format: 'tsv' | 'csv',
): string {
  const list = peaks.map(({ marker, ...peak }) => ({
    ...peak,
    marker: marker?.found
      ? {
          locus: marker.locus,
          charge: marker.charge,
          expectedHere: marker.expectedHere,
          foundMz: marker.found.mz,
          errorPpm: marker.found.errorPpm,
        }
      : null,
  }));
  const { name, spot, uid } = row;
  const spectrum = { name, spot, uid, sha256: row.sha256 ?? '' };
  return exportPeakList(
    { peaks: list, spectrum, taxon: taxon?.name ?? null, model, appVersion },
    format,
  );
}
