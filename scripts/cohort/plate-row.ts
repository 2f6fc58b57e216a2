import { tsvLine } from '../../src/io/exports/tsv';
import type { CohortPlate } from '../../src/state/cohort-report/cohort-source';
import { UsageError } from '../headless/command-line';
import type { LedgerEntry } from './ledger';

/** The columns of the table of plates that a report reads. */
const WANTED = [
  ...['plate', 'state', 'problems', 'spectra', 'spectra_not_read', 'spectra_left_out', 'samples'],
  ...['identified_species', 'identified_group', 'not_identified'],
  ...['quality_pass', 'quality_warn', 'quality_fail', 'quality_unrated'],
  ...['median_shift_ppm', 'median_tilt_ppm_per_kda', 'median_peaks'],
  ...['median_marker_signal_to_noise', 'median_resolution'],
  ...['findings', 'instruments', 'first_acquired', 'last_acquired'],
];

/** Returns where each column stands. @throws UsageError where one is missing */
export function columnsOf(line: string, where: string): ReadonlyMap<string, number> {
  const columns = new Map(line.split('\t').map((name, i) => [name, i]));
  for (const name of WANTED) {
    if (!columns.has(name)) throw new UsageError(`${where} has no column ${name}.`);
  }
  return columns;
}

/**
 * Reads a row of the table of plates.
 *
 * @throws UsageError where it is not what the ledger says of the plate
 */
export function readPlateRow(
  line: string,
  columns: ReadonlyMap<string, number>,
  entry: LedgerEntry,
  where: string,
): CohortPlate {
  const cells = line.split('\t');
  const cell = (name: string) => cells[columns.get(name)!] ?? '';
  const number = (name: string) => {
    const value = cell(name) === '' ? null : Number(cell(name));
    return value === null || Number.isFinite(value) ? value : refuse(entry, where);
  };
  const count = (name: string) => number(name) ?? refuse(entry, where);
  const sentences = (name: string) =>
    cell(name)
      .split(' | ')
      .filter((one) => one !== '');
  const [samples, none] = [count('samples'), count('not_identified')];
  const isSame =
    cell('plate') === tsvLine([entry.plate, null]).trimEnd() &&
    cell('state') === entry.state &&
    count('spectra') === entry.spectra &&
    samples === entry.samples;
  if (!isSame) return refuse(entry, where);
  return {
    name: entry.plate,
    state: entry.state,
    spectra: entry.spectra,
    notRead: count('spectra_not_read'),
    leftOut: count('spectra_left_out'),
    samples,
    species: count('identified_species'),
    group: count('identified_group'),
    none,
    pass: count('quality_pass'),
    warn: count('quality_warn'),
    fail: count('quality_fail'),
    unrated: count('quality_unrated'),
    measures: {
      shift: number('median_shift_ppm'),
      tilt: number('median_tilt_ppm_per_kda'),
      peaks: number('median_peaks'),
      markerSignal: number('median_marker_signal_to_noise'),
      resolution: number('median_resolution'),
      notIdentified: samples === 0 ? null : none / samples,
    },
    problems: sentences('problems'),
    findings: sentences('findings'),
    instruments: sentences('instruments'),
    firstAcquired: cell('first_acquired'),
    lastAcquired: cell('last_acquired'),
  };
}

function refuse({ plate }: LedgerEntry, where: string): never {
  throw new UsageError(
    `${where} says of ${plate} other than the ledger. Run the cohort again in another folder.`,
  );
}

/** @throws UsageError where the table of results has other rows of a plate than the ledger says */
export function checkCounts(
  entry: LedgerEntry,
  found: Pick<LedgerEntry, 'rows' | 'samples'>,
  where: string,
): void {
  if (found.rows === entry.rows && found.samples === entry.samples) return;
  throw new UsageError(
    `${where} has ${found.rows} rows and ${found.samples} samples of ${entry.plate}, and the ledger ` +
      `${entry.rows} and ${entry.samples}. Run the cohort again in another folder.`,
  );
}
