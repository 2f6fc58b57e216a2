import { ionMz } from '../marker-model/expected-ions';
import type { DelimitedRow } from '../sample-sheet/parse-delimited';
import type { WatchedPeak } from './types';
import type { WatchColumn } from './watch-columns';

/** A peak elsewhere is not in the bins, or where these spectra carry little. */
const WATCH_MZ = { from: 2_000, to: 20_000 } as const;
/** A narrower window misses what a recalibrated spectrum is still off by; a wider one is no place. */
const WATCH_TOLERANCE_PPM = { from: 50, to: 3_000, usual: 500 } as const;
const MOST_NAME = 80;
const MOST_NOTE = 300;
/** Most characters of a cell that are quoted in a sentence. */
const QUOTED = 40;

/**
 * Control characters, format characters, lone surrogates and unassigned code points, none of which can be
 * printed.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** What is wrong with a line, as the rest of a sentence that begins with its number, and the cure. */
export interface RowFault {
  readonly message: string;
  readonly cure: string;
}

export type ColumnPlaces = ReadonlyMap<WatchColumn, number>;

/** Reads one line of the table. Blanks at the ends of a cell do not count. */
export function readWatchRow(row: DelimitedRow, columns: ColumnPlaces): WatchedPeak | RowFault {
  const cell = (name: WatchColumn): string => row.fields[columns.get(name) ?? -1]?.trim() ?? '';
  const name = cell('name').normalize('NFC');
  const fault = faultOfName(name);
  if (fault !== null) return fault;
  const charge = readCharge(cell('charge'));
  if (typeof charge === 'object') return charge;
  const place = readPlace(cell('mz'), cell('mass'), charge);
  if ('message' in place) return place;
  const tolerance = readTolerance(cell('tolerance_ppm'), cell('tolerance_da'), place.mz);
  if (typeof tolerance === 'object') return tolerance;
  const note = cell('note').replace(/\s+/gu, ' ');
  if (note.length > MOST_NOTE || UNPRINTABLE.test(note)) {
    return {
      message: `the note has more than ${MOST_NOTE} characters, or one that cannot be printed.`,
      cure: 'Shorten the note, or type it anew without control characters.',
    };
  }
  return { name, ...place, charge, tolerancePpm: tolerance, note };
}

/** Makes the key of a name: names that a person cannot distinguish have the same. */
export function watchNameKey(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase();
}

function faultOfName(name: string): RowFault | null {
  if (name === '') {
    return { message: 'the name is missing.', cure: 'Give each peak a name of its own.' };
  }
  if (UNPRINTABLE.test(name)) {
    return {
      message: 'the name has a line break or another character that cannot be printed.',
      cure: 'Type the name anew, in letters, digits and signs; check that no quotation mark is missing.',
    };
  }
  if (name.length > MOST_NAME) {
    return {
      message: `the name has more than ${MOST_NAME} characters.`,
      cure: 'Give a shorter name, and put the rest into the column note.',
    };
  }
  return null;
}

function readCharge(text: string): 1 | 2 | RowFault {
  if (text === '' || text === '1' || text === '1+' || text === '+1') return 1;
  if (text === '2' || text === '2+' || text === '+2') return 2;
  return {
    message: `the charge "${quoted(text)}" is neither 1 nor 2.`,
    cure: 'Write 1 or 2, or leave the cell empty for 1.',
  };
}

function readPlace(
  mzText: string,
  massText: string,
  charge: 1 | 2,
): Pick<WatchedPeak, 'mz' | 'mass'> | RowFault {
  if (mzText !== '' && massText !== '') {
    return {
      message: 'both an m/z and a mass are given.',
      cure: 'Give one of the two: an m/z as it is measured, or the mass [M+H]+ with the charge.',
    };
  }
  const text = mzText === '' ? massText : mzText;
  const what = mzText === '' && massText !== '' ? 'mass' : 'm/z';
  if (text === '') {
    return {
      message: 'the m/z is missing.',
      cure: 'Give the m/z, or the mass [M+H]+ in a column mass.',
    };
  }
  const value = readNumber(text);
  if (value === null) {
    return {
      message: `the ${what} "${quoted(text)}" is not a number.`,
      cure: 'Write digits with a point, or with a comma where semicolons or tabs separate; no thousands separator and no unit.',
    };
  }
  const mz = what === 'mass' ? ionMz(value, charge) : value;
  if (!(mz >= WATCH_MZ.from && mz <= WATCH_MZ.to)) {
    const given = what === 'mass' ? `the mass ${value} gives the m/z` : 'the m/z is';
    return {
      message: `${given} ${Number(mz.toFixed(3))}, which is not from ${WATCH_MZ.from} to ${WATCH_MZ.to}.`,
      cure: 'Leave this peak out, or correct its number; a comma is read as a decimal comma.',
    };
  }
  return { mz, mass: what === 'mass' ? value : null };
}

function readTolerance(ppmText: string, daText: string, mz: number): number | RowFault {
  const text = ppmText === '' ? daText : ppmText;
  if (text === '') return WATCH_TOLERANCE_PPM.usual;
  const unit = ppmText === '' ? 'Da' : 'ppm';
  const value = readNumber(text);
  if (value === null) {
    return {
      message: `the tolerance "${quoted(text)}" is not a number.`,
      cure: `Write a number of ${unit} without its unit, or leave the cell empty for ${WATCH_TOLERANCE_PPM.usual} ppm.`,
    };
  }
  const ppm = unit === 'Da' ? (value / mz) * 1e6 : value;
  const { from, to } = WATCH_TOLERANCE_PPM;
  if (!(ppm >= from && ppm <= to)) {
    const inPpm = unit === 'Da' ? ` (${Number(ppm.toFixed(1))} ppm at this m/z)` : '';
    return {
      message: `the tolerance of ${value} ${unit}${inPpm} is not from ${from} to ${to} ppm.`,
      cure: `Write a tolerance within these limits, or leave the cell empty for ${WATCH_TOLERANCE_PPM.usual} ppm.`,
    };
  }
  return ppm;
}

/** Reads digits with a decimal point or comma, without sign, exponent or thousands separator. */
function readNumber(text: string): number | null {
  return /^\d{1,9}(?:[.,]\d{1,12})?$/.test(text) ? Number(text.replace(',', '.')) : null;
}

function quoted(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '?').slice(0, QUOTED);
}
