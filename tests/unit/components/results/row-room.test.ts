import { expect, it } from 'vitest';
import { RowRoom } from '../../../../src/components/results/row-room';

it('has room for six new rows in a frame', () => {
  const room = new RowRoom();
  expect([room.most, room.isUsed]).toEqual([6, false]);
  room.take(4);
  expect([room.most, room.isUsed]).toEqual([2, true]);
  room.renew();
  expect([room.most, room.isUsed]).toEqual([6, false]);
});

it('always has room for the most needed row', () => {
  const room = new RowRoom();
  room.take(6);
  expect(room.most).toBe(1);
  room.take(1);
  expect(room.most).toBe(1);
});

it('leaves a frame to what else it has to draw, and has all of its room in the next', () => {
  const room = new RowRoom();
  room.leave();
  expect([room.most, room.isUsed]).toEqual([1, true]);
  room.renew();
  expect(room.most).toBe(6);
});
