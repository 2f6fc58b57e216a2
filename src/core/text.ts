/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** @returns the text as UTF-8 */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * Decodes the text of a parameter file or a table from any software: UTF-8 or UTF-16 with a byte-order mark,
 * UTF-8 without one, else Windows-1252 (Latin 1), in which every byte is valid. The mark is removed. Never
 * fails.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return WINDOWS_1252.decode(bytes);
  }
}

/** One of each for all files: what the browser has behind a decoder stays until the garbage collector comes. */
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });
const WINDOWS_1252 = new TextDecoder('windows-1252');

/** Makes text from a file fit for a sentence: short, and without invisible characters. */
export function printable(text: string): string {
  const plain = text.slice(0, 121).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return text.length > 120 ? `${plain.slice(0, 120)}...` : plain;
}

const BYTE_UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/**
 * Formats a size in decimal units, as file managers show it, with three figures: `512 bytes`, `83.7 kB`, `2.6
 * MB`.
 */
export function formatBytes(bytes: number): string {
  if (bytes < 999.5) return bytes === 1 ? '1 byte' : `${bytes.toFixed(0)} bytes`;
  let value = bytes;
  let unit = -1;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toFixed(value >= 99.5 ? 0 : 1)} ${BYTE_UNITS[unit]}`;
}

/** Formats a number as `12,340`, with the given decimals and a true minus sign instead of a hyphen. */
export function groupDigits(value: number, decimals = 0): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return (value < 0 ? '−' : '') + (rest === undefined ? grouped : `${grouped}.${rest}`);
}

/**
 * Formats a probability, everywhere in the same way: `68.4%`. It is cut and not rounded, so that what is below a
 * limit never reads as having reached it, and is never 0 or 100%: `<0.1%`, `>99.9%`.
 */
export function formatPercent(probability: number): string {
  const percent = 100 * probability;
  if (percent > 99.9 + ROUNDING) return '>99.9%';
  if (percent < 0.1 - ROUNDING) return '<0.1%';
  return `${(Math.floor(10 * percent + ROUNDING) / 10).toFixed(1)}%`;
}

/** What arithmetic adds to a decimal number, such as to 100 times 0.29. */
const ROUNDING = 1e-9;

/** Formats a limit as it was set: `90%`, `99.5%`. */
export function formatThreshold(probability: number): string {
  return `${Number((100 * probability).toFixed(2))}%`;
}

/** Joins words: `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]!}`;
}

/** Returns the article of a name, as it is spoken: "an" for SVC, "a" for OneVsRestClassifier. */
export function articleOf(name: string): 'a' | 'an' {
  const isVowel = /^(?:[AEIOaeio](?!ne)|(?:SVC|SVR|SGD|MLP|RFE|NMF|XGB|LGBM))/.test(name);
  return isVowel ? 'an' : 'a';
}

/** Puts "a" or "an" before a name: "an SVC", "a OneVsRestClassifier". */
export function withArticle(name: string): string {
  return `${articleOf(name)} ${name}`;
}
