/** Tells the open pages of this browser which jobs some page is working on. */
export interface JobLocks {
  /** Says that this page works on a job, until the function that it gives is called. */
  hold(token: string): () => void;
  /** The jobs that any page works on. */
  held(): Promise<ReadonlySet<string>>;
}

const prefix = 'ktyper-job:';

/** The browser's own locks: they end with their page, however it ends. */
export const webLocks: JobLocks = {
  hold(token) {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(prefix + token, () => held);
    return release;
  },

  async held() {
    const { held = [] } = await navigator.locks.query();
    return new Set(
      held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
    );
  },
};
