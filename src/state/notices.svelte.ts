export interface Notice {
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

/** Shows one short message at a time on what was just done, with a way to undo it. */
export class Notices {
  current = $state.raw<Notice | null>(null);

  show(notice: Notice): void {
    this.current = notice;
  }

  act(): void {
    const { current } = this;
    this.current = null;
    current?.action?.run();
  }

  close(): void {
    this.current = null;
  }
}
