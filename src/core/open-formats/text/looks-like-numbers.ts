import { decodeText } from '../../text';
import { isNumbers } from './dialect';

/** Lines of numbers that make a text a table of them, where there are as many. */
const ENOUGH = 3;

/**
 * Whether a file is a text with lines of two numbers or more, by its beginning: a spectrum, a peak list,
 * or a table of several.
 *
 * @param head first bytes of the file
 * @param isWhole whether that is all of it
 */
export function looksLikeNumbers(head: Uint8Array, isWhole: boolean): boolean {
  const text = decodeText(evenBytes(head));
  // A text has no such characters; the numbers of a binary file do.
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

/** UTF-16 cut in the middle of a character is no text any more. */
function evenBytes(head: Uint8Array): Uint8Array {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isWide) return head.subarray(0, head.length & ~1);
  // Cut within a character of UTF-8, it would be taken for another encoding.
  let end = head.length;
  while (end > 0 && end > head.length - 4 && (head[end - 1]! & 0x80) !== 0) end--;
  return head.subarray(0, end);
}
