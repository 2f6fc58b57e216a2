/** In every browser and in Node alike, but part of no ECMAScript library: declared, not imported. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Longer texts are no list of features and no list of classes. */
export const MOST_LIST_BYTES = 1024 * 1024;

/** The lines of a small text file, without the spaces around them and without empty ones. */
export function parseLines(bytes: Uint8Array): string[] {
  // The decoder takes away a byte-order mark.
  return new TextDecoder('utf-8')
    .decode(bytes.subarray(0, MOST_LIST_BYTES))
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
