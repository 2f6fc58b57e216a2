import type { CheckReply, CheckRequest } from './messages';

/** Answers a `CheckRequest`, and no other message. */
export async function answerCheck(
  message: {
    readonly data: unknown;
    readonly ports: readonly { postMessage(reply: CheckReply): void }[];
  },
  files: number,
  check: () => Promise<readonly string[]>,
): Promise<void> {
  if (!isCheckRequest(message.data)) return;
  const missing = await check();
  message.ports[0]?.postMessage({ files, missing });
}

function isCheckRequest(data: unknown): data is CheckRequest {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'CHECK_KEPT';
}
