/**
 * Characters that a program obeys instead of showing them: controls, of which a terminal makes commands; breaks
 * of lines and paragraphs; marks that turn the direction of the text after them; and halves of characters, which
 * no file can hold. Joiners are none, since scripts and emoji need them.
 */
const ORDERS =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]+/u;
const ALL_ORDERS = new RegExp(ORDERS, 'gu');
const BREAKS = /[\t-\r\u0085\u2028\u2029]/;
const HALF = /\p{Cs}/gu;

/** @returns whether a text has a character that a program would obey */
export function hasOrders(text: string): boolean {
  return ORDERS.test(text);
}

/**
 * Makes text from any source safe for the files that ktyper writes: it replaces a tab or a line break by a
 * blank and half a character by U+FFFD, and removes all other characters that a program would obey. The
 * result is what a person sees.
 */
export function withoutOrders(text: string): string {
  if (!hasOrders(text)) return text;
  return text.replace(ALL_ORDERS, (run) =>
    BREAKS.test(run) ? ' ' : '\ufffd'.repeat(run.match(HALF)?.length ?? 0),
  );
}

/**
 * Makes text from any source safe for a terminal. A `?` replaces each run of such characters, so that a
 * person notices them.
 */
export function markOrders(text: string): string {
  return hasOrders(text) ? text.replace(ALL_ORDERS, '?') : text;
}
