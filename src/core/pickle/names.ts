import { dangerousName, type PickleProblem } from './problems';
import type { NameUse } from './value';

export interface AllowedName {
  /** Name of the class in the records: one for all modules that it has been in. */
  readonly name: string;
  readonly use: NameUse;
}

/** The names that a pickle may mention. Everything else is refused, and named in the problem. */
export interface NameRules {
  readonly allowed: ReadonlyMap<string, AllowedName>;
  /** Allows further names by their form; null for a name that is not allowed. */
  readonly match?: (name: string) => AllowedName | null;
  /** Explains a name that is not allowed; null where the general problem says enough. */
  readonly explain?: (name: string) => PickleProblem | null;
}

/** Makes an empty object of the class among its arguments, in protocols 0 and 1. */
export const RECONSTRUCTOR = 'copyreg._reconstructor';

/** Names of Python itself that every pickle of protocol 0 to 2 needs. */
export const PYTHON_NAMES: readonly (readonly [string, AllowedName])[] = [
  ['copyreg._reconstructor', { name: RECONSTRUCTOR, use: 'call' }],
  ['copy_reg._reconstructor', { name: RECONSTRUCTOR, use: 'call' }],
  ['builtins.object', { name: 'builtins.object', use: 'mention' }],
  ['__builtin__.object', { name: 'builtins.object', use: 'mention' }],
  // Bytes as text, and empty bytes: protocols 0 to 2 have no instruction for bytes.
  ['_codecs.encode', { name: '_codecs.encode', use: 'call' }],
  ['builtins.bytes', { name: 'builtins.bytes', use: 'call' }],
  ['__builtin__.bytes', { name: 'builtins.bytes', use: 'call' }],
  ...['builtins', '__builtin__'].flatMap((module) => [
    ...['set', 'frozenset', 'bytearray', 'complex', 'range', 'slice'].map(
      (type) => [`${module}.${type}`, { name: `builtins.${type}`, use: 'call' }] as const,
    ),
    ...['int', 'float', 'str', 'bool', 'list', 'dict', 'tuple'].map(
      (type) => [`${module}.${type}`, { name: `builtins.${type}`, use: 'mention' }] as const,
    ),
  ]),
  // A function with some of its arguments, of which nothing is called: options of a feature selection.
  ['functools.partial', { name: 'functools.partial', use: 'any' }],
  ['collections.OrderedDict', { name: 'collections.OrderedDict', use: 'dict' }],
  ['collections.defaultdict', { name: 'collections.defaultdict', use: 'dict' }],
  ...[
    ...['datetime.datetime', 'datetime.date', 'datetime.time', 'datetime.timedelta'],
    ...['datetime.timezone', 'decimal.Decimal', 'collections.Counter', 'uuid.UUID'],
    ...['pathlib.PosixPath', 'pathlib.WindowsPath', 'pathlib.PurePosixPath'],
    ...['pathlib._local.PosixPath', 'pathlib._local.WindowsPath'],
  ].map((name) => [name, { name, use: 'any' }] as const),
];

export function findName(rules: NameRules, name: string): AllowedName | PickleProblem {
  return (
    rules.allowed.get(name) ?? rules.match?.(name) ?? rules.explain?.(name) ?? dangerousName(name)
  );
}
