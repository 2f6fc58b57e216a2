import { problem } from '../problem';
import { ANOTHER_FILE_CURE, type PickleProblem } from './problems';
import { type Sentence, sentence } from '../../words/told/sentence';

const JOBLIB_CURE = sentence('modelFile.joblibCure', {
  code: "joblib.dump(joblib.load('FILE'), 'model.joblib', compress=0)",
});

/** The problem of a joblib file in a form that cannot be read. */
function writtenByJoblib(message: Sentence): PickleProblem {
  return problem('pickle-joblib', message, JOBLIB_CURE);
}

function compressed(method: string): PickleProblem {
  return writtenByJoblib(sentence('modelFile.joblibCompressed', { method }));
}

/** The problem of a file that is compressed within the compression that was undone. */
function compressedTwice(method: string): PickleProblem {
  return writtenByJoblib(sentence('modelFile.joblibTwice', { method }));
}

/** The problem of a file by joblib 0.9 or older, whose arrays are in other files or are compressed each. */
export function oldJoblib(): PickleProblem {
  return writtenByJoblib(sentence('modelFile.joblibOld'));
}

/** First bytes of the files that people choose instead of a pickle. */
const CONTAINERS: readonly (readonly [number[], PickleProblem])[] = [
  [[0x78, 0x01], compressedTwice('zlib')],
  [[0x78, 0x5e], compressedTwice('zlib')],
  [[0x78, 0x9c], compressedTwice('zlib')],
  [[0x78, 0xda], compressedTwice('zlib')],
  [[0x5a, 0x46], oldJoblib()],
  [[0x1f, 0x8b], compressedTwice('gzip')],
  [[0x42, 0x5a, 0x68], compressed('bz2')],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], compressed('xz')],
  [[0x5d, 0x00, 0x00], compressed('lzma')],
  [[0x04, 0x22, 0x4d, 0x18], compressed('lz4')],
  [[0x28, 0xb5, 0x2f, 0xfd], compressed('zstd')],
  [[0x50, 0x4b, 0x03, 0x04], notPickle(sentence('modelFile.notPickleZip'))],
  [[0x89, 0x48, 0x44, 0x46], notPickle(sentence('modelFile.notPickleHdf5'))],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], notPickle(sentence('modelFile.notPickleNumpy'))],
];

/**
 * Recognises the files that people choose instead of a pickle.
 *
 * @returns null when it may be a pickle
 */
export function refuseContainer(bytes: Uint8Array): PickleProblem | null {
  if (bytes.length === 0) return notPickle(sentence('modelFile.notPickleEmpty'));
  const found = CONTAINERS.find(([magic]) => magic.every((byte, i) => bytes[i] === byte));
  return found?.[1] ?? null;
}

function notPickle(message: Sentence): PickleProblem {
  return problem('pickle-none', message, ANOTHER_FILE_CURE);
}
