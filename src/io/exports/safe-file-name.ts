import { withoutOrders } from '../../core/orders';

const MAX_LENGTH = 120;
/** Of a longer name the rest is not looked at: to trim it would take the square of its length. */
const LONGEST_READ = 1000;

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * A name of anything as the name of a file: without what Windows, macOS or Linux refuse, and not too
 * long to have an ending added.
 *
 * @param fallback what it is called when nothing of it is left
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
    // The cut may have gone through a character.
    .replace(/\p{Surrogate}$/u, '')
    .replace(/[-.\s]+$/, '');
  if (safe === '') return fallback;
  return DEVICE.test(safe) ? `_${safe}` : safe;
}
