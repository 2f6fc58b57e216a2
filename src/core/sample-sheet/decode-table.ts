import { decodeText } from '../text';

/** In every browser and in Node alike, but part of no ECMAScript library: declared, not imported. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/** Bytes that are looked at for UTF-16 without its mark. */
const LOOK = 512;
/** Characters beyond ASCII by which a decoding is judged; a longer text says the same of itself again. */
const MOST_JUDGED = 2_000;

/**
 * The text of a table, as spreadsheets write it: what `decodeText` takes, and beside it UTF-16 without its
 * mark and Mac Roman, told from Windows-1252 by which of them has letters where letters should be. Never
 * fails.
 */
export function decodeTable(bytes: Uint8Array): string {
  const utf16 = unmarkedUtf16(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  if (isMarked(bytes) || isUtf8(bytes)) return decodeText(bytes);
  const windows = windows1252(bytes);
  const mac = new TextDecoder('macintosh').decode(bytes);
  const ahead = plausibility(mac) - plausibility(windows);
  if (ahead !== 0) return ahead > 0 ? mac : windows;
  // Excel ends the lines of its Macintosh formats by CR alone.
  return /\r(?!\n)/.test(windows) && !windows.includes('\n') ? mac : windows;
}

/** Some versions of Node take Windows-1252 for Latin 1, which has controls in place of 27 signs. */
function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (sign) => SIGNS_1252[sign.charCodeAt(0) - 0x80]!);
}

/** What Windows-1252 has from 0x80 to 0x9f; five are not assigned. */
const SIGNS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];

function isMarked(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Every second byte of a table in UTF-16 is zero, nearly always; text in other encodings has none. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (isMarked(bytes)) return null;
  const length = Math.min(bytes.length, LOOK) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  const enough = 0.35 * length;
  if (length < 8 || (even < enough && odd < enough)) return null;
  if (Math.min(even, odd) > 0.1 * Math.max(even, odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * How likely a decoding is: each of its characters beyond ASCII counts for it, or against it. Letters stand
 * beside letters, and no capital follows a small letter; signs stand by themselves.
 */
function plausibility(text: string): number {
  let score = 0;
  let judged = 0;
  for (const { 0: sign, index } of text.matchAll(/[\u0080-\uffff]/g)) {
    if (++judged > MOST_JUDGED) break;
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    const isInWord = /\p{L}/u.test(before) && /\p{L}/u.test(after);
    if (/\p{Cc}|\ufffd/u.test(sign)) score -= 4;
    else if (/\p{L}/u.test(sign)) {
      if (!/\p{L}/u.test(before) && !/\p{L}/u.test(after)) score -= 1;
      else if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) score -= 2;
      else if (USUAL.test(sign)) score += 2;
    } else if (/[\u00a0\u2018\u2019\u2013\u2014\u00b5\u00b0\u00b2\u00b3]/.test(sign)) score += 1;
    else if (isInWord) score -= 2;
  }
  return score;
}

/** Letters of the languages of western Europe; the others of both encodings are rare. */
const USUAL = /[àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÑÓÔÕÖØÚÜŒ]/;
