import fc from 'fast-check';
import { expect, it } from 'vitest';
import { controlFinder } from '../../../../src/core/controls/control';
import {
  brokenRules,
  CHART_RULES,
  limitsOf,
  standingOf,
} from '../../../../src/core/quality-history/levey-jennings';
import { chanceOfAtLeast } from '../../../../src/core/quality-history/spot-failures';

const value = fc.double({ min: -1e4, max: 1e4, noNaN: true });
const values = fc.array(fc.option(value), { maxLength: 60 });
const limits = fc.record({
  mean: value,
  deviation: fc.double({ min: 0.01, max: 1e3, noNaN: true }),
});

it('what comes later changes neither the limits nor what was said of earlier runs', () => {
  fc.assert(
    fc.property(
      values,
      values,
      fc.integer({ min: 2, max: 20 }),
      limits,
      (first, later, runs, fixed) => {
        const made = limitsOf(first, runs);
        if (made !== null) expect(limitsOf([...first, ...later], runs)).toEqual(made);
        expect(brokenRules([...first, ...later], fixed).slice(0, first.length)).toEqual(
          brokenRules(first, fixed),
        );
      },
    ),
  );
});

it('a value and its mirror image about the mean break the same rules', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (steps) => {
      const fixed = { mean: 0, deviation: 10 };
      expect(
        brokenRules(
          steps.map((step) => -step),
          fixed,
        ),
      ).toEqual(brokenRules(steps, fixed));
    }),
  );
});

it('a value within 1 s breaks no rule but ten on one side, and one beyond 3 s is always out', () => {
  fc.assert(
    fc.property(values, limits, (some, fixed) => {
      const { mean, deviation } = fixed;
      for (const [i, rules] of brokenRules(some, fixed).entries()) {
        const distance = some[i] === null ? null : Math.abs(some[i]! - mean) / deviation;
        if (distance === null) expect(rules).toEqual([]);
        else if (distance <= 1) expect(rules.filter((rule) => rule !== '10-x')).toEqual([]);
        else if (distance > 3) expect(standingOf(rules)).toBe('out');
        expect([...rules].sort((a, b) => CHART_RULES.indexOf(a) - CHART_RULES.indexOf(b))).toEqual(
          rules,
        );
      }
    }),
  );
});

it('a chance is between 0 and 1, and the smaller the more is asked', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      part,
      (a, b, p) => {
        const [least, of] = a < b ? [a, b] : [b, a];
        const chance = chanceOfAtLeast(least, of, p);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        if (least < of)
          expect(chanceOfAtLeast(least + 1, of, p)).toBeLessThanOrEqual(chance + 1e-9);
        // What is not seen at least so often is seen less often: the other tail, of the opposite event.
        const opposite = least === 0 ? 0 : chanceOfAtLeast(of - least + 1, of, 1 - p);
        expect(chance + opposite).toBeCloseTo(1, 9);
      },
    ),
    { examples: [[101, 126, 0.9999999999999899]] },
  );
});

it('a pattern is what a regular expression would make of it', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'X', '*', '.', '(', ' '),
    maxLength: 9,
  });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const loose = (one: string) => one.trim().toLowerCase().replace(/\s+/g, ' ');
      const parts = loose(pattern).split('*');
      const expected = new RegExp(
        `^${parts.map((part) => part.replace(/[.(]/g, '\\$&')).join('.*')}$`,
        's',
      ).test(loose(text));
      const control = { by: 'name', text: pattern, expects: null } as const;
      expect(controlFinder([control])({ name: text, spots: [] }) !== null).toBe(expected);
    }),
  );
});
