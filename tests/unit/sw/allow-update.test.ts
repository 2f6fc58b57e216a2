import { expect, it } from 'vitest';
import { allowUpdate, type UpdateMessage } from '../../../src/sw/allow-update';
import type { UpdateReply } from '../../../src/sw/messages';

async function ask(pages: readonly string[], data: unknown) {
  const replies: UpdateReply[] = [];
  let tookOver = false;
  const message: UpdateMessage = {
    data,
    source: { id: 'asking' },
    ports: [{ postMessage: (reply) => replies.push(reply) }],
  };
  const scope = {
    clients: { matchAll: () => Promise.resolve(pages.map((id) => ({ id }))) },
    skipWaiting: () => {
      tookOver = true;
      return Promise.resolve();
    },
  };
  await allowUpdate(scope, message);
  return { replies, tookOver };
}

it('takes over if the requesting page is the only one', async () => {
  expect(await ask(['asking'], { type: 'SKIP_WAITING' })).toEqual({
    replies: [{ accepted: true }],
    tookOver: true,
  });
});

it('waits while other pages are open, and reports how many', async () => {
  expect(await ask(['a', 'asking', 'b'], { type: 'SKIP_WAITING' })).toEqual({
    replies: [{ accepted: false, reason: 'other-pages-open', pages: 2 }],
    tookOver: false,
  });
});

it.each([undefined, null, 'SKIP_WAITING', { type: 'other' }])('ignores %j', async (data) => {
  expect(await ask(['asking'], data)).toEqual({ replies: [], tookOver: false });
});
