import { markerHeadingOf } from '../marker-model/marker-columns';
import { refuseContainer } from '../pickle/refuse-container';
import { decodeTable } from '../sample-sheet/decode-table';
import { isWatchHeader, isWholeWatchHeader } from '../watch/watch-columns';
import { MOST_LIST_BYTES } from './parse-lines';
import { readFeatureList } from './read-feature-list';

/** The role of a file in an import, decided by its bytes first and by its name where they are ambiguous. */
export type ImportRole =
  'manifest' | 'onnx' | 'pickle' | 'features' | 'classes' | 'markers' | 'watch' | 'other';

/** A chosen file with its whole content. */
export interface ImportFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Number of a text's bytes that are examined. */
const LOOK = 16_384;
const PICKLE_NAME =
  /\.(?:bin|pkl|pickle|joblib|jl|sav|dump)(?:\.(?:gz|gzip|z|zlib|xz|lzma|bz2|lz4|zst))?$/i;
const PROTO = 0x80;
const STOP = 0x2e;
/** Opcodes that a pickle of protocol 0 or 1 begins with: a global or a mark. */
const OLD_STARTS: readonly (number | undefined)[] = [0x63, 0x28];
/** How such a pickle goes on after a global: `csklearn.tree._classes\nDecisionTreeClassifier\n`. */
const OLD_GLOBAL = /^\(?c[\w.]+\n\w+\n/;
/** Lines of a table that are looked at. */
const LINES = 10;
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
  if (PICKLE_NAME.test(path)) return roleUnderPickleName(bytes);
  if (OLD_STARTS.includes(first) && bytes.at(-1) === STOP) return 'pickle';
  return recogniseText(bytes);
}

function recogniseText(bytes: Uint8Array): ImportRole {
  const text = decodeTable(bytes.subarray(0, LOOK));
  if (BINARY.test(text)) {
    // A compression of joblib that cannot be read makes it a model, so that the refusal names joblib.
    return refuseContainer(bytes)?.kind === 'pickle-joblib' ? 'pickle' : 'other';
  }
  if (/^\s*\{/.test(text) && text.includes('"ktyper-model-pack/')) return 'manifest';
  const line = text.split(/\r\n|\n|\r/).find((one) => one.trim() !== '');
  if (line === undefined) return 'other';
  const columns = line.split(/[,;\t]/).map((name) => name.replaceAll('"', '').trim().toLowerCase());
  const heading = markerHeadingOf(text);
  if (heading === 'whole') return 'markers';
  // A features list may have a column mz too, so a table of peaks to watch must show more than that.
  if (isWholeWatchHeader(columns)) return 'watch';
  if (isFeatures(bytes, line)) return 'features';
  if (isWatchHeader(columns)) return 'watch';
  if (heading === 'part') return 'markers';
  return /[<>{}]/.test(line) ? 'other' : 'classes';
}

/**
 * A table or list may have a pickle's name, and must not be refused as a damaged pickle. What is no text, or a text
 * that is nothing else, such as a pickle of protocol 0, stays a pickle.
 */
function roleUnderPickleName(bytes: Uint8Array): ImportRole {
  const text = decodeTable(bytes.subarray(0, LOOK));
  if (text.trim() === '' || BINARY.test(text)) return 'pickle';
  if (markerHeadingOf(text) !== 'none') return 'markers';
  // The names of a module and a class, each on a line of its own.
  if (OLD_STARTS.includes(bytes[0]) && (bytes.at(-1) === STOP || OLD_GLOBAL.test(text))) {
    return 'pickle';
  }
  const role = recogniseText(bytes);
  if (role === 'watch' || role === 'features') return role;
  return isTable(text) ? 'other' : 'pickle';
}

/** Whether the first lines of a text all have the same number of columns, and more than one. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  // The last one may be cut off.
  const first = lines.slice(0, Math.max(2, Math.min(LINES, lines.length - 1)));
  if (first.length < 2) return false;
  return [',', ';', '\t', '|'].some((delimiter) => {
    const widths = new Set(first.map((line) => line.split(delimiter).length));
    return widths.size === 1 && !widths.has(1);
  });
}

/**
 * Whether a text is a features list or begins like one. Faults further down are then reported as faults of a
 * list.
 */
function isFeatures(bytes: Uint8Array, line: string): boolean {
  if (/^\s*(?:np\.|numpy\.)?array\(/.test(line)) return true;
  if (/^[\s[("']*\d/.test(line) && !/\p{L}{3}/u.test(line)) return true;
  return bytes.length <= MOST_LIST_BYTES && readFeatureList(bytes).ok;
}
