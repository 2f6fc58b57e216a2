import { describe, expect, it } from 'vitest';
import { draftOf, type ReviewAct, type ReviewEntry } from '../../../../src/core/review/entry';
import { newEntries } from '../../../../src/core/review/new-entries';
import { sampleRow } from '../../storage/records';

const sample = sampleRow(0);

function entry(order: number, act: ReviewAct, by = 'AB'): ReviewEntry {
  return { ...draftOf(sample, act, { by, at: order }), order };
}

const note = (text: string): ReviewAct => ({ kind: 'note', text });
const withdraw = (withdraws: number): ReviewAct => ({ kind: 'withdrawal', withdraws });

describe('the entries of another copy of a review', () => {
  it('are added once, with places behind the own', () => {
    const shared = entry(0, note('Mucoid'));
    const theirs = [shared, { ...entry(1, note('Streaked again'), 'CD'), at: 9 }];
    const added = newEntries([shared], theirs, 4);
    expect(added).toEqual([{ ...theirs[1], order: 4 }]);
    expect(newEntries([shared, ...added], theirs, 5)).toEqual([]);
  });

  it('withdraw what they withdrew there, whatever its place here', () => {
    const shared = { ...entry(7, note('Mucoid')), at: 3 };
    const theirs = [{ ...shared, order: 0 }, entry(1, withdraw(0))];
    expect(newEntries([shared], theirs, 8)).toMatchObject([{ order: 8, withdraws: 7 }]);
    expect(newEntries([], [entry(1, withdraw(0))], 0)).toEqual([]);
  });

  it('may be a long chain of withdrawals, as only a hostile file has them', () => {
    const chain = Array.from({ length: 60 }, (_, i) =>
      entry(i, i === 0 ? note('Mucoid') : withdraw(i - 1)),
    );
    const added = newEntries([], chain, 0);
    expect(added.slice(0, 2)).toEqual(chain.slice(0, 2));
    expect(JSON.stringify(added).length).toBeLessThan(20_000);
  });
});
