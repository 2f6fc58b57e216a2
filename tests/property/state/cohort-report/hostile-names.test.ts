import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortReportHtml } from '../../../../src/state/cohort-report/cohort-document';
import { cohortOf, cohortPlate } from '../../../builders/cohort';
import { HOSTILE_NAMES, ORDERING_NAMES, ORDERS_IN_TEXT } from '../../../builders/hostile-names';
import { strangeMarkup } from '../../../builders/report';

const known = Object.values({ ...HOSTILE_NAMES, ...ORDERING_NAMES });
const text = fc.oneof(
  fc.constantFrom(...known),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom('<', '>', '"', "'", '&', '</style>', '\\', '\n', '\u202e', '}', ']]>'))
    .map((signs) => signs.join('')),
);
const number = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }));

describe('the report of a cohort', () => {
  it('has no name or sentence that becomes markup, or that a program would obey', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 8, maxLength: 8 }),
        fc.array(number, { minLength: 6, maxLength: 6 }),
        ([a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''], shifts) => {
          const plates = shifts.map((shift, i) =>
            cohortPlate(`${a}${i}`, {
              state: i === 5 ? 'failed' : 'done',
              problems: [b, c],
              findings: [d],
              instruments: [e],
              firstAcquired: f,
              lastAcquired: g,
              measures: { shift } as never,
            }),
          );
          const model = { id: a, version: b, sha256: c };
          const html = cohortReportHtml(
            cohortOf(plates, {
              name: h,
              laboratory: { name: d, address: e, logo: null },
              computed: { app: { version: a, commit: b }, model, guard: model, group: g, watch: 1 },
              calls: [
                { label: a, kind: 'species', count: 1 },
                { label: h, kind: 'none', count: 2 },
              ],
            }),
          );
          expect(strangeMarkup(html)).toEqual([]);
          const inText = html.replace(/<style>.*<\/style>/s, '').trimEnd();
          expect(inText.replace('<!doctype html>\n', '')).not.toMatch(ORDERS_IN_TEXT);
        },
      ),
      { numRuns: 60 },
    );
  });
});
