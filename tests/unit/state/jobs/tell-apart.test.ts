import { expect, it } from 'vitest';
import { nameApart, tellApart } from '../../../../src/state/jobs/tell-apart';
import { jobRecord } from '../../storage/records';

const model = (version: string) => ({ id: 'markers', version, sha256: 'a', manifestSha256: 'b' });
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).getTime();

function marks(...jobs: readonly Parameters<typeof jobRecord>[0][]) {
  const all = jobs.map((changes, i) => jobRecord({ token: String(i), name: 'Plate', ...changes }));
  const apart = tellApart(all);
  return all.map(({ token }) => apart.get(token));
}

it('a name that no other job has needs nothing', () => {
  expect(marks({ name: 'Plate 1' }, { name: 'Plate 2' })).toEqual([undefined, undefined]);
  expect(marks()).toEqual([]);
});

it('another model tells jobs apart', () => {
  expect(marks({ model: model('1.0.0') }, { model: model('1.1.0') })).toEqual([
    'markers 1.0.0',
    'markers 1.1.0',
  ]);
});

it('then the day, then the time of one day, then both', () => {
  const same = { model: model('1.0.0') };
  expect(
    marks({ ...same, createdAt: at(3, 9) }, { ...same, name: ' plate', createdAt: at(4, 9) }),
  ).toEqual(['3 Nov 2026', '4 Nov 2026']);
  expect(marks({ createdAt: at(3, 9) }, { createdAt: at(3, 19, 40) })).toEqual(['09:00', '19:40']);
  expect(marks({ createdAt: at(3, 9) }, { createdAt: at(3, 10) }, { createdAt: at(4, 9) })).toEqual(
    ['3 Nov 2026, 09:00', '3 Nov 2026, 10:00', '4 Nov 2026, 09:00'],
  );
});

it('jobs of one minute have a number by their age', () => {
  expect(
    marks({ createdAt: at(3, 9) + 9 }, { createdAt: at(3, 9) + 1 }, { createdAt: at(3, 9) + 5 }),
  ).toEqual(['3 of 3', '1 of 3', '2 of 3']);
});

it('a label says the mark behind the name', () => {
  expect(nameApart({ name: 'Plate' }, '09:00')).toBe('Plate (09:00)');
  expect(nameApart({ name: 'Plate' }, undefined)).toBe('Plate');
});
