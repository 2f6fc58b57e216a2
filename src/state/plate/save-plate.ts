import type { ModelRef } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { safeFileName } from '../../io/exports/safe-file-name';
import { INTENDED_USE } from '../../io/exports/types';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';
import { formatCount } from '../format';
import { markOf, nameOf } from '../results/call-words';
import { callKey, countKey, sampleStatus } from '../results/sample-status';
import { openSheet, type PictureFormat } from '../spectrum/paper-sheet';
import type { MeasureText, Scene } from '../spectrum/scene';
import { splitTaxonText } from '../taxon-text';
import type { Colouring } from './colourings';
import type { Heat } from './heat';
import { entryShapes, heatLegend, type LegendEntry } from './legend-scene';
import { callGlyphs } from './paper-taxa';
import type { PlateMap } from './plate-map';
import { type DrawnLegend, plateScene, type PlateSceneOptions } from './plate-scene';

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

const SUBTITLE_KEYS = {
  call: 'plate.pictureByCall',
  quality: 'plate.pictureByQuality',
  confidence: 'plate.pictureByConfidence',
  shift: 'plate.pictureByShift',
  tilt: 'plate.pictureByTilt',
  intensity: 'plate.pictureByIntensity',
  order: 'plate.pictureByOrder',
} as const satisfies Record<Colouring, MessageKey>;

/* eslint-disable house/no-sentences -- The name of a file is in no language. */
const FILE_WORDS: Readonly<Record<Colouring, string>> = {
  call: 'call',
  quality: 'quality',
  confidence: 'confidence',
  shift: 'calibration shift',
  tilt: 'calibration tilt',
  intensity: 'total intensity',
  order: 'order of measurement',
};
/* eslint-enable house/no-sentences */

/** Makes the picture of a plate. Null where the browser cannot make an image. */
export async function plateFile(saved: SavedPlate, format: PictureFormat): Promise<File | null> {
  const sheet = openSheet();
  if (sheet === null) return null;
  const title = titleOf(saved);
  const name = safeFileName(`${title} - ${FILE_WORDS[saved.heat?.colouring ?? 'call']}`, 'plate');
  return sheet.file(drawPlate(saved, sheet.measure), format, {
    name,
    title: say('plate.pictureTitle', { title }),
  });
}

/** Draws the picture of a plate. */
export function drawPlate(saved: SavedPlate, measure: MeasureText): Scene {
  const { plate, heat, model, appVersion, words } = saved;
  const made = { version: appVersion, token: saved.token };
  const { rows, columns } = plate.format;
  return plateScene(plate, {
    heat,
    measure,
    legendAt: (top) =>
      heat === null ? callLegend(saved, top, measure) : heatLegend(heat, top, measure),
    callOf: callOf(saved),
    captions: {
      title: [{ text: titleOf(saved), italic: false }],
      subtitle: splitTaxonText(
        say(SUBTITLE_KEYS[heat?.colouring ?? 'call'], {
          spots: plate.spots.size,
          size: rows * columns,
        }),
        words,
      ),
      footer: [
        INTENDED_USE,
        model === null
          ? say('plate.pictureMade', made)
          : say('plate.pictureMadeWith', { ...made, model: `${model.id} ${model.version}` }),
      ],
    },
  });
}

/** Draws a plate by its calls for a document that says all else. */
export function drawPlainPlate(
  plate: PlateMap,
  named: Pick<SavedPlate, 'manifest' | 'words'>,
  measure: MeasureText,
  width: number,
): Scene {
  return plateScene(plate, {
    heat: null,
    measure,
    legendAt: (top) => callLegend({ ...named, plate }, top, measure, width),
    callOf: callOf(named),
    captions: null,
    width,
  });
}

function callOf({ manifest }: Pick<SavedPlate, 'manifest'>): PlateSceneOptions['callOf'] {
  return ({ sample }, square) =>
    sample === null
      ? callGlyphs(null, null, square)
      : callGlyphs(markOf(manifest, callKey(sample)), sampleStatus(sample), square);
}

function titleOf({ run, plate, isOnly }: SavedPlate): string {
  return isOnly || plate.name === run ? run : `${run}, ${plate.name}`;
}

/** Draws the calls of the plate with their numbers, as the page counts them, the most frequent first. */
function callLegend(
  { plate, manifest, words }: Pick<SavedPlate, 'plate' | 'manifest' | 'words'>,
  top: number,
  measure: MeasureText,
  width?: number,
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
        words: splitTaxonText(
          say('common.named', { name: nameOf(manifest, key), what: formatCount(count) }),
          words,
        ),
        sign: (x, y) => callGlyphs(mark, status, { x, y, size: 20 }),
      };
    });
  return entryShapes(entries, top, measure, width);
}
