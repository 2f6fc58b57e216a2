import { formatFixed } from '../format';
import type { WatchedInSample, WatchState } from '../../core/watch/watch-findings';
import type { MessageKey } from '../../words/key-types';
import { say } from '../../words/say';

export const watchStates: readonly WatchState[] = ['found', 'not-found', 'not-looked-for'];

/** The states in words. */
export const WATCH_STATE_KEYS = {
  found: 'watch.stateFound',
  'not-found': 'watch.stateNotFound',
  'not-looked-for': 'watch.stateNotLookedFor',
} as const satisfies Record<WatchState, MessageKey>;

/** Writes an m/z with one decimal, as people read it off a spectrum. */
export function formatWatchedMz(mz: number): string {
  return formatFixed(mz, 1);
}

/**
 * Writes a sample's watched peaks in one line: the name and m/z of a single peak, or the number of those
 * found. Empty without peaks.
 */
export function watchLine(watched: readonly WatchedInSample[]): string {
  const [only] = watched;
  if (only === undefined) return '';
  if (watched.length === 1) return peakLine(only);
  const looked = watched.filter(({ state }) => state !== 'not-looked-for');
  if (looked.length === 0) return say('watch.stateNotLookedFor');
  const found = looked.filter(({ state }) => state === 'found');
  return say('watch.lineCount', { found: found.length, looked: looked.length });
}

/** Writes `p019: found at 11109.6`, and for several spectra in how many. */
function peakLine({ peak: { name }, state, looked, found, best }: WatchedInSample): string {
  if (state === 'not-looked-for') return say('watch.lineNotLookedFor', { name });
  const seen = best?.finding.found ?? null;
  if (seen === null) return say('watch.lineNotFound', { name });
  const mz = formatWatchedMz(seen.recalibratedMz ?? seen.mz);
  return looked > 1
    ? say('watch.lineFoundIn', { name, found, looked, mz })
    : say('watch.lineFound', { name, mz });
}

/** Writes all peaks in words, one in each line, for hints and screen readers. */
export function watchLines(watched: readonly WatchedInSample[]): string {
  return watched.map(peakLine).join('\n');
}

// eslint-disable-next-line house/no-sentences -- A file is in no language.
const WATCH_TABLE = `name,mz,mass,charge,tolerance_ppm,note
blaKPC plasmid p019,11109,,1,500,"a protein of the plasmid, not the enzyme"
the same with two protons,,11109,2,500,
`;

/** A template of a table. Its second line gives the same place as a mass. */
export function watchTemplate(): File {
  return new File([WATCH_TABLE], 'peaks-to-watch.csv', { type: 'text/csv' });
}

/** Returns the file of a list, as it was added. */
export function watchFile(list: {
  readonly madeOf: string;
  readonly table: Uint8Array<ArrayBuffer>;
}): File {
  const name = list.madeOf.replace(/^.*[\\/]/, '') || 'peaks-to-watch.csv';
  return new File([list.table], name, { type: 'text/csv' });
}
