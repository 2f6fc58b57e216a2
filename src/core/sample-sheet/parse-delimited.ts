export interface DelimitedRow {
  /** Line of the file that the row begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Splits a table into rows and fields, as RFC 4180 has it for commas: a field in double quotes may
 * hold delimiters and line ends, and two double quotes for one. Lines end in LF, CR LF or CR; empty
 * lines are left out. A quote inside an unquoted field is a character like any other; a quoted field
 * that never ends takes the rest of the text.
 *
 * @param delimiter one character
 * @param maxRows what follows these rows is not looked at
 */
export function parseDelimited(
  text: string,
  delimiter: string,
  maxRows = Infinity,
): DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  let at = 0;
  let line = 1;

  const quotedField = (): string => {
    let value = '';
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      const end = quote === -1 ? text.length : quote;
      const part = text.slice(at, end);
      value += part;
      line += part.match(/\r\n|\n|\r/g)?.length ?? 0;
      at = end + 1;
      if (text[at] !== '"' || quote === -1) return value;
      value += '"';
      at++;
    }
  };
  const bareField = (): string => {
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') {
      at++;
    }
    return text.slice(start, at);
  };

  while (at < text.length && rows.length < maxRows) {
    const fields: string[] = [];
    const begun = line;
    for (;;) {
      // What stands between a closing quote and the next delimiter belongs to the field.
      fields.push(text[at] === '"' ? quotedField() + bareField() : bareField());
      if (text[at] !== delimiter || at >= text.length) break;
      at++;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    if (fields.some((field) => field.trim() !== '')) rows.push({ line: begun, fields });
  }
  return rows;
}
