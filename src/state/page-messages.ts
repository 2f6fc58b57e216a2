/** Messages between the open pages of this browser, beside what they store. */
export interface PageMessages {
  /** Asks the page that works on a job to stop it. */
  cancel(token: string): void;
  /**
   * Listens to such requests of other pages.
   *
   * @returns a function that stops listening
   */
  onCancel(listener: (token: string) => void): () => void;
  /** Tells other pages that a model was added or removed on this computer. */
  modelsChanged(): void;
  onModelsChanged(listener: () => void): () => void;
}

type Message =
  { readonly kind: 'cancel'; readonly token: string } | { readonly kind: 'models-changed' };

/** Sends messages by the browser's channel between pages of one origin. */
export function broadcastMessages(): PageMessages {
  const channel = new BroadcastChannel('ktyper');
  const send = (message: Message) => channel.postMessage(message);
  // A page of another version may send unknown messages.
  const hear = (listener: (message: Partial<Message>) => void) => {
    const ending = new AbortController();
    const pass = ({ data }: MessageEvent<Partial<Message> | null>) => {
      if (data !== null) listener(data);
    };
    channel.addEventListener('message', pass, { signal: ending.signal });
    return () => ending.abort();
  };
  return {
    cancel: (token) => send({ kind: 'cancel', token }),
    onCancel: (listener) =>
      hear((message) => {
        if (message.kind === 'cancel' && typeof message.token === 'string') listener(message.token);
      }),
    modelsChanged: () => send({ kind: 'models-changed' }),
    onModelsChanged: (listener) =>
      hear((message) => {
        if (message.kind === 'models-changed') listener();
      }),
  };
}
