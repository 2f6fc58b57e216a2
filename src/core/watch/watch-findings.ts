import type { SpectrumRow } from '../job/types';
import { expectedHere, massErrorAt } from '../marker-model/mass-line';
import { watchWindow } from './find-watched';
import type { WatchedPeak } from './types';

/** One watched peak in one spectrum that was searched. */
export interface WatchFinding {
  /** m/z at which it was looked for: the table's, moved by the spectrum's mass error where that is known. */
  readonly expectedHere: number;
  readonly isRecalibrated: boolean;
  /** False where the spectrum's range does not include it. */
  readonly isInRange: boolean;
  readonly found: {
    /** m/z as measured. */
    readonly mz: number;
    /** Moved back by the spectrum's mass error; null where that is unknown. */
    readonly recalibratedMz: number | null;
    /** The remaining mass error, relative to `expectedHere`. */
    readonly errorPpm: number;
    readonly overNoise: number;
  } | null;
}

export type WatchState = 'found' | 'not-found' | 'not-looked-for';

/** One watched peak in a sample: the number of its spectra that have it, and the one where it is highest. */
export interface WatchedInSample {
  readonly peak: WatchedPeak;
  /** Number of spectra in which it was looked for. */
  readonly looked: number;
  readonly found: number;
  readonly state: WatchState;
  /**
   * The finding in the spectrum where it is highest over the noise, else in the first; null: not looked for.
   */
  readonly best: { readonly spectrum: number; readonly finding: WatchFinding } | null;
}

type Row = Pick<SpectrumRow, 'index' | 'measures' | 'watched'>;

/**
 * Lists the findings for a job's watched peaks in one spectrum, in their order.
 *
 * @returns null where it was not searched: it was empty, unreadable, left out, or of an older version
 */
export function findingsIn(
  { measures, watched }: Row,
  peaks: readonly WatchedPeak[],
): readonly WatchFinding[] | null {
  if (watched === undefined) return null;
  const { line } = watched;
  const byPeak = new Map(watched.found.map((found) => [found.peak, found]));
  return peaks.map((peak, p): WatchFinding => {
    const here = line === null ? peak.mz : expectedHere(peak.mz, line);
    const window = watchWindow(peak, line);
    const isInRange =
      measures === null || (window.from >= measures.mzFirst && window.to <= measures.mzLast);
    const found = byPeak.get(p);
    return {
      expectedHere: here,
      isRecalibrated: line !== null,
      isInRange: isInRange || found !== undefined,
      found:
        found === undefined
          ? null
          : {
              mz: found.mz,
              recalibratedMz:
                line === null ? null : found.mz / (1 + massErrorAt(peak.mz, line) * 1e-6),
              errorPpm: (found.mz / here - 1) * 1e6,
              overNoise: found.overNoise,
            },
    };
  });
}

/**
 * Lists the findings in a sample. A peak is found in it when it is found in any of its spectra, and the
 * number of these spectra is reported with it: nothing is averaged and nothing hidden.
 *
 * @param rows of the sample's spectra
 */
export function watchedInSample(
  rows: readonly Row[],
  peaks: readonly WatchedPeak[],
): readonly WatchedInSample[] {
  const spectra = rows.map((row) => ({ spectrum: row.index, findings: findingsIn(row, peaks) }));
  return peaks.map((peak, p): WatchedInSample => {
    const looked = spectra.flatMap(({ spectrum, findings }) => {
      const finding = findings?.[p];
      return finding?.isInRange === true ? [{ spectrum, finding }] : [];
    });
    const found = looked.filter(({ finding }) => finding.found !== null);
    const best = found.reduce<(typeof found)[number] | undefined>(
      (highest, one) =>
        highest !== undefined && heightOf(highest.finding) >= heightOf(one.finding) ? highest : one,
      undefined,
    );
    return {
      peak,
      looked: looked.length,
      found: found.length,
      state: looked.length === 0 ? 'not-looked-for' : found.length > 0 ? 'found' : 'not-found',
      best: best ?? looked[0] ?? null,
    };
  });
}

function heightOf({ found }: WatchFinding): number {
  return found?.overNoise ?? 0;
}
