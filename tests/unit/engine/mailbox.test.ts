import { expect, it } from 'vitest';
import { Mailbox } from '../../../src/engine/mailbox';

it('gives the reader all messages that have come, in their order', async () => {
  const mail = new Mailbox<number>();
  mail.put(1);
  mail.put(2);
  expect(await mail.take()).toEqual([1, 2]);
  const waiting = mail.take();
  mail.put(3);
  expect(await waiting).toEqual([3]);
});

it('puts a later message in a task of its own, which all that is pending comes before', async () => {
  const mail = new Mailbox<string>();
  mail.putLater('later');
  const order: string[] = [];
  const read = mail.take().then((messages) => void order.push(...messages));
  for (let i = 0; i < 100; i++) await Promise.resolve();
  expect(order).toEqual([]);
  await read;
  expect(order).toEqual(['later']);
});
