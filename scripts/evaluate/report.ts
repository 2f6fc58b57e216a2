type Cell = string | number;

/** What the model should reach, and whether it does. */
export interface Aim {
  readonly what: string;
  /** What was aimed at: `at least 44 of 45`; and what came of it. */
  readonly aim: string;
  readonly found: string;
  readonly isReached: boolean;
}

/** A report in sections, printed as it comes and written as Markdown in the end. */
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

  /** Remembers an aim for the table of all of them. */
  aim(what: string, aim: string, found: string, isReached: boolean): void {
    this.#aims.push({ what, aim, found, isReached });
  }

  /** Tells all aims so far, reached or missed. @returns how many are missed */
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

/** A cell of a table ends at a bar. */
function plain(cell: Cell): string {
  return String(cell).replaceAll('|', '\\|').replace(/\s+/gu, ' ');
}
