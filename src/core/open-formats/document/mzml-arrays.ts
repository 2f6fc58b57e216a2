import { type Problem, problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { emptyProblem } from '../check-profile';
import type { ArrayText } from './array-reader';
import { NUMBER_TYPES, NUMPRESS, OTHER_COMPRESSIONS, type Term, TERMS } from './mzml-terms';
import type { ArrayHead, ScannedArrays } from './spectrum-head';
import { sentence, type Sentence } from '../../../words/told/sentence';

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
  const mz = taken(find(TERMS.mzArray), 'mz', points);
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
  which: 'mz' | 'intensity',
  points: number | null,
): Result<{ readonly head: ArrayHead; readonly bytes: Uint8Array }, Problem> {
  if (array === undefined) {
    return err(
      problem(
        'mzml-array-absent',
        sentence('openFormat.arrayAbsent', { which }),
        sentence('openFormat.exportFile'),
      ),
    );
  }
  const { terms } = array;
  // Before the type: it may stand beside one that is not true.
  if (terms.some(({ accession }) => NUMPRESS.has(accession))) return err(numpress(which));
  const other = terms.find(({ accession }) => OTHER_COMPRESSIONS.has(accession));
  if (other !== undefined) {
    return err(unsupported(sentence('openFormat.arrayCompressed', { which, by: other.name })));
  }
  const type = terms.flatMap(({ accession }) => NUMBER_TYPES.get(accession) ?? [])[0];
  if (type === undefined) {
    return err(unsupported(sentence('openFormat.arrayType', { which })));
  }
  const count = array.length ?? points;
  if (count === null) {
    return err(unsupported(sentence('openFormat.arrayCount', { which })));
  }
  const bytes = array.text.bytes();
  if (!bytes.ok) return bytes;
  const isZlib = hasTerm(terms, TERMS.zlib);
  const head = { type, isLittleEndian: true, isZlib, count, bytes: bytes.value.length };
  return ok({ head, bytes: bytes.value });
}

const EMPTY = emptyProblem(sentence('openFormat.noPoints'));

function numpress(which: 'mz' | 'intensity'): Problem<'mzml-numpress'> {
  return problem(
    'mzml-numpress',
    sentence('openFormat.numpress', { which }),
    sentence('openFormat.numpressCure'),
  );
}

function unsupported(why: Sentence): Problem<'mzml-unsupported'> {
  return problem('mzml-unsupported', why, sentence('openFormat.mzmlCure'));
}
