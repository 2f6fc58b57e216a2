/** What the open pages of this browser tell each other besides what they store. */
export interface PageMessages {
  /** Asks whichever page works on a job to stop it. */
  cancel(token: string): void;
  /** Hears such requests of other pages until the function that it gives is called. */
  onCancel(listener: (token: string) => void): () => void;
  /** Tells them that a model was added or removed on this computer. */
  modelsChanged(): void;
  onModelsChanged(listener: () => void): () => void;
}

type Message =
  { readonly kind: 'cancel'; readonly token: string } | { readonly kind: 'models-changed' };

/** The browser's own channel among the pages of one origin. */
export function broadcastMessages(): PageMessages {
  const channel = new BroadcastChannel('ktyper');
  const send = (message: Message) => channel.postMessage(message);
  // A page of another version may say what this one does not know.
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
