import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAcquFields, readAcquFields } from '../../../../src/core/bruker/acqu-fields';
import { acquText } from '../../../../src/core/bruker/acqu-text';

const NAMES = ['TD', 'ML1', 'ML2', 'CMT1', 'DW', 'NTBCal', '.IONIZATION MODE'] as const;

/** Text of pieces that form fields, ends of fields, and what looks like them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '##',
        '##$',
        '$',
        '=',
        '= ',
        ' ',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '<',
        '>',
        '#',
        '$$',
        '##.',
        '1',
      ),
      fc.constantFrom(...NAMES, 'TDx', 'ML10', 'td'),
      fc.constantFrom(...NAMES.map((name) => `\n##$${name}= `)),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

it('reads from any text the same fields as a reading of all fields', () => {
  fc.assert(
    fc.property(text, (written) => {
      const all = parseAcquFields(written);
      const read = readAcquFields(written);
      for (const name of NAMES) expect(read.get(name)).toBe(all.get(name));
    }),
    { numRuns: 2_000 },
  );
});

it('reads from the bytes of any text the same fields as from the text', () => {
  const latin = fc.string({ unit: 'binary-ascii', maxLength: 10 });
  const other = fc.constantFrom('é', '\u00a0', '你');
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 8, arbitrary: text }, latin, other)), (pieces) => {
      const written = pieces.join('');
      const bytes = new TextEncoder().encode(written);
      expect(readAcquFields(acquText(bytes))).toEqual(readAcquFields(written));
    }),
    { numRuns: 1_000 },
  );
});
