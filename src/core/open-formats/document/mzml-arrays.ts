import { type Problem, problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { emptyProblem } from '../check-profile';
import type { ArrayText } from './array-reader';
import { NUMBER_TYPES, NUMPRESS, OTHER_COMPRESSIONS, type Term, TERMS } from './mzml-terms';
import type { ArrayHead, ScannedArrays } from './spectrum-head';

/** A `binaryDataArray` as it was read. */
export interface BinaryArray {
  readonly terms: readonly Term[];
  /** Its own length where it differs from the spectrum's. */
  readonly length: number | null;
  readonly text: ArrayText;
}

/**
 * The m/z and the intensities among the arrays of a spectrum; whatever else there is, is passed over.
 *
 * @param points that the spectrum says it has; null when it does not say
 */
export function arraysOf(
  arrays: readonly BinaryArray[],
  points: number | null,
): Result<ScannedArrays, Problem> {
  const find = (accession: string) => arrays.find((one) => hasTerm(one.terms, accession));
  if (points === 0 || arrays.length === 0) return err(EMPTY);
  const mz = taken(find(TERMS.mzArray), 'm/z', points);
  if (!mz.ok) return mz;
  const intensity = taken(find(TERMS.intensityArray), 'intensity', points);
  if (!intensity.ok) return intensity;
  if (mz.value.bytes.length + intensity.value.bytes.length === 0) return err(EMPTY);
  const bytes = new Uint8Array(mz.value.bytes.length + intensity.value.bytes.length);
  bytes.set(mz.value.bytes);
  bytes.set(intensity.value.bytes, mz.value.bytes.length);
  const layout = { kind: 'separate', mz: mz.value.head, intensity: intensity.value.head } as const;
  return ok({ layout, bytes });
}

export function hasTerm(terms: readonly Term[], accession: string): boolean {
  return terms.some((term) => term.accession === accession);
}

function taken(
  array: BinaryArray | undefined,
  what: string,
  points: number | null,
): Result<{ readonly head: ArrayHead; readonly bytes: Uint8Array }, Problem> {
  if (array === undefined) {
    return err(
      problem('mzml-array-absent', `The spectrum has no ${what} array.`, 'Export the file again.'),
    );
  }
  const { terms } = array;
  // Before the type: it may stand beside one that is not true.
  if (terms.some(({ accession }) => NUMPRESS.has(accession))) return err(numpress(what));
  const other = terms.find(({ accession }) => OTHER_COMPRESSIONS.has(accession));
  if (other !== undefined) return err(unsupported(what, `is compressed by "${other.name}"`));
  const type = terms.flatMap(({ accession }) => NUMBER_TYPES.get(accession) ?? [])[0];
  if (type === undefined) {
    return err(unsupported(what, 'is of no known type (32 or 64 bits, float or integer)'));
  }
  const count = array.length ?? points;
  if (count === null) {
    return err(unsupported(what, 'does not say how many numbers it has (defaultArrayLength)'));
  }
  const bytes = array.text.bytes();
  if (!bytes.ok) return bytes;
  const isZlib = hasTerm(terms, TERMS.zlib);
  const head = { type, isLittleEndian: true, isZlib, count, bytes: bytes.value.length };
  return ok({ head, bytes: bytes.value });
}

const EMPTY = emptyProblem('The file holds no points for it.');

function numpress(what: string): Problem<'mzml-numpress'> {
  return problem(
    'mzml-numpress',
    `The ${what} array is compressed by MS-Numpress, which is not supported.`,
    'Convert the file again without it: in msconvert of ProteoWizard leave "Use numpress" unticked (no --numpressAll).',
  );
}

function unsupported(what: string, how: string): Problem<'mzml-unsupported'> {
  return problem(
    'mzml-unsupported',
    `The ${what} array ${how}.`,
    'Convert the file again with msconvert of ProteoWizard: mzML, 64-bit, zlib compression.',
  );
}
