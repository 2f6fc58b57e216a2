type Cell = string | number;

/** An aim for the model, and whether it is reached. */
export interface Aim {
  readonly what: string;
  /** The aim, such as `at least 44 of 45`, and the result. */
  readonly aim: string;
  readonly found: string;
  readonly isReached: boolean;
}

/** A report in sections, printed while it is made and written as Markdown at the end. */
export class Report {
  readonly #lines: string[] = [];
  readonly #aims: Aim[] = [];

  heading(text: string): void {
    this.#add('', `## ${text}`, '');
  }

  text(text: string): void {
    this.#add(text, '');
  }

  list(items: readonly string[]): void {
    if (items.length > 0) this.#add(...items.map((item) => `- ${item}`), '');
  }

  table(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
    const row = (cells: readonly Cell[]): string => `| ${cells.map(plain).join(' | ')} |`;
    this.#add(row(head), row(head.map(() => '---')), ...rows.map(row), '');
  }

  /** Adds an aim to the table of aims. */
  aim(what: string, aim: string, found: string, isReached: boolean): void {
    this.#aims.push({ what, aim, found, isReached });
  }

  /**
   * Writes the table of all aims so far, reached or missed.
   *
   * @returns how many are missed
   */
  tellAims(): number {
    const rows = this.#aims.map(({ what, aim, found, isReached }) => [
      what,
      aim,
      found,
      isReached ? 'reached' : '**missed**',
    ]);
    this.table(['what', 'aim', 'found', ''], rows);
    const missed = this.#aims.filter(({ isReached }) => !isReached);
    this.text(
      missed.length === 0
        ? 'All aims are reached.'
        : `Aims missed: ${missed.map(({ what }) => what).join('; ')}.`,
    );
    return missed.length;
  }

  toString(): string {
    return `${this.#lines.join('\n').trim()}\n`;
  }

  #add(...lines: string[]): void {
    this.#lines.push(...lines);
    for (const line of lines) console.log(line);
  }
}

/** Escapes bars, which end a cell of a table. */
function plain(cell: Cell): string {
  return String(cell).replaceAll('|', '\\|').replace(/\s+/gu, ' ');
}
