import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nineDigits } from '../../../../src/io/exports/nine-digits';

const plainly = (value: number) => Number(value.toPrecision(9));

it.each([
  0,
  -0,
  1,
  -1,
  7.5,
  0.1,
  1 / 3,
  123456789,
  1234567890,
  12345678.25,
  1234567.125,
  999999999.6,
  9.999999999,
  0.9999999996,
  1e-3,
  1e-14,
  1e-15,
  1e-16,
  1e-40,
  5e-324,
  1e8,
  1e9,
  1e21,
  1e22,
  1.7976931348623157e308,
  0.00001234567895,
  1.000000005,
  2.000000015,
  100000000.5,
  -6543.21098765432,
])('rounds %s', (value) => {
  expect(nineDigits(value)).toBe(plainly(value) === 0 ? value : plainly(value));
});

it('rounds any number as its text says', () => {
  const like = (value: number) => nineDigits(value) === plainly(value);
  const finite = { noNaN: true, noDefaultInfinity: true };
  fc.assert(fc.property(fc.float(finite), like), { numRuns: 20_000 });
  fc.assert(fc.property(fc.double(finite), like), { numRuns: 20_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 20 }), (digits, tens) =>
      // Nine digits and a half, where rounding goes either way by a last bit.
      like((digits + 0.5) / 10 ** tens),
    ),
    { numRuns: 20_000 },
  );
});
