import { problem } from '../problem';
import { ANOTHER_FILE_CURE, type PickleProblem } from './problems';

const JOBLIB_CURE =
  "Write it again in Python without compression: joblib.dump(joblib.load('FILE'), 'model.joblib', " +
  'compress=0). Then choose that file.';

/** The problem of a joblib file in a form that cannot be read. */
function writtenByJoblib(how: string): PickleProblem {
  return problem(
    'pickle-joblib',
    `This file was written by joblib.dump, ${how}, which cannot be read here.`,
    JOBLIB_CURE,
  );
}

/** The problem of a file by joblib 0.9 or older, whose arrays are in other files or are compressed each. */
export function oldJoblib(): PickleProblem {
  return writtenByJoblib('by a version older than 0.10');
}

/** First bytes of the files that people choose instead of a pickle. */
const CONTAINERS: readonly (readonly [number[], PickleProblem])[] = [
  [[0x78, 0x01], writtenByJoblib('compressed with zlib twice')],
  [[0x78, 0x5e], writtenByJoblib('compressed with zlib twice')],
  [[0x78, 0x9c], writtenByJoblib('compressed with zlib twice')],
  [[0x78, 0xda], writtenByJoblib('compressed with zlib twice')],
  [[0x5a, 0x46], oldJoblib()],
  [[0x1f, 0x8b], writtenByJoblib('compressed with gzip twice')],
  [[0x42, 0x5a, 0x68], writtenByJoblib('compressed with bz2')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], writtenByJoblib('compressed with xz')],
  [[0x5d, 0x00, 0x00], writtenByJoblib('compressed with lzma')],
  [[0x04, 0x22, 0x4d, 0x18], writtenByJoblib('compressed with lz4')],
  [[0x28, 0xb5, 0x2f, 0xfd], writtenByJoblib('compressed with zstd')],
  [[0x50, 0x4b, 0x03, 0x04], notPickle('a zip archive')],
  [[0x89, 0x48, 0x44, 0x46], notPickle('an HDF5 file')],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], notPickle('a NumPy array')],
];

/**
 * Recognises the files that people choose instead of a pickle.
 *
 * @returns null when it may be a pickle
 */
export function refuseContainer(bytes: Uint8Array): PickleProblem | null {
  if (bytes.length === 0) return notPickle('empty');
  const found = CONTAINERS.find(([magic]) => magic.every((byte, i) => bytes[i] === byte));
  return found?.[1] ?? null;
}

function notPickle(what: string): PickleProblem {
  return problem(
    'pickle-none',
    `The model file is ${what}, not a Python pickle.`,
    ANOTHER_FILE_CURE,
  );
}
