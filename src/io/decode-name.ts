import { asciiText, isAscii } from '../core/ascii';

/**
 * Decodes a file's name from bytes of undeclared encoding. It is UTF-8 when they are valid UTF-8 (macOS and
 * most Unix tools write it without declaring it, and other text is hardly ever valid by chance), else code
 * page 437, which the zip specification prescribes (APPNOTE 6.3.10, appendix D). Never fails.
 */
export function decodeName(bytes: Uint8Array): string {
  return isAscii(bytes) ? asciiText(bytes) : (decodeUtf8(bytes) ?? decodeCp437(bytes));
}

/**
 * Decodes valid UTF-8.
 *
 * @returns null when the bytes are not valid
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return null;
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes text in IBM's code page 437. Bytes below 128 are ASCII, including control characters. */
export function decodeCp437(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 128 ? String.fromCharCode(byte) : UPPER_HALF.charAt(byte - 128);
  }
  return text;
}

/** Characters 128 to 255; source: unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP437.TXT. */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
