import { ionMz } from '../marker-model/expected-ions';
import type { DelimitedRow } from '../sample-sheet/parse-delimited';
import type { WatchedPeak } from './types';
import type { WatchColumn } from './watch-columns';
import { type Sentence, sentence } from '../../words/told/sentence';

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

/** What is wrong with a line, as a clause behind its number, or with the first line; and the cure. */
export interface RowFault {
  readonly message: Sentence;
  readonly cure: Sentence;
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
      message: sentence('watchTable.note', { most: MOST_NOTE }),
      cure: sentence('watchTable.noteCure'),
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
    return {
      message: sentence('watchTable.nameMissing'),
      cure: sentence('watchTable.nameMissingCure'),
    };
  }
  if (UNPRINTABLE.test(name)) {
    return {
      message: sentence('watchTable.name'),
      cure: sentence('watchTable.nameCure'),
    };
  }
  if (name.length > MOST_NAME) {
    return {
      message: sentence('watchTable.nameLong', { most: MOST_NAME }),
      cure: sentence('watchTable.nameLongCure'),
    };
  }
  return null;
}

function readCharge(text: string): 1 | 2 | RowFault {
  if (text === '' || text === '1' || text === '1+' || text === '+1') return 1;
  if (text === '2' || text === '2+' || text === '+2') return 2;
  return {
    message: sentence('watchTable.charge', { text: quoted(text) }),
    cure: sentence('watchTable.chargeCure'),
  };
}

function readPlace(
  mzText: string,
  massText: string,
  charge: 1 | 2,
): Pick<WatchedPeak, 'mz' | 'mass'> | RowFault {
  if (mzText !== '' && massText !== '') {
    return {
      message: sentence('watchTable.bothPlaces'),
      cure: sentence('watchTable.bothPlacesCure'),
    };
  }
  const text = mzText === '' ? massText : mzText;
  const isMass = mzText === '' && massText !== '';
  if (text === '') {
    return {
      message: sentence('watchTable.mzMissing'),
      cure: sentence('watchTable.mzMissingCure'),
    };
  }
  const value = readNumber(text);
  if (value === null) {
    return {
      message: sentence(isMass ? 'watchTable.mass' : 'watchTable.mz', { text: quoted(text) }),
      cure: sentence('watchTable.mzCure'),
    };
  }
  const mz = isMass ? ionMz(value, charge) : value;
  if (!(mz >= WATCH_MZ.from && mz <= WATCH_MZ.to)) {
    const outside = { mz: Number(mz.toFixed(3)), ...WATCH_MZ };
    return {
      message: isMass
        ? sentence('watchTable.massOutside', { mass: value, ...outside })
        : sentence('watchTable.mzOutside', outside),
      cure: sentence('watchTable.mzOutsideCure'),
    };
  }
  return { mz, mass: isMass ? value : null };
}

function readTolerance(ppmText: string, daText: string, mz: number): number | RowFault {
  const text = ppmText === '' ? daText : ppmText;
  if (text === '') return WATCH_TOLERANCE_PPM.usual;
  const unit = ppmText === '' ? 'Da' : 'ppm';
  const value = readNumber(text);
  if (value === null) {
    return {
      message: sentence('watchTable.tolerance', { text: quoted(text) }),
      cure: sentence('watchTable.toleranceCure', { unit, usual: WATCH_TOLERANCE_PPM.usual }),
    };
  }
  const ppm = unit === 'Da' ? (value / mz) * 1e6 : value;
  const { from, to } = WATCH_TOLERANCE_PPM;
  if (!(ppm >= from && ppm <= to)) {
    return {
      message:
        unit === 'Da'
          ? sentence('watchTable.toleranceOutsideDa', {
              value,
              ppm: Number(ppm.toFixed(1)),
              from,
              to,
            })
          : sentence('watchTable.toleranceOutside', { value, from, to }),
      cure: sentence('watchTable.toleranceOutsideCure', { usual: WATCH_TOLERANCE_PPM.usual }),
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
