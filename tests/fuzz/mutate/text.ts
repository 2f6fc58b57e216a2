import type { Random } from '../../../src/simulate/random';
import type { Bytes, Mutator } from '../target';
import { pick } from './bytes';

/** Numbers as text that may confuse a reader. */
export const EDGE_NUMBERS: readonly string[] = [
  '0',
  '-0',
  '-1',
  '1',
  '0.5',
  '1,5',
  '1e308',
  '1e-320',
  '1e999',
  '-1e999',
  'NaN',
  'nan',
  'Infinity',
  '-Infinity',
  'inf',
  '0x10',
  '1_000',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '1e',
  '+',
  '.',
  '',
  '٣',
  '999999999999999999999999999999',
];

/** Names and texts that mean something to some program. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'; DROP TABLE jobs; --",
  '{{7*7}}${7*7}',
  '=1+1',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  'C:\\Windows\\system32',
  '%s%n%00%2e%2e%2f',
  '\u0000',
  '\u202egnp.exe',
  '\ufeff',
  '\ud800',
  'ﷺ'.repeat(20),
  '👩‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  'A'.repeat(5000),
  ' ',
  '\t',
  '\r',
  '\n',
  '"',
  '""',
];

/** Converts bytes to text with one character a byte, and back, without loss. */
export function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function fromLatin1(text: string): Bytes {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

/** Returns the bytes of UTF-8 as text with one character a byte. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

type TextMutator = (text: string, random: Random) => string;

/** Replaces one match of a pattern, each with the same probability. */
function replaceOne(text: string, pattern: RegExp, random: Random, by: () => string): string {
  const matches = [...text.slice(0, 200_000).matchAll(pattern)];
  if (matches.length === 0) return text;
  const { index, 0: found } = pick(random, matches);
  return text.slice(0, index) + by() + text.slice(index + found.length);
}

const edgeNumber: TextMutator = (text, random) =>
  replaceOne(text, /[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?/g, random, () =>
    pick(random, EDGE_NUMBERS),
  );

const hostileWord: TextMutator = (text, random) =>
  replaceOne(text, /[A-Za-z0-9_.-]+/g, random, () => utf8(pick(random, HOSTILE_TEXTS)));

const hostileInsert: TextMutator = (text, random) => {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + utf8(pick(random, HOSTILE_TEXTS)) + text.slice(at);
};

/** Changes the list of lines, each with its own line end. */
function lines(change: (list: string[], random: Random) => string[]): TextMutator {
  return (text, random) => {
    const list = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
    return list.length === 0 ? text : change(list, random).join('');
  };
}

const lineMutators: readonly TextMutator[] = [
  lines((list, random) => list.toSpliced(random.below(list.length), 1)),
  lines((list, random) => {
    const at = random.below(list.length);
    return list.toSpliced(random.below(list.length + 1), 0, list[at]!);
  }),
  lines((list, random) => {
    const [a, b] = [random.below(list.length), random.below(list.length)];
    return list.with(a, list[b]!).with(b, list[a]!);
  }),
  lines((list, random) => {
    const at = random.below(list.length);
    const times = Math.min(pick(random, [10, 1000, 30_000]), Math.ceil(2 ** 19 / list[at]!.length));
    return list.toSpliced(at, 1, list[at]!.repeat(times));
  }),
  lines((list, random) => list.with(random.below(list.length), '\n')),
];

const delimiters: TextMutator = (text, random) =>
  text.replaceAll(
    pick(random, [',', '\t', ';', '=', '"', '<', '>', '\n']),
    pick(random, [',', '\t', ';', '\r\n', '\r', '"', ' ', '']),
  );

const encoding: TextMutator = (text, random) => {
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  switch (random.below(4)) {
    case 0:
      return `\xef\xbb\xbf${text}`;
    case 1:
      return `\xff\xfe${Buffer.from(decoded, 'utf16le').toString('latin1')}`;
    case 2:
      return `\xfe\xff${Buffer.from(decoded, 'utf16le').swap16().toString('latin1')}`;
    default:
      return `${text}\xe9`;
  }
};

/** Writes one of a format's own words over another word, or where there was none. */
function words(dictionary: readonly string[]): readonly TextMutator[] {
  if (dictionary.length === 0) return [];
  return [
    (text, random) => replaceOne(text, /[A-Za-z0-9_]+/g, random, () => pick(random, dictionary)),
    (text, random) => {
      const at = random.below(text.length + 1);
      return text.slice(0, at) + pick(random, dictionary) + text.slice(at);
    },
  ];
}

/** Returns changes of a text, with the words of its format. */
export function textMutators(dictionary: readonly string[] = []): readonly Mutator[] {
  const all: readonly TextMutator[] = [
    edgeNumber,
    edgeNumber,
    edgeNumber,
    hostileWord,
    hostileWord,
    hostileInsert,
    ...lineMutators,
    delimiters,
    encoding,
    ...words(dictionary),
    ...words(dictionary),
  ];
  return all.map(
    (mutate): Mutator =>
      (input, random) =>
        fromLatin1(mutate(asLatin1(input), random)),
  );
}
