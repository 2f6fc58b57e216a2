import type { SpectrumRow } from '../../core/job/types';
import { watchedPeaks, type WatchList } from '../../core/watch/types';
import { findingsIn, watchedInSample, type WatchFinding } from '../../core/watch/watch-findings';
import type { JsonOutputHead, SampleOutput, SpectrumOutput } from './output-schema';
import type { Cell, ExportedJob } from './types';

type Lists = ExportedJob['watch'];

/** Number of characters of a peak's name that its columns' names contain. */
const MOST_OF_NAME = 40;

/**
 * Names the columns of watched peaks, list by list: `watch_` and the peak's name in lower-case letters,
 * digits and underscores. A name that occurred before gets a number.
 */
export function watchColumnNames(lists: NonNullable<Lists>): readonly string[] {
  let names = namesOf.get(lists);
  if (names === undefined) namesOf.set(lists, (names = nameColumns(lists)));
  return names;
}

/** Cached, since each row needs them. */
const namesOf = new WeakMap<NonNullable<Lists>, readonly string[]>();

function nameColumns(lists: NonNullable<Lists>): readonly string[] {
  const taken = new Set(['watch_recalibrated', 'watch_lists']);
  return watchedPeaks(lists).map(({ name }) => {
    const words = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .slice(0, MOST_OF_NAME)
      .replace(/^_+|_+$/g, '');
    const base = `watch_${words === '' ? 'peak' : words}`;
    let column = base;
    // `_mz` and `_over_noise` are the endings of a peak's other columns.
    for (let n = 2; endings(column).some((one) => taken.has(one)); n++) column = `${base}_${n}`;
    for (const one of endings(column)) taken.add(one);
    return column;
  });
}

function endings(column: string): readonly [string, string, string] {
  return [column, `${column}_mz`, `${column}_over_noise`];
}

/** Lists the columns of a job with watched peaks: three for each peak, then the state and the lists. */
export function watchColumns({ watch }: Pick<ExportedJob, 'watch'>): readonly string[] {
  if (watch === undefined || watch.length === 0) return [];
  return [...watchColumnNames(watch).flatMap(endings), 'watch_recalibrated', 'watch_lists'];
}

/** @param spectra of the sample; none for a spectrum that belongs to no sample, in which nobody looked */
export function watchCells(
  { watch }: Pick<ExportedJob, 'watch'>,
  spectra: readonly SpectrumRow[],
): readonly Cell[] {
  if (watch === undefined || watch.length === 0) return [];
  const watched = watchedInSample(spectra, watchedPeaks(watch));
  const looked = spectra.flatMap((row) => row.watched ?? []);
  const moved = looked.filter(({ line }) => line !== null).length;
  return [
    ...watched.flatMap(({ state, looked: of, found, best }): Cell[] => {
      const seen = best?.finding.found;
      const many = state === 'found' && of > 1 ? ` in ${found} of ${of}` : '';
      return [
        WORDS[state] + many,
        seen === null || seen === undefined
          ? null
          : { number: seen.recalibratedMz ?? seen.mz, decimals: 3 },
        seen?.overNoise ?? null,
      ];
    }),
    looked.length === 0
      ? null
      : looked.length === 1 || moved === 0 || moved === looked.length
        ? moved > 0
          ? 'yes'
          : 'no'
        : `${moved} of ${looked.length}`,
    watch.map(({ title, sha256 }) => `${title} ${sha256}`).join(' | '),
  ];
}

const WORDS = {
  found: 'found',
  'not-found': 'not found',
  'not-looked-for': 'not looked for',
} as const;

/** Makes the JSON of the job's lists; each peak has the name that its columns and its findings use. */
export function watchOutput(lists: Lists): Pick<JsonOutputHead, 'watch'> {
  if (lists === undefined || lists.length === 0) return {};
  const columns = watchColumnNames(lists).values();
  const watch = lists.map(({ title, sha256, peaks }: WatchList) => ({
    title,
    sha256,
    peaks: peaks.map(({ name, mz, charge, mass, tolerancePpm, note }) => ({
      name,
      column: columns.next().value ?? '',
      mz,
      charge,
      mass,
      tolerancePpm,
      note,
    })),
  }));
  return { watch };
}

/** @param keyOf returns what identifies a spectrum, by its index */
export function watchOfSample(
  spectra: readonly SpectrumRow[],
  lists: Lists,
  keyOf: (index: number) => string,
): Pick<SampleOutput, 'watch'> {
  if (lists === undefined || lists.length === 0) return {};
  const columns = watchColumnNames(lists);
  const watch = watchedInSample(spectra, watchedPeaks(lists)).map((one, p) => ({
    column: columns[p]!,
    state: one.state,
    spectraLooked: one.looked,
    spectraFound: one.found,
    spectrum: one.best === null ? null : keyOf(one.best.spectrum),
    ...findingOutput(one.best?.finding ?? null),
  }));
  return { watch };
}

export function watchOfSpectrum(row: SpectrumRow, lists: Lists): Pick<SpectrumOutput, 'watch'> {
  if (lists === undefined || lists.length === 0) return {};
  const columns = watchColumnNames(lists);
  const findings = findingsIn(row, watchedPeaks(lists)) ?? [];
  const watch = columns.map((column, p) => {
    const finding = findings[p] ?? null;
    const looked = finding?.isInRange === true ? finding : null;
    const state = looked === null ? 'not-looked-for' : looked.found ? 'found' : 'not-found';
    return { column, state, ...findingOutput(looked) } as const;
  });
  return { watch };
}

function findingOutput(finding: WatchFinding | null) {
  return {
    expectedHere: finding?.expectedHere ?? null,
    recalibrated: finding?.isRecalibrated ?? null,
    found: finding?.found ?? null,
  };
}
