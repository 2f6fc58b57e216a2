import type { MessageKey } from './key-types';

/** A size of a file, which languages abbreviate in ways of their own. */
const SIZES = {
  byte: 'common.sizeByte',
  bytes: 'common.sizeBytes',
  kB: 'common.sizeKilo',
  MB: 'common.sizeMega',
  GB: 'common.sizeGiga',
  TB: 'common.sizeTera',
  PB: 'common.sizePeta',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** A number as `src/core/text.ts` and the sentences of results write it, and what may stand around it. */
const FIGURE =
  /^([<>±]?)([−+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(%|[kMG]| (byte|bytes|kB|MB|GB|TB|PB))?$/;

/**
 * Numbers are rounded once, where they are told, and written as English does: in sentences that are stored, and in
 * cells alike. A language changes how a number is written, and never the number.
 *
 * @param size says a size with its unit
 * @returns a function that writes such a number as the language does; another text stays as it is
 */
export function figureWriter(
  locale: string,
  size: (key: MessageKey, size: string) => string,
): (text: string) => string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal] = [sign('group'), sign('decimal')];
  const percents = new Intl.NumberFormat(locale, { style: 'percent' }).formatToParts(0.5);
  const percent = percents
    .slice(1)
    .map(({ value }) => value)
    .join('');
  const isEnglish = locale.startsWith('en');
  if (isEnglish) return (text) => text;
  return (text) => {
    const match = FIGURE.exec(text);
    if (match === null) return text;
    const [, relation = '', minus = '', whole = '', rest, after = '', unit] = match;
    const number = `${minus}${whole.replaceAll(',', group)}${rest === undefined ? '' : decimal + rest}`;
    // Where a blank stands before the sign of percent, one stands behind that of a relation.
    const before = relation === '' || relation === '±' ? relation : `${relation}${NARROW}`;
    if (unit !== undefined) return before + size(SIZES[unit as keyof typeof SIZES], number);
    return `${before}${number}${after === '%' ? percent : after}`;
  };
}

/** A narrow blank at which no line ends. */
const NARROW = '\u202f';
