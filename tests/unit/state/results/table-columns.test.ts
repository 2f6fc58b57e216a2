import { describe, expect, it } from 'vitest';
import {
  arrange,
  type ColumnChoice,
  fitColumns,
  hideOrShow,
  isWanted,
  moveColumn,
  type TableColumn,
  tableColumns,
  widthsOf,
} from '../../../../src/state/results/table-columns';

const usual: ColumnChoice = { order: [], hidden: [] };
const plain = tableColumns.filter(
  (column) => !['run', 'pattern', 'replicates', 'watched'].includes(column),
);

/** Moves a column several times, as clicks do. */
function moved(column: TableColumn, by: 1 | -1, times: number, columns = plain): ColumnChoice {
  let choice = usual;
  for (let i = 0; i < times; i++) {
    choice = moveColumn(column, by, arrange(columns, choice), choice);
  }
  return choice;
}

describe('the columns of the table', () => {
  it('have their usual order until a person moves one', () => {
    expect(arrange(plain, usual)).toEqual(plain);
    const choice = moved('quality', -1, 2);
    expect(arrange(plain, choice)).toEqual([
      'sample',
      'spot',
      'call',
      'quality',
      'confidence',
      'runner-up',
      'review',
      'status',
      'note',
    ]);
  });

  it('go back and forth, and stop at the ends', () => {
    expect(arrange(plain, moved('status', -1, 99))[0]).toBe('status');
    expect(arrange(plain, moved('sample', 1, 99)).at(-1)).toBe('sample');
    const choice = moved('note', -1, 1);
    expect(arrange(plain, moveColumn('note', 1, arrange(plain, choice), choice))).toEqual(plain);
  });

  it('leave the others where they are in a job that has more of them', () => {
    const all = arrange(tableColumns, moved('quality', -1, 2));
    expect(all.indexOf('quality')).toBe(all.indexOf('confidence') - 1);
    const others = (columns: readonly TableColumn[]) =>
      columns.filter((column) => column !== 'quality');
    expect(others(all)).toEqual(others(tableColumns));
  });

  it('are those that are known, whatever was stored', () => {
    const stored = { order: ['gone', 'call', 'call', 'sample'], hidden: ['gone', 'sample'] };
    const arranged = arrange(plain, stored);
    expect([...arranged].sort()).toEqual([...plain].sort());
    expect(arranged.indexOf('call')).toBeLessThan(arranged.indexOf('sample'));
    expect(isWanted('sample', stored)).toBe(true);
  });

  it('are hidden and shown again', () => {
    const choice = hideOrShow('note', usual);
    expect(isWanted('note', choice)).toBe(false);
    expect(hideOrShow('note', choice)).toEqual(usual);
  });
});

describe('the room of the table', () => {
  it('has all of them where it is wide', () => {
    expect(fitColumns(tableColumns, 1_800, false)).toEqual(tableColumns);
  });

  it('has the run, the replicates and the note in a window of 1,280 px', () => {
    const columns = tableColumns.filter((column) => !['pattern', 'watched'].includes(column));
    const fitting = fitColumns(columns, 1_214, false);
    expect(fitting).toEqual(expect.arrayContaining(['replicates', 'review']));
    expect(
      fitColumns(
        columns.filter((column) => column !== 'replicates'),
        1_214,
        false,
      ),
    ).toEqual(expect.arrayContaining(['run', 'note']));
  });

  it.each([0, 300, 640, 800, 1_000, 1_200])('never has more than fits in %i px', (width) => {
    for (const hasLongWords of [false, true]) {
      const fitting = fitColumns(tableColumns, width, hasLongWords);
      expect(fitting).toEqual(expect.arrayContaining(['sample', 'call']));
      const least = [
        ...widthsOf(fitting, hasLongWords).matchAll(/--least-[a-z-]+: (\d+)px/g),
      ].reduce((sum, [, pixels]) => sum + Number(pixels), 16 * (fitting.length - 1) + 32);
      expect(least <= width || fitting.length === 2).toBe(true);
    }
  });

  it('is divided among the columns', () => {
    expect(widthsOf(['sample', 'spot', 'review'], false)).toBe(
      '--flex-sample: 1 1 0px; --least-sample: 88px; ' +
        '--flex-spot: 0 1 44px; --least-spot: 44px; ' +
        '--flex-review: 0 1 108px; --least-review: 64px;',
    );
    expect(widthsOf(['spot'], true)).toBe('--flex-spot: 0 1 60px; --least-spot: 60px;');
  });
});
