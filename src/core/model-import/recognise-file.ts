import { decodeText } from '../text';
import { isWatchHeader } from '../watch/watch-columns';

/** The role of a file in an import, decided by its bytes first and by its name where they are ambiguous. */
export type ImportRole =
  'manifest' | 'onnx' | 'pickle' | 'features' | 'classes' | 'markers' | 'watch' | 'other';

/** A chosen file with its whole content. */
export interface ImportFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Number of a text's bytes that are examined. */
const LOOK = 4096;
const PICKLE_NAME = /\.(?:bin|pkl|pickle|joblib|sav)$/i;
const PROTO = 0x80;
const STOP = 0x2e;
/** Opcodes that a pickle of protocol 0 or 1 begins with: a global or a mark. */
const OLD_STARTS: readonly (number | undefined)[] = [0x63, 0x28];
/** An ONNX file begins with field 1, the version of its format. */
const ONNX_FIRST = 0x08;
/** The version of an ONNX file is below this; no text begins with two such bytes. */
const ONNX_VERSIONS = 0x20;

// eslint-disable-next-line no-control-regex -- they are what tells a text from other bytes
const BINARY = /[\u0000-\u0008\u000e-\u001f]/;

export function recogniseFile({
  path,
  bytes,
}: {
  readonly path: string;
  readonly bytes: Uint8Array;
}): ImportRole {
  const [first, second] = bytes;
  if (/(?:^|\/)manifest\.json$/i.test(path)) return 'manifest';
  if (first === PROTO) return 'pickle';
  if (/\.onnx$/i.test(path)) return 'onnx';
  if (first === ONNX_FIRST && second !== undefined && second < ONNX_VERSIONS) return 'onnx';
  if (PICKLE_NAME.test(path)) return 'pickle';
  if (OLD_STARTS.includes(first) && bytes.at(-1) === STOP) return 'pickle';
  return recogniseText(decodeText(bytes.subarray(0, LOOK)));
}

function recogniseText(text: string): ImportRole {
  if (BINARY.test(text)) return 'other';
  if (/^\s*\{/.test(text)) return text.includes('"ktyper-model-pack/') ? 'manifest' : 'other';
  const line = text.split(/\r\n|\n|\r/).find((one) => one.trim() !== '');
  if (line === undefined) return 'other';
  const columns = line.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase());
  if (['taxon', 'locus', 'mass'].every((name) => columns.includes(name))) return 'markers';
  if (isWatchHeader(columns)) return 'watch';
  if (/^\s*\d+(?:\.\d*)?\s*$/.test(line)) return 'features';
  return /[<>{}]/.test(line) ? 'other' : 'classes';
}
