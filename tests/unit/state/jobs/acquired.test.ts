import { expect, it } from 'vitest';
import type { AcquisitionRecord } from '../../../../src/core/spectrum/spectrum';
import { earliestAcquired } from '../../../../src/state/jobs/acquired';

const at = (acquiredAt: string | null) => ({ record: { acquiredAt } as AcquisitionRecord });

it('a run began when its first spectrum was acquired, whatever the order and the zones', () => {
  const first = '2019-12-12T10:22:10.787+11:00';
  const later = '2019-12-12T01:00:00.000+00:00';
  expect(earliestAcquired([at(later), at(first)], null)).toBe(first);
  expect(earliestAcquired([at(later)], first)).toBe(first);
  expect(earliestAcquired([at(first)], later)).toBe(first);
});

it('what is no time tells nothing', () => {
  expect(earliestAcquired([{ record: null }, at(null), at('yesterday')], null)).toBeNull();
});
