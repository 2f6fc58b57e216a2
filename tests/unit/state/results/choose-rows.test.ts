import { describe, expect, it } from 'vitest';
import { chooseRows } from '../../../../src/components/results/choose-rows';

const rows = (...positions: number[]) => positions.map((index) => ({ index }));
const none = new Set<number>();

describe('the rows to have in the document next', () => {
  it('are all of the wanted ones where few are new', () => {
    const wanted = rows(4, 5, 6);
    const chosen = chooseRows(wanted, new Set([4, 5]), (row) => row, 2);
    expect(chosen).toEqual({ items: wanted, isPart: false });
  });

  it('are those that are there and the most needed of the others, in their order', () => {
    const wanted = rows(1, 2, 3, 4, 5, 6);
    const need = (row: number) => (row === 6 ? -1 : row);
    const chosen = chooseRows(wanted, new Set([3, 9]), need, 2);
    expect(chosen).toEqual({ items: rows(1, 3, 6), isPart: true });
  });

  it('become all of them, a few at a time', () => {
    const wanted = rows(...Array.from({ length: 20 }, (_, i) => 100 + i));
    let shown: ReadonlySet<number> = none;
    const counts: number[] = [];
    for (let isPart = true; isPart;) {
      const chosen = chooseRows(wanted, shown, (row) => row, 6);
      shown = new Set(chosen.items.map(({ index }) => index));
      counts.push(shown.size);
      ({ isPart } = chosen);
    }
    expect(counts).toEqual([6, 12, 18, 20]);
  });
});
