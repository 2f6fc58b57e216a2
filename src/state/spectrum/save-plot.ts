import type { ModelRef, SpectrumRow } from '../../core/job/types';
import type { TaxonInfo } from '../../core/model-pack/types';
import { exportPeakList } from '../../io/exports/peak-list';
import { MEDIA_TYPES } from '../../io/exports/file-name';
import { safeFileName } from '../../io/exports/safe-file-name';
import { INTENDED_USE } from '../../io/exports/types';
import { splitTaxonText } from '../taxon-text';
import { buildScene, type Captions } from './build-scene';
import type { ListedPeak } from './listed-peaks';
import type { MzRange } from './mz-range';
import { measureWith, paintScene, type PaintStyle } from './paint-scene';
import type { PlotContent } from './plot-content';
import type { Scene } from './scene';
import { sceneSvg } from './scene-svg';
import { stageHints, stageLabels, type Stage } from './stages';

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
/** Pixels of the image to a pixel of the drawing: 300 to an inch when printed 8 inches wide. */
const IMAGE_DENSITY = 2;

/** Files are for paper, whatever the page's theme: the light one's colours on white. */
const PAPER: PaintStyle = {
  palette: {
    background: '#ffffff',
    text: '#12181c',
    muted: '#53606a',
    rule: '#e9edf0',
    trace: '#12181c',
    found: '#0b61ad',
    missing: '#53606a',
    rival: '#a34700',
    watched: '#8a2469',
    lead: '#9dc0de',
    mark: '#7a5100',
  },
  fontFamily: 'Arial, "Liberation Sans", Helvetica, sans-serif',
};

/** Makes the file of a plot. Null where the browser cannot make an image. */
export async function plotFile(plot: SavedPlot, format: PlotFormat): Promise<File | null> {
  const name = safeFileName([plot.row.name, plot.row.spot].join(' ').trim(), 'spectrum');
  if (format === 'tsv' || format === 'csv') {
    return new File([peakList(plot, format)], `${name} peaks.${format}`, {
      type: MEDIA_TYPES[format],
    });
  }
  const surface = document.createElement('canvas');
  const context = surface.getContext('2d');
  if (context === null) return null;
  const { scene } = buildScene(plot.content, {
    width: WIDTH,
    height: HEIGHT,
    range: plot.range,
    magnify: plot.magnify,
    detail: IMAGE_DENSITY,
    measure: measureWith(context, PAPER.fontFamily),
    captions: captionsOf(plot),
  });
  if (format === 'svg') {
    const svg = sceneSvg(scene, PAPER, `Spectrum of ${plot.row.name}`);
    return new File([svg], `${name}.svg`, { type: 'image/svg+xml' });
  }
  const image = await paintImage(surface, context, scene);
  return image && new File([image], `${name}.png`, { type: 'image/png' });
}

function paintImage(
  surface: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  scene: Scene,
): Promise<Blob | null> {
  surface.width = scene.width * IMAGE_DENSITY;
  surface.height = scene.height * IMAGE_DENSITY;
  paintScene(context, scene, PAPER, IMAGE_DENSITY);
  return new Promise((resolve) => surface.toBlob(resolve, 'image/png'));
}

function captionsOf(plot: SavedPlot): Captions {
  const { row, stage, taxon, rival, model, appVersion, words } = plot;
  const shown = `${stageLabels[stage]} (${stageHints[stage].toLowerCase()})`;
  const markers =
    taxon === null || plot.content.markers.length === 0
      ? ''
      : `; markers of ${taxon.shortName}: filled and bold were found, dashed were not`;
  const rivals =
    rival === null || !plot.content.rivals?.length
      ? ''
      : `; squares: where ${rival.shortName} differs, filled were found`;
  const watched = plot.content.watched?.length
    ? '; diamonds: watched peaks, filled and bold were found'
    : '';
  const made = model === null ? '' : `, model ${model.id} ${model.version}`;
  return {
    title: plot.content.spectrum.title,
    subtitle: splitTaxonText(shown + markers + rivals + watched, words),
    footer: [
      INTENDED_USE,
      `ktyper ${appVersion}${made}. SHA-256 of the spectrum’s file: ${row.sha256 ?? 'unknown'}`,
    ],
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
