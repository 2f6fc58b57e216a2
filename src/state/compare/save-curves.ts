import type { SharedPeak } from '../../core/compare/shared-peaks';
import type { MassLine } from '../../core/similarity/peak-list';
import { csvLine } from '../../io/exports/csv';
import { INTENDED_USE } from '../../io/exports/types';
import { MEDIA_TYPES } from '../../io/exports/file-name';
import { safeFileName } from '../../io/exports/safe-file-name';
import { say } from '../../words/say';
import { UNIT_SCALES } from '../spectrum/plot-content';
import type { MzRange } from '../spectrum/mz-range';
import { IMAGE_DENSITY, openSheet } from '../spectrum/paper-sheet';
import { splitTaxonText } from '../taxon-text';
import { buildCurves, type CurveContent } from './curve-scene';

/** Several spectra as a person sees them, and what they are: all that a file of them tells. */
export interface SavedCurves {
  /** The job's name. */
  readonly run: string;
  readonly content: CurveContent;
  readonly curves: readonly {
    readonly name: string;
    readonly sha256: string | null;
    /** What was taken off its masses; null where it could not be aligned, undefined where it was not to be. */
    readonly line: MassLine | null | undefined;
  }[];
  /** Name of the curve that the others are aligned on; null where none is. */
  readonly alignedOn: string | null;
  readonly peaks: readonly SharedPeak[];
  readonly range: MzRange;
  readonly magnify: number;
  readonly appVersion: string;
  readonly words: ReadonlySet<string>;
}

export type CurvesFormat = 'png' | 'svg' | 'csv';

/** Makes the file of a comparison. Null where the browser cannot make an image. */
export async function curvesFile(saved: SavedCurves, format: CurvesFormat): Promise<File | null> {
  const name = safeFileName(`${saved.run} spectra`, 'spectra');
  if (format === 'csv') {
    return new File([peaksAsCsv(saved)], `${name} peaks.csv`, { type: MEDIA_TYPES.csv });
  }
  const sheet = openSheet();
  if (sheet === null) return null;
  const checksums = saved.curves.flatMap(({ sha256 }) => sha256?.slice(0, 12) ?? []).join(', ');
  const { scene } = buildCurves(saved.content, {
    width: 1200,
    height: 720,
    range: saved.range,
    magnify: saved.magnify,
    detail: IMAGE_DENSITY,
    measure: sheet.measure,
    captions: {
      title: [{ text: saved.run, italic: false }],
      subtitle: splitTaxonText(say('compare.spectraTitle'), saved.words),
      footer: [
        say('common.researchUse'),
        saved.alignedOn === null
          ? say('compare.alignOff')
          : say('compare.saveAligned', { curve: saved.alignedOn }),
        say('compare.saveBy', { version: saved.appVersion, checksums }),
      ],
    },
  });
  return sheet.file(scene, format, { name, title: say('compare.spectraTitle') });
}

// eslint-disable-next-line house/no-sentences -- A value of a file, which is in English in every language.
const UNIT = 'permille of total ion current per Da';

/** Files are for programs: English, plain numbers, a row a peak and a column a curve. */
export function peaksAsCsv({ curves, peaks, alignedOn, appVersion }: SavedCurves): string {
  const names = curves.map(({ name }) => name);
  const head = ['mz', ...names, 'unit', 'aligned_on', 'lines_taken_off', 'app_version', 'use'];
  const lines = curves.map(({ name, line }) => `${name}: ${line ? lineText(line) : 'none'}`);
  const rows = peaks.map(({ mz, heights }) => [
    mz.toFixed(4),
    ...heights.map((height) => (height * UNIT_SCALES.share).toFixed(6)),
    UNIT,
    alignedOn ?? '',
    alignedOn === null ? '' : lines.join('; '),
    appVersion,
    INTENDED_USE,
  ]);
  return `\ufeff${[head, ...rows].map(csvLine).join('')}`;
}

/** Writes a line for programs: ppm at m/z 6,500, and ppm for each 1,000 m/z above. */
function lineText({ shift, tilt }: MassLine): string {
  // eslint-disable-next-line house/no-sentences -- A value of a file, which is in English in every language.
  return `${shift.toFixed(1)} ppm, tilt ${tilt.toFixed(2)}`;
}
