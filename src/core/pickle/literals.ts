/** Every browser and Node have it, but no ECMAScript library declares it, so it is declared here. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Read the values that an instruction holds as text or bytes; null where these are malformed. */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** One character per byte, as Python 2's strings hold binary data. */
export function readLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return text;
}

/** @returns an integer as a number where that is exact */
function shrink(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Reads a little-endian two's complement of any length, as in LONG1 and LONG4. */
export function readLong(bytes: Uint8Array): number | bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[i]!);
  return shrink(BigInt.asIntN(bytes.length * 8, value));
}

/** Reads a decimal integer: `12` or, in protocol 0's LONG, `12L`. */
export function readDecimal(line: Uint8Array): number | bigint | null {
  const text = readLatin1(line);
  return /^[+-]?\d+L?$/.test(text) ? shrink(BigInt(text.replace(/^\+|L$/g, ''))) : null;
}

/** Reads an integer of protocol 0, which writes the booleans as the integers `00` and `01`. */
export function readInt(line: Uint8Array): number | bigint | boolean | null {
  const text = line.length === 2 ? readLatin1(line) : '';
  return text === '00' ? false : text === '01' ? true : readDecimal(line);
}

export function readFloat(line: Uint8Array): number | null {
  // The longest float that Python writes has 24 characters.
  const text = line.length > 40 ? '' : readLatin1(line);
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return Number(text);
  const special = /^([+-]?)(inf|nan)$/.exec(text);
  if (special === null) return null;
  return special[2] === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity;
}

/** Reads protocol 0's UNICODE: Latin-1 with `\uXXXX` and `\UXXXXXXXX`. */
export function readRawUnicode(line: Uint8Array): string | null {
  const raw = readLatin1(line);
  let text = '';
  let at = 0;
  for (let next = nextEscape(raw, 0); next >= 0; next = nextEscape(raw, at)) {
    const end = next + (raw[next + 1] === 'u' ? 6 : 10);
    const digits = raw.slice(next + 2, end);
    const code = parseInt(digits, 16);
    if (end > raw.length || !/^[0-9a-fA-F]+$/.test(digits) || code > 0x10ffff) return null;
    text += raw.slice(at, next) + String.fromCodePoint(code);
    at = end;
  }
  return at === 0 ? raw : text + raw.slice(at);
}

/** Finds the next backslash that is followed by `u` or `U`; any other is a plain character. */
function nextEscape(raw: string, from: number): number {
  let at = raw.indexOf('\\', from);
  while (at >= 0 && raw[at + 1] !== 'u' && raw[at + 1] !== 'U') at = raw.indexOf('\\', at + 1);
  return at;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Reads protocol 0's STRING: a string of Python 2 in quotes, with its escapes. */
export function readQuoted(line: Uint8Array): string | null {
  const text = readLatin1(line);
  const quoted = /^'(.*)'$|^"(.*)"$/s.exec(text);
  if (quoted === null) return null;
  let valid = true;
  const plain = (quoted[1] ?? quoted[2] ?? '').replace(
    /\\(?:x([0-9a-fA-F]{2})|(.)|$)/gs,
    (_, hex?: string, letter?: string) => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      const character = ESCAPES[letter ?? ''];
      if (character === undefined) valid = false;
      return character ?? '';
    },
  );
  return valid ? plain : null;
}
