import { asciiText, isAscii } from './ascii';
import { decodeCp437 } from './cp437';

/**
 * A file's name from bytes whose encoding nobody states: UTF-8 when they are valid UTF-8 (macOS and
 * most Unix tools write it without saying so, and other text is hardly ever valid by chance), else
 * code page 437, which the zip specification prescribes (APPNOTE 6.3.10, appendix D). Never fails.
 */
export function decodeName(bytes: Uint8Array): string {
  return isAscii(bytes) ? asciiText(bytes) : (decodeUtf8(bytes) ?? decodeCp437(bytes));
}

/** The text of valid UTF-8; null when the bytes are not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return null;
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
