/**
 * Parses the fields of a Bruker flex `acqu` file, by name and as text.
 *
 * The file is JCAMP-DX: each field is `##$KEY= value`, and includes all lines before the next one that begins
 * with `##`. Numbers are bare, strings are in `<...>` (and may contain `<` and `>`: the first and the last
 * delimit the string), and arrays are `(0..15)` followed by their values on lines of their own. Outside a
 * string, `$$` begins a comment that goes to the end of its line. Lines end in CR LF or LF. Fields without
 * `$` belong to JCAMP-DX itself (`##TITLE=`); of these only the ones of a subject (`##.IONIZATION MODE=`) are
 * returned, with the point in their name.
 *
 * Never fails: whatever is not a field is skipped. Of a field that occurs twice, the first counts.
 */
export function parseAcquFields(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  eachField(text, (at, end) => {
    const equals = text.indexOf('=', at);
    if (equals <= at || equals >= endOfLine(text, at)) return;
    const key = text.slice(at, equals).trim();
    if (!fields.has(key)) fields.set(key, unwrap(text.slice(equals + 1, end)));
  });
  return fields;
}

/** The fields that ktyper reads, of more than 200 that an instrument writes. */
const READ = [
  ...(['TD', 'BYTORDA', 'DELAY', 'DW', 'ML1', 'ML2', 'ML3'] as const),
  ...(['ID_raw', 'PATCHNO', 'AQ_DATE', 'InstrID', 'FCVer', 'NoSHOTS', 'SPType', 'TgIDS'] as const),
  ...(['CMT1', 'CMT2', 'CMT3', 'CMT4', 'HPClUse', 'HPClBLo', 'HPClBHi', 'HPClOrd'] as const),
  ...(['AQOP_m', 'CalStar', 'NTBCal', 'POLARI', 'SPOTNO', '.IONIZATION MODE'] as const),
] as const;

export type AcquField = (typeof READ)[number];
export type AcquFields = ReadonlyMap<AcquField, string>;

/** The same fields by the first letter of their names. */
const readBy = new Map<number, AcquField[]>();
for (const name of READ) {
  const code = name.charCodeAt(0);
  readBy.set(code, [...(readBy.get(code) ?? []), name]);
}

/**
 * Parses, of the same fields, only those that ktyper reads: all of them would be most of what a spectrum
 * allocates.
 */
export function readAcquFields(text: string): AcquFields {
  const fields = new Map<AcquField, string>();
  eachField(text, (start, end) => {
    const at = skipBlanks(text, start);
    for (const name of readBy.get(text.charCodeAt(at)) ?? []) {
      if (!text.startsWith(name, at)) continue;
      const equals = skipBlanks(text, at + name.length);
      if (text.charCodeAt(equals) !== EQUALS || fields.has(name)) continue;
      fields.set(name, unwrap(text.slice(equals + 1, end)));
    }
  });
  return fields;
}

/**
 * Returns whether a field of ASCII bytes may be one of those that are read, by the beginning of its name.
 *
 * @param mark offset of what follows `##`
 */
export function mayBeRead(bytes: Uint8Array, mark: number): boolean {
  if (bytes[mark] !== DOLLAR && bytes[mark] !== POINT) return false;
  let at = bytes[mark] === DOLLAR ? mark + 1 : mark;
  while (bytes[at] === SPACE || bytes[at] === TAB) at += 1;
  const names = readBy.get(bytes[at] ?? 0) ?? [];
  return names.some((name) => {
    for (let i = 1; i < name.length; i++) if (bytes[at + i] !== name.charCodeAt(i)) return false;
    return true;
  });
}

/**
 * Visits the text field by field rather than line by line, since half the lines of a file are values of
 * arrays.
 *
 * @param visit is called with the start of a field's name and the end of the field
 */
function eachField(text: string, visit: (at: number, end: number) => void): void {
  for (let at = nextField(text, 0); at < text.length;) {
    const end = nextField(text, at + 2);
    const mark = text.charCodeAt(at + 2);
    if (mark === DOLLAR) visit(at + 3, end);
    else if (mark === POINT) visit(at + 2, end);
    at = end;
  }
}

const DOLLAR = '$'.charCodeAt(0);
const POINT = '.'.charCodeAt(0);
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const EQUALS = '='.charCodeAt(0);
const TAB = 9;
const SPACE = 32;

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at += 1;
  return at;
}

/**
 * @returns the index of the next line that begins with `##`, from `from` on, or the text's length if there is
 * none
 */
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

/** Strips a value's comments and the brackets of a string, and makes its lines end in LF. */
function unwrap(value: string): string {
  const outside = value.trim();
  const plain = outside.includes('\r') ? outside.replace(/\r\n?/g, '\n') : outside;
  const trimmed = plain.includes('$$') ? withoutComments(plain) : plain;
  return trimmed.length > 1 && trimmed.startsWith('<') && trimmed.endsWith('>')
    ? trimmed.slice(1, -1).trim()
    : trimmed;
}

/** Removes comments. Inside a string, `$$` is text: only what follows the string is a comment. */
function withoutComments(value: string): string {
  const ends = value.startsWith('<') ? COMMENT_AFTER_STRING.exec(value) : null;
  if (ends !== null) return value.slice(0, ends.index + 1);
  return value.startsWith('<') ? value : value.replace(/\$\$.*/g, '').trim();
}

/** The number of blanks is bounded, so that a long run of them is not tried from each of its positions. */
const COMMENT_AFTER_STRING = />\s{0,80}\$\$/;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Parses a number as an instrument writes it, with `.` or (German Windows) `,`.
 *
 * @returns NaN when it is not a number
 */
export function parseDecimal(value: string): number {
  return NUMBER.test(value) ? Number(value.replace(',', '.')) : NaN;
}
