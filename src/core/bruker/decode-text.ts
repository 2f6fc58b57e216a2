/** In every browser and in Node alike, but part of no ECMAScript library: declared, not imported. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * The text of a parameter file or a table, whatever wrote it: UTF-8 or UTF-16 with a byte-order mark,
 * UTF-8 without one, else Windows-1252 (Latin 1), which gives every byte a meaning. The mark itself
 * is left out. Never fails.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
