/**
 * The fields of a Bruker flex `acqu` file, by name and as text.
 *
 * The file is JCAMP-DX: `##$KEY= value`, and lines that belong to the field above them until the
 * next one that begins with `##`. Numbers stand bare, strings in `<...>` (which may hold `<` and `>`
 * themselves: the first and the last count), arrays as `(0..15)` and then their values on lines of
 * their own. Lines end in CR LF or LF. Fields without `$` are the format's own (`##TITLE=`).
 *
 * Never fails: what is no field is left out. A field that stands twice counts as it stands first.
 */
export type AcquFields = ReadonlyMap<string, string>;

export function parseAcquFields(text: string): AcquFields {
  const fields = new Map<string, string>();
  let key: string | null = null;
  let lines: string[] = [];
  const close = () => {
    if (key !== null && !fields.has(key)) fields.set(key, unwrap(lines.join('\n')));
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line.startsWith('##')) {
      close();
      const equals = line.indexOf('=');
      key = line.startsWith('##$') && equals > 3 ? line.slice(3, equals).trim() : null;
      lines = [line.slice(equals + 1)];
    } else {
      lines.push(line);
    }
  }
  close();
  return fields;
}

function unwrap(value: string): string {
  const trimmed = value.trim();
  return trimmed.length > 1 && trimmed.startsWith('<') && trimmed.endsWith('>')
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** A number as an instrument writes it, with `.` or (German Windows) `,`. NaN when it is none. */
export function parseDecimal(value: string): number {
  return NUMBER.test(value) ? Number(value.replace(',', '.')) : NaN;
}
