/** What the open pages of this browser tell each other besides what they store. */
export interface PageMessages {
  /** Asks whichever page works on a job to stop it. */
  cancel(token: string): void;
  /** Hears such requests of other pages until the function that it gives is called. */
  onCancel(listener: (token: string) => void): () => void;
}

interface CancelMessage {
  readonly kind: 'cancel';
  readonly token: string;
}

/** The browser's own channel among the pages of one origin. */
export function broadcastMessages(): PageMessages {
  const channel = new BroadcastChannel('ktyper');
  return {
    cancel(token) {
      channel.postMessage({ kind: 'cancel', token } satisfies CancelMessage);
    },
    onCancel(listener) {
      const ending = new AbortController();
      const hear = ({ data }: MessageEvent<Partial<CancelMessage> | null>) => {
        // A page of another version may say what this one does not know.
        if (data?.kind === 'cancel' && typeof data.token === 'string') listener(data.token);
      };
      channel.addEventListener('message', hear, { signal: ending.signal });
      return () => ending.abort();
    },
  };
}
