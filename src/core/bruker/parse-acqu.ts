import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import type { AcquisitionRecord } from '../spectrum/spectrum';
import { type AcquField, type AcquFields, parseDecimal, readAcquFields } from './acqu-fields';
import { inTurn, sentence } from '../../words/told/sentence';

/** What `acqu` specifies about how to read `fid` and about the time-of-flight axis. */
export interface AcquParameters {
  /** TD: number of points that the acquisition should have. The fid may hold fewer. */
  readonly points: number;
  /** Whether BYTORDA is 0. */
  readonly littleEndian: boolean;
  /** DELAY, ns: time of flight of the first point. */
  readonly delay: number;
  /** DW, ns: from one point to the next. */
  readonly dwell: number;
  readonly ml1: number;
  readonly ml2: number;
  readonly ml3: number;
}

export interface ParsedAcqu {
  readonly fields: AcquFields;
  /** ID_raw; null when it is missing or empty. */
  readonly uid: string | null;
  /** PATCHNO, else SPOTNO; null when both are missing or empty. */
  readonly spot: string | null;
  readonly parameters: Result<AcquParameters, Problem<'acqu-missing-field' | 'acqu-invalid-field'>>;
  /** Without `calibration`, which also needs the number of points that the fid holds. */
  readonly record: AcquisitionRecord;
}

/** Longest text that is kept; longer ones are cut, since they are names and remarks for a table. */
const MAX_TEXT = 300;

/**
 * Parses the text of `acqu` (or `acqus`). Never throws: each part of the result says what is missing in it.
 */
export function parseAcqu(text: string): ParsedAcqu {
  const fields = readAcquFields(text);
  return {
    fields,
    uid: textOf(fields, 'ID_raw'),
    spot: textOf(fields, 'PATCHNO') ?? textOf(fields, 'SPOTNO'),
    parameters: readParameters(fields),
    record: readRecord(fields),
  };
}

/** What the number of a field must be. */
interface Rule {
  readonly field: AcquField;
  readonly unless:
    | 'acquisition.acquNotNumber'
    | 'acquisition.acquNotAboveZero'
    | 'acquisition.acquNotWhole'
    | 'acquisition.acquNotWholeAboveZero';
  readonly holds: (value: number) => boolean;
}

const ANY: Omit<Rule, 'field'> = {
  unless: 'acquisition.acquNotNumber',
  holds: Number.isFinite,
};
const POSITIVE: Omit<Rule, 'field'> = {
  unless: 'acquisition.acquNotAboveZero',
  holds: (value) => value > 0 && value < Infinity,
};

const RULES: readonly Rule[] = [
  {
    field: 'TD',
    unless: 'acquisition.acquNotWholeAboveZero',
    holds: (value) => Number.isSafeInteger(value) && value > 0,
  },
  { field: 'BYTORDA', unless: 'acquisition.acquNotWhole', holds: Number.isSafeInteger },
  { field: 'DELAY', ...ANY },
  { field: 'DW', ...POSITIVE },
  { field: 'ML1', ...POSITIVE },
  { field: 'ML2', ...ANY },
  { field: 'ML3', ...ANY },
];

function readParameters(fields: AcquFields): ParsedAcqu['parameters'] {
  const values = new Map<AcquField, number>();
  const missing: string[] = [];
  const invalid: { readonly rule: Rule; readonly text: string }[] = [];
  for (const rule of RULES) {
    const { field, holds } = rule;
    const text = fields.get(field);
    if (text === undefined || text === '') {
      missing.push(field);
      continue;
    }
    const value = parseDecimal(text);
    if (!holds(value)) invalid.push({ rule, text: shorten(text) });
    values.set(field, value);
  }
  if (missing.length + invalid.length > 0) {
    const lacks =
      missing.length === 0
        ? null
        : sentence('acquisition.acquLacks', { fields: missing.join(', ') });
    const wrong = invalid.map(({ rule: { field, unless }, text }, i) =>
      sentence(unless, { place: lacks === null && i === 0 ? 'first' : 'later', field, text }),
    );
    return err(
      problem(
        invalid.length > 0 ? 'acqu-invalid-field' : 'acqu-missing-field',
        inTurn(lacks, ...wrong),
        sentence('acquisition.acquFieldsCure'),
      ),
    );
  }
  const value = (field: AcquField) => values.get(field)!;
  return ok({
    points: value('TD'),
    littleEndian: value('BYTORDA') === 0,
    delay: value('DELAY'),
    dwell: value('DW'),
    ml1: value('ML1'),
    ml2: value('ML2'),
    ml3: value('ML3'),
  });
}

/** The date in the XML that the instrument writes of its last calibration. */
const CALIBRATION_DATE = /<cd>(\d{4}-\d\d-\d\dT[\d:.+Z-]{5,30})<\/cd>/;

function readRecord(fields: AcquFields): AcquisitionRecord {
  const number = (field: AcquField) => parseDecimal(fields.get(field) ?? '');
  const shots = number('NoSHOTS');
  const calibratedAt = CALIBRATION_DATE.exec(fields.get('CalStar') ?? '')?.[1];
  return {
    acquiredAt: textOf(fields, 'AQ_DATE'),
    instrument: textOf(fields, 'InstrID'),
    software: textOf(fields, 'FCVer'),
    laserShots: Number.isFinite(shots) ? shots : null,
    spectrumType: textOf(fields, 'SPType'),
    target: textOf(fields, 'TgIDS'),
    comments: (['CMT1', 'CMT2', 'CMT3', 'CMT4'] as const).flatMap(
      (field) => textOf(fields, field) ?? [],
    ),
    calibration: null,
    ...(calibratedAt === undefined ? {} : { calibratedAt }),
    highPrecisionCalibration:
      fields.get('HPClUse')?.toLowerCase() === 'yes' &&
      (['HPClBLo', 'HPClBHi', 'HPClOrd'] as const).every((field) => number(field) > 0),
  };
}

function textOf(fields: AcquFields, field: AcquField): string | null {
  return fields.get(field)?.slice(0, MAX_TEXT) || null;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
