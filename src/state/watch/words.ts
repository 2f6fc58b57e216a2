import type { WatchedPeak } from '../../core/watch/types';
import type { WatchedInSample, WatchState } from '../../core/watch/watch-findings';
import { countOf } from '../format';

export const watchStates: readonly WatchState[] = ['found', 'not-found', 'not-looked-for'];

export const watchStateWords: Readonly<Record<WatchState, string>> = {
  found: 'found',
  'not-found': 'not found',
  'not-looked-for': 'not looked for',
};

/** Writes an m/z with one decimal, as people read it off a spectrum. */
export function formatMz(mz: number): string {
  return mz.toFixed(1);
}

/**
 * Writes a sample's watched peaks in one line: the name and m/z of a single peak, or the number of those
 * found. Empty without peaks.
 */
export function watchLine(watched: readonly WatchedInSample[]): string {
  const [only] = watched;
  if (only === undefined) return '';
  if (watched.length === 1) return `${only.peak.name}: ${stateWords(only)}`;
  const looked = watched.filter(({ state }) => state !== 'not-looked-for');
  if (looked.length === 0) return watchStateWords['not-looked-for'];
  const found = looked.filter(({ state }) => state === 'found');
  return `${found.length} of ${looked.length} found`;
}

/** Writes `found at 11109.6`, and for several spectra in how many. */
function stateWords({ state, looked, found, best }: WatchedInSample): string {
  if (state !== 'found') return watchStateWords[state];
  const seen = best?.finding.found ?? null;
  const at = seen === null ? '' : ` at ${formatMz(seen.recalibratedMz ?? seen.mz)}`;
  return looked > 1 ? `found in ${found} of ${looked}${at}` : `found${at}`;
}

/** Writes all peaks in words, one in each line, for hints and screen readers. */
export function watchLines(watched: readonly WatchedInSample[]): string {
  return watched.map((one) => `${one.peak.name}: ${stateWords(one)}`).join('\n');
}

/** Writes `3 peaks`. */
export function peaksWords(peaks: readonly WatchedPeak[]): string {
  return countOf(peaks.length, 'peak', 'peaks');
}

/** A template of a table. Its second line gives the same place as a mass. */
export function watchTemplate(): File {
  const lines = [
    'name,mz,mass,charge,tolerance_ppm,note',
    'blaKPC plasmid p019,11109,,1,500,"a protein of the plasmid, not the enzyme"',
    'the same with two protons,,11109,2,500,',
  ];
  return new File([`${lines.join('\n')}\n`], 'peaks-to-watch.csv', { type: 'text/csv' });
}

/** Returns the file of a list, as it was added. */
export function watchFile(list: {
  readonly madeOf: string;
  readonly table: Uint8Array<ArrayBuffer>;
}): File {
  const name = list.madeOf.replace(/^.*[\\/]/, '') || 'peaks-to-watch.csv';
  return new File([list.table], name, { type: 'text/csv' });
}
