import { unzipSync, zipSync } from 'fflate';
import type { Bytes, Mutator } from '../target';
import { pick } from './bytes';
import { textMutators } from './text';

/** Most bytes of a workbook's part that is changed: it may say any size. */
const MOST_PART = 2 ** 19;
/** The same time in each, so that equal changes give equal bytes. */
const TIME = new Date(1980, 0, 1, 12);

/** Changes one part of a workbook and packs it again: what is wrong is inside. */
export function workbookMutators(dictionary: readonly string[]): readonly Mutator[] {
  return textMutators([...WORDS, ...dictionary]).map(
    (mutate): Mutator =>
      (input, random, another) => {
        const parts = partsOf(input);
        const names = Object.keys(parts);
        if (names.length === 0) return input;
        const name = pick(random, names);
        const others = () => Uint8Array.from(Object.values(partsOf(another()))[0] ?? []);
        parts[name] = mutate(Uint8Array.from(parts[name]!), random, others);
        return Uint8Array.from(zipSync(parts, { mtime: TIME, level: 1 }));
      },
  );
}

const WORDS = [
  ...[
    'XFD1048576',
    't="s"',
    't="inlineStr"',
    '<row r="9999999">',
    '<c r="A1">',
    '</c>',
    '<v>-1</v>',
  ],
  ...['<v>1e99</v>', '&#0;', '&amp;', '<si>', '<t xml:space="preserve">', 's="99"', '<f>1+1</f>'],
];

function partsOf(input: Bytes): Record<string, Uint8Array> {
  try {
    return unzipSync(input, {
      filter: ({ originalSize, size }) => originalSize <= MOST_PART && size <= MOST_PART,
    });
  } catch {
    return {};
  }
}
