import type { UpdateReply, UpdateRequest } from './messages';

/** What is used of a service worker's global scope. */
export interface UpdateScope {
  readonly clients: {
    matchAll(options: {
      type: 'window';
      includeUncontrolled: true;
    }): Promise<readonly { readonly id: string }[]>;
  };
  skipWaiting(): Promise<void>;
}

/** What is used of a message event. */
export interface UpdateMessage {
  readonly data: unknown;
  readonly source: unknown;
  readonly ports: readonly { postMessage(reply: UpdateReply): void }[];
}

/** Answers an `UpdateRequest`: takes over, or says which pages stand in the way. */
export async function allowUpdate(scope: UpdateScope, message: UpdateMessage): Promise<void> {
  if (!isUpdateRequest(message.data)) return;
  const asking = (message.source as { id?: unknown } | null)?.id;
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = pages.filter((page) => page.id !== asking).length;
  const port = message.ports[0];
  if (others > 0) {
    port?.postMessage({ accepted: false, reason: 'other-pages-open', pages: others });
    return;
  }
  port?.postMessage({ accepted: true });
  await scope.skipWaiting();
}

function isUpdateRequest(data: unknown): data is UpdateRequest {
  return (
    typeof data === 'object' && data !== null && 'type' in data && data.type === 'SKIP_WAITING'
  );
}
