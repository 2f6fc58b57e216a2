import type { ModelRef } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { safeFileName } from '../../io/exports/safe-file-name';
import { INTENDED_USE } from '../../io/exports/types';
import { countOf, formatCount } from '../format';
import { markOf, nameOf } from '../results/call-words';
import { callKey, countKey, sampleStatus } from '../results/sample-status';
import { openSheet, type PictureFormat } from '../spectrum/paper-sheet';
import type { MeasureText, Scene } from '../spectrum/scene';
import { splitTaxonText } from '../taxon-text';
import { colouringLabels } from './colourings';
import type { Heat } from './heat';
import { entryShapes, heatLegend, type LegendEntry } from './legend-scene';
import { callGlyphs } from './paper-taxa';
import type { PlateMap } from './plate-map';
import { type DrawnLegend, plateScene } from './plate-scene';

/** A plate as a person sees it, with all that a picture of it tells. */
export interface SavedPlate {
  readonly plate: PlateMap;
  /** Whether the job has no other plate. */
  readonly isOnly: boolean;
  /** Null where the spots are coloured by their calls. */
  readonly heat: Heat | null;
  /** The job's name. */
  readonly run: string;
  /** The job's token. */
  readonly token: string;
  readonly manifest: ModelManifest | null;
  readonly model: ModelRef | null;
  readonly appVersion: string;
  /** Names that are set in italics. */
  readonly words: ReadonlySet<string>;
}

/** Makes the picture of a plate. Null where the browser cannot make an image. */
export async function plateFile(saved: SavedPlate, format: PictureFormat): Promise<File | null> {
  const sheet = openSheet();
  if (sheet === null) return null;
  const title = titleOf(saved);
  const colour = colouringLabels[saved.heat?.colouring ?? 'call'].replace(/ \(.*/, '');
  const name = safeFileName(`${title} - ${colour.toLowerCase()}`, 'plate');
  return sheet.file(drawPlate(saved, sheet.measure), format, { name, title: `Plate of ${title}` });
}

/** Draws the picture of a plate. */
export function drawPlate(saved: SavedPlate, measure: MeasureText): Scene {
  const { plate, heat, manifest, model, appVersion, words } = saved;
  const made = model === null ? '' : `, model ${model.id} ${model.version}`;
  const spots = countOf(plate.spots.size, 'spot', 'spots');
  const { rows, columns } = plate.format;
  return plateScene(plate, {
    heat,
    measure,
    legendAt: (top) =>
      heat === null ? callLegend(saved, top, measure) : heatLegend(heat, top, measure),
    callOf: ({ sample }, square) =>
      sample === null
        ? callGlyphs(null, null, square)
        : callGlyphs(markOf(manifest, callKey(sample)), sampleStatus(sample), square),
    captions: {
      title: [{ text: titleOf(saved), italic: false }],
      subtitle: splitTaxonText(
        `${spots} of a plate of ${rows * columns}, coloured by: ${colouringLabels[heat?.colouring ?? 'call'].toLowerCase()}`,
        words,
      ),
      footer: [INTENDED_USE, `ktyper ${appVersion}${made}. Job ${saved.token}`],
    },
  });
}

function titleOf({ run, plate, isOnly }: SavedPlate): string {
  return isOnly || plate.name === run ? run : `${run}, ${plate.name}`;
}

/** Draws the calls of the plate with their numbers, as the page counts them, the most frequent first. */
function callLegend(
  { plate, manifest, words }: SavedPlate,
  top: number,
  measure: MeasureText,
): DrawnLegend {
  const counts = new Map<string, number>();
  for (const { sample } of plate.spots.values()) {
    if (sample === null) continue;
    const key = countKey(sample);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const entries = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([key, count]): LegendEntry => {
      const mark = markOf(manifest, key);
      const status = typeof mark === 'number' ? 'identified' : null;
      return {
        words: splitTaxonText(`${nameOf(manifest, key)}: ${formatCount(count)}`, words),
        sign: (x, y) => callGlyphs(mark, status, { x, y, size: 20 }),
      };
    });
  return entryShapes(entries, top, measure);
}
