import type { SharedPeak } from '../../core/compare/shared-peaks';
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
  readonly curves: readonly { readonly name: string; readonly sha256: string | null }[];
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
        say('compare.saveBy', { version: saved.appVersion, checksums }),
      ],
    },
  });
  return sheet.file(scene, format, { name, title: say('compare.spectraTitle') });
}

// eslint-disable-next-line house/no-sentences -- A value of a file, which is in English in every language.
const UNIT = 'permille of total ion current per Da';

/** Files are for programs: English, plain numbers, a row a peak and a column a curve. */
export function peaksAsCsv({ curves, peaks, appVersion }: SavedCurves): string {
  const head = ['mz', ...curves.map(({ name }) => name), 'unit', 'app_version', 'use'];
  const rows = peaks.map(({ mz, heights }) => [
    mz.toFixed(4),
    ...heights.map((height) => (height * UNIT_SCALES.share).toFixed(6)),
    UNIT,
    appVersion,
    INTENDED_USE,
  ]);
  return `\ufeff${[head, ...rows].map(csvLine).join('')}`;
}
