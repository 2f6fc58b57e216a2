import { decodeCp437 } from './decode-name';

/** The encodings that names of undeclared encoding are tried in, the first of equally plausible ones first. */
export const NAME_ENCODINGS = ['cp437', 'cp850', 'shift_jis', 'gbk', 'cp866'] as const;

export type NameEncoding = (typeof NAME_ENCODINGS)[number];

/**
 * Chooses the encoding in which the names of one archive are the most plausible as words. A zip does not say
 * which code page its writer's system had: Windows takes the one of its language.
 *
 * Each byte above 127 counts by the character that it is part of: letters beside letters and common characters
 * count most, frames and signs nothing or less. All names are judged together, since one system wrote them.
 *
 * @param names their bytes; those that are ASCII only say nothing
 */
export function chooseNameEncoding(names: Iterable<Uint8Array>): NameEncoding {
  const all = [...names];
  let best: NameEncoding = 'cp437';
  let most = -Infinity;
  for (const encoding of NAME_ENCODINGS) {
    const score = all.reduce((sum, bytes) => sum + SCORES[encoding](bytes), 0);
    if (score > most) [best, most] = [encoding, score];
  }
  return best;
}

/** Decodes a name; a byte that is none of the encoding becomes U+FFFD. Never fails. */
export function decodeNameAs(encoding: NameEncoding, bytes: Uint8Array): string {
  switch (encoding) {
    case 'cp437':
      return decodeCp437(bytes);
    case 'cp850':
      return decodeCp850(bytes);
    case 'shift_jis':
    case 'gbk':
    case 'cp866':
      return new TextDecoder(encoding === 'cp866' ? 'ibm866' : encoding).decode(bytes);
  }
}

function decodeCp850(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 128 ? String.fromCharCode(byte) : CP850.charAt(byte - 128);
  }
  return text;
}

/** Characters 128 to 255; source: unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Worth of a character of a plausible word, per byte. */
const WORD = 1;
/** Worth of a character that words have now and then. */
const RARE = 0.4;
/** Worth of a byte that no word has. */
const NONE = -1;

const SCORES: Readonly<Record<NameEncoding, (bytes: Uint8Array) => number>> = {
  cp437: (bytes) => latinScore(decodeCp437(bytes)),
  cp850: (bytes) => latinScore(decodeCp850(bytes)),
  shift_jis: (bytes) => doubleByteScore(bytes, shiftJisAt),
  gbk: (bytes) => doubleByteScore(bytes, gbkAt),
  cp866: (bytes) => cyrillicScore(decodeNameAs('cp866', bytes)),
};

/** A Latin name has one letter with a mark among many without: several in a row are rare. */
function latinScore(text: string): number {
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char < '\u0080') continue;
    if (!LATIN.test(char)) score += GREEK_OR_SIGN.test(char) ? RARE : NONE;
    else
      score +=
        isMarked(text.charAt(i - 1)) || isMarked(text.charAt(i + 1)) ? RARE : wordWorth(text, i);
  }
  return score;
}

/** A capital in the middle of small letters, or a letter alone, is what another code page makes of a letter. */
function wordWorth(text: string, at: number): number {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (!/[a-z]/i.test(before + after)) return RARE;
  // Small letters, then a capital: with the mark on the last small one that is Katakana more often than a word.
  const isCapital = char !== char.toLowerCase();
  return /[a-z]/.test(before) && (isCapital || /[A-Z]/.test(after)) ? RARE : WORD;
}

function isMarked(char: string): boolean {
  return char > '\u007f';
}

const LATIN = /[À-ÖØ-öø-ÿ]/;
const GREEK_OR_SIGN = /[αßµ°ªº²³]/;

function cyrillicScore(text: string): number {
  let score = 0;
  let word = 0;
  for (const char of text) {
    const isCyrillic = /[А-яЁё]/.test(char);
    // One Cyrillic letter alone among Latin ones is none.
    if (isCyrillic) word += 1;
    else {
      score += word > 2 ? word * WORD : word * NONE;
      word = 0;
      if (char > '\u007f') score += NONE;
    }
  }
  return score + (word > 2 ? word * WORD : word * NONE);
}

/** A character of two bytes, or one of one, at a place of a name. */
interface CharacterAt {
  readonly length: 1 | 2;
  /** By byte. */
  readonly worth: number;
}

/** Half of a text in two bytes a character: a single one among ASCII letters is more likely a marked letter. */
function doubleByteScore(
  bytes: Uint8Array,
  characterAt: (lead: number, trail: number) => CharacterAt | null,
): number {
  let score = 0;
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const found = characterAt(lead, bytes[i + 1] ?? 0);
    if (found === null) return NONE * bytes.length;
    // Only bytes above 127 count, as in the other encodings.
    const counted = found.length === 1 || bytes[i + 1]! < 0x80 ? 1 : 2;
    // Between small Latin letters two marked ones are more likely, as in "Größe".
    const isInWord = counted === 2 && isLetter(bytes[i - 1]) && isLetter(bytes[i + 2]);
    score += counted * (isInWord ? Math.min(found.worth, RARE) : found.worth);
    i += found.length;
  }
  return score;
}

/** Whether a byte is a small letter of ASCII. */
function isLetter(byte = 0): boolean {
  return byte >= 0x61 && byte <= 0x7a;
}

/** Source: JIS X 0208:1997, appendix 1 (Shift-coded representation). */
function shiftJisAt(lead: number, trail: number): CharacterAt | null {
  if (lead >= 0xa1 && lead <= 0xdf) return { length: 1, worth: RARE / 2 };
  const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xef);
  if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return null;
  const isKana = (lead === 0x82 && trail >= 0x9f) || lead === 0x83;
  const isCommon = lead >= 0x88 && lead <= 0x97;
  return { length: 2, worth: isKana || isCommon ? WORD : lead >= 0x98 ? RARE : 0 };
}

/** Source: GB 2312-80: its common characters, by pronunciation, have leads 0xB0 to 0xD7. */
function gbkAt(lead: number, trail: number): CharacterAt | null {
  if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail === 0x7f || trail > 0xfe) return null;
  if (trail < 0xa1) return { length: 2, worth: 0 };
  const isCommon = lead >= 0xb0 && lead <= 0xd7;
  return { length: 2, worth: isCommon ? WORD : lead > 0xd7 && lead <= 0xf7 ? RARE : 0 };
}
