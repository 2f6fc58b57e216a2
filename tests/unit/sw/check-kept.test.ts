import { expect, it } from 'vitest';
import { answerCheck } from '../../../src/sw/check-kept';
import type { CheckReply } from '../../../src/sw/messages';

async function ask(data: unknown, missing: readonly string[]) {
  const replies: CheckReply[] = [];
  const ports = [{ postMessage: (reply: CheckReply) => replies.push(reply) }];
  await answerCheck({ data, ports }, 3, () => Promise.resolve(missing));
  return replies;
}

it('answers with the missing files', async () => {
  expect(await ask({ type: 'CHECK_KEPT' }, ['/a'])).toEqual([{ files: 3, missing: ['/a'] }]);
});

it.each([undefined, null, 'CHECK_KEPT', { type: 'SKIP_WAITING' }])('ignores %j', async (data) => {
  expect(await ask(data, [])).toEqual([]);
});
