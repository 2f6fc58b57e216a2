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
  // From field to field, and not from line to line: half the lines of a file are values of arrays.
  for (let at = nextField(text, 0); at < text.length;) {
    const end = nextField(text, at + 2);
    const equals = text.indexOf('=', at);
    const lineEnd = endOfLine(text, at);
    if (text.charCodeAt(at + 2) === DOLLAR && equals > at + 3 && equals < lineEnd) {
      const key = text.slice(at + 3, equals).trim();
      if (!fields.has(key)) fields.set(key, unwrap(text.slice(equals + 1, end)));
    }
    at = end;
  }
  return fields;
}

const DOLLAR = '$'.charCodeAt(0);
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Where the next line that begins with `##` begins, from `from` on; the text's end if none does. */
function nextField(text: string, from: number): number {
  for (let at = text.indexOf('##', from); at >= 0; at = text.indexOf('##', at + 1)) {
    const before = at === 0 ? LINE_FEED : text.charCodeAt(at - 1);
    if (before === LINE_FEED || before === CARRIAGE_RETURN) return at;
  }
  return text.length;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return text.length;
}

/** Without the brackets of a string, and with lines that end in LF alone. */
function unwrap(value: string): string {
  const outside = value.trim();
  const trimmed = outside.includes('\r') ? outside.replace(/\r\n?/g, '\n') : outside;
  return trimmed.length > 1 && trimmed.startsWith('<') && trimmed.endsWith('>')
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** A number as an instrument writes it, with `.` or (German Windows) `,`. NaN when it is none. */
export function parseDecimal(value: string): number {
  return NUMBER.test(value) ? Number(value.replace(',', '.')) : NaN;
}
