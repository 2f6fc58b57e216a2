export interface Notice {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Shows one short message at a time on what was just done, with a way to undo it. */
export class Notices {
  current = $state.raw<Notice | null>(null);
  #onClose: (() => void) | null = null;

  /** @param onClose runs when the notice closes without its action */
  show(notice: Notice, onClose: (() => void) | null = null): void {
    this.close();
    this.current = notice;
    this.#onClose = onClose;
  }

  act(): void {
    const { current } = this;
    this.#onClose = null;
    this.current = null;
    current?.action?.run();
  }

  close(): void {
    const onClose = this.#onClose;
    this.#onClose = null;
    this.current = null;
    onClose?.();
  }
}
