/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** Longer texts are neither a list of features nor a list of classes. */
export const MOST_LIST_BYTES = 1024 * 1024;

/** Splits a small text file into lines, without the spaces around them and without empty ones. */
export function parseLines(bytes: Uint8Array): string[] {
  // The decoder removes a byte-order mark.
  return new TextDecoder('utf-8')
    .decode(bytes.subarray(0, MOST_LIST_BYTES))
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
