import { decodeText } from '../../text';
import { isNumbers } from './dialect';

/** Number of consecutive lines of numbers that make a text a table of numbers. */
const ENOUGH = 3;

/**
 * Returns whether the beginning of a file is text with lines of two numbers or more: a spectrum, a peak
 * list, or a table of several.
 *
 * @param head first bytes of the file
 * @param isWhole whether that is the whole file
 */
export function looksLikeNumbers(head: Uint8Array, isWhole: boolean): boolean {
  const text = decodeText(evenBytes(head));
  // Text contains no such characters, but the numbers of a binary file do.
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return false;
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  // The last line may be cut off.
  if (!isWhole) lines.pop();
  let inRow = 0;
  for (const line of lines.filter((one) => one !== '')) {
    inRow = isNumbers(line) ? inRow + 1 : 0;
    if (inRow === ENOUGH) return true;
  }
  return false;
}

/** Removes an incomplete last character: UTF-16 cut within a character cannot be decoded as text. */
function evenBytes(head: Uint8Array): Uint8Array {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isWide) return head.subarray(0, head.length & ~1);
  // UTF-8 cut within a character would be mistaken for another encoding.
  let end = head.length;
  while (end > 0 && end > head.length - 4 && (head[end - 1]! & 0x80) !== 0) end--;
  return head.subarray(0, end);
}
