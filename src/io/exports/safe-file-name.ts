import { withoutOrders } from '../../core/orders';

const MAX_LENGTH = 120;
/** Characters of a name that are read. The rest is ignored, since trimming takes the square of the length. */
const LONGEST_READ = 1000;

/** Names that Windows reserves for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * Makes a file name of any name: without characters that Windows, macOS or Linux refuse, and short enough to
 * add an ending.
 *
 * @param fallback the file name when nothing else is left
 */
export function safeFileName(name: string, fallback: string): string {
  const shown = name
    .slice(0, LONGEST_READ)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '-');
  // A mark of direction would show another ending than the file has.
  const safe = withoutOrders(shown)
    .replace(/^[-.\s]+|[-.\s]+$/g, '')
    .slice(0, MAX_LENGTH)
    // The cut may have split a character.
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[-.\s]+$/, '');
  if (safe === '') return fallback;
  return DEVICE.test(safe) ? `_${safe}` : safe;
}
