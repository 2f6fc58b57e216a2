import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWatchTable } from '../../../../src/core/watch/parse-watch-table';
import { spoken } from '../../../builders/spoken';

const parse = (bytes: Uint8Array) => parseWatchTable(bytes, 'peaks.csv');

/** A cell in quotation marks may contain anything. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const peaks = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9"'(),;./+-]{1,30}$/),
    mz: fc.integer({ min: 2_000_00, max: 20_000_00 }).map((hundredths) => hundredths / 100),
    tolerance: fc.option(fc.integer({ min: 50, max: 3_000 })),
    charge: fc.constantFrom(1, 2),
  }),
  { minLength: 1, maxLength: 200, selector: ({ name }) => name.toLowerCase() },
);

describe('a table of peaks to watch', () => {
  it('is read as it was written, with any separator', () => {
    const styles = fc.record({
      separator: fc.constantFrom(',', ';', '\t'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      mark: fc.constantFrom('', '\ufeff'),
      comma: fc.boolean(),
    });
    fc.assert(
      fc.property(peaks, styles, (wanted, { separator, end, mark, comma }) => {
        const number = (value: number) => {
          const text = comma ? String(value).replace('.', ',') : String(value);
          return separator === ',' ? quoted(text) : text;
        };
        const lines = wanted.map(({ name, mz, tolerance, charge }) =>
          [
            quoted(name),
            number(mz),
            String(charge),
            tolerance === null ? '' : String(tolerance),
          ].join(separator),
        );
        const text =
          mark + [['name', 'mz', 'charge', 'tolerance'].join(separator), ...lines].join(end);
        const table = parse(new TextEncoder().encode(text));
        expect(table.ok && table.value.peaks).toEqual(
          wanted.map(({ name, mz, tolerance, charge }) => ({
            name,
            mz,
            charge,
            mass: null,
            tolerancePpm: tolerance ?? 500,
            note: '',
          })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives peaks within all limits, or a sentence with a cure', () => {
    const cells = fc.constantFrom(
      'name',
      'mz',
      'mass',
      'tolerance_da',
      'A',
      '11109,6',
      '1e9',
      '-1',
      '"',
      '',
    );
    const lines = fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 6 });
    const tables = fc.oneof(
      fc
        .tuple(lines, fc.constantFrom(',', ';', '\t'))
        .map(([rows, by]) => new TextEncoder().encode(rows.map((row) => row.join(by)).join('\n'))),
      fc.uint8Array({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(tables, (bytes) => {
        const table = parse(bytes);
        if (!table.ok) {
          expect(spoken(table.error.message)).toMatch(/\.$/);
          expect(spoken(table.error.cure)).toMatch(/\.$/);
          return;
        }
        expect(table.value.peaks.length).toBeGreaterThan(0);
        for (const { mz, tolerancePpm, name } of table.value.peaks) {
          expect(mz).toBeGreaterThanOrEqual(2_000);
          expect(mz).toBeLessThanOrEqual(20_000);
          expect(tolerancePpm).toBeGreaterThanOrEqual(50);
          expect(tolerancePpm).toBeLessThanOrEqual(3_000);
          expect(name).toMatch(/^\S/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
