/** A report in sections, printed as it comes and written as Markdown in the end. */
export class Report {
  readonly #lines: string[] = [];
  readonly missed: string[] = [];

  heading(text: string): void {
    this.#add('', `## ${text}`, '');
  }

  text(text: string): void {
    this.#add(text, '');
  }

  table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
    const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
    this.#add(row(head), row(head.map(() => '---')), ...rows.map(row), '');
  }

  /** A line that says whether a number reaches what it should. */
  aim(what: string, value: number, atLeast: number, of: number): readonly [string, string] {
    const isMet = value >= atLeast;
    if (!isMet) this.missed.push(what);
    return [what, `${value} of ${of}${isMet ? '' : ` (missed: at least ${atLeast})`}`];
  }

  toString(): string {
    return `${this.#lines.join('\n').trim()}\n`;
  }

  #add(...lines: string[]): void {
    this.#lines.push(...lines);
    for (const line of lines) console.log(line);
  }
}
