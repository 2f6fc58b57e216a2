import type { Bytes, Mutator } from '../target';
import { concat, pick } from './bytes';

/** The operand of an instruction: a number of bytes, of lines, or bytes after their length. */
type Operand =
  { readonly bytes: number } | { readonly lines: number } | { readonly lengthBytes: number };

const NOTHING: Operand = { bytes: 0 };

/** Source: Python's pickletools. Instructions that are absent have no operand. */
const OPERANDS: ReadonlyMap<number, Operand> = new Map<number, Operand>([
  ...[...'Khq\u0080\u0082'].map((op) => [op.charCodeAt(0), { bytes: 1 }] as const),
  ...[...'M\u0083'].map((op) => [op.charCodeAt(0), { bytes: 2 }] as const),
  ...[...'Jjr\u0084'].map((op) => [op.charCodeAt(0), { bytes: 4 }] as const),
  ...[...'G\u0095'].map((op) => [op.charCodeAt(0), { bytes: 8 }] as const),
  ...[...'FILSVgpP'].map((op) => [op.charCodeAt(0), { lines: 1 }] as const),
  ...[...'ci'].map((op) => [op.charCodeAt(0), { lines: 2 }] as const),
  ...[...'\u008c\u008aCU'].map((op) => [op.charCodeAt(0), { lengthBytes: 1 }] as const),
  ...[...'XBT\u008b'].map((op) => [op.charCodeAt(0), { lengthBytes: 4 }] as const),
  ...[...'\u008d\u008e\u0096'].map((op) => [op.charCodeAt(0), { lengthBytes: 8 }] as const),
]);

/** Splits a pickle into its instructions, each with its operand. */
function instructionsOf(input: Bytes): Bytes[] {
  const all: Bytes[] = [];
  for (let at = 0; at < input.length && all.length < 20_000;) {
    const end = Math.min(input.length, endOf(input, at));
    all.push(input.slice(at, end));
    at = end;
  }
  return all;
}

function endOf(input: Bytes, at: number): number {
  const operand = OPERANDS.get(input[at]!) ?? NOTHING;
  if ('bytes' in operand) return at + 1 + operand.bytes;
  if ('lines' in operand) {
    let end = at + 1;
    for (let i = 0; i < operand.lines; i++) {
      const feed = input.indexOf(0x0a, end);
      end = feed < 0 ? input.length : feed + 1;
    }
    return end;
  }
  let length = 0;
  for (let i = operand.lengthBytes; i > 0; i--) length = length * 256 + (input[at + i] ?? 0);
  return at + 1 + operand.lengthBytes + length;
}

/** Instructions that make something of what is on the stack, and some that no model contains. */
const OTHERS: readonly string[] = [
  ...[
    '(',
    '.',
    '0',
    '1',
    '2',
    'N',
    ']',
    '}',
    ')',
    '\u008f',
    '\u0088',
    '\u0089',
    'a',
    'e',
    's',
    'u',
  ],
  ...[
    'R',
    'b',
    't',
    '\u0085',
    '\u0086',
    '\u0087',
    '\u0081',
    '\u0092',
    '\u0093',
    '\u0094',
    '\u0090',
  ],
  ...['\u0091', 'l', 'd', 'o', 'Q', 'K\u0000', 'h\u0000', 'q\u0000', 'j\u0001\u0000\u0000\u0000'],
  ...['cos\nsystem\n', 'cbuiltins\neval\n', '(ios\nsystem\n', 'csklearn.svm._classes\nSVC\n'],
  ...[
    'cnumpy\ndtype\n',
    'cnumpy\nndarray\n',
    'ccopyreg\n_reconstructor\n',
    'Pid\n',
    '\u0082\u0001',
  ],
  ...[
    'X\u00ff\u00ff\u00ff\u00ff',
    'B\u0000\u0000\u0000\u0080',
    '\u008a\u00ff',
    'I99999999999999999999\n',
  ],
  ...[
    'L-1L\n',
    'Fnan\n',
    'F1e999\n',
    'S"a\\x41"\n',
    'V\\ud800\n',
    '\u0080\u0009',
    '\u0097',
    '\u0098',
  ],
];

const changeInstructions: Mutator = (input, random, another) => {
  const list = instructionsOf(input);
  if (list.length === 0) return input;
  const at = random.below(list.length);
  const other = random.below(list.length);
  const strange = () => Uint8Array.from(Buffer.from(pick(random, OTHERS), 'latin1'));
  switch (random.below(7)) {
    case 0:
      list.splice(at, 1 + random.below(3));
      break;
    case 1:
      list.splice(other, 0, ...list.slice(at, at + 1 + random.below(8)));
      break;
    case 2:
      [list[at], list[other]] = [list[other]!, list[at]!];
      break;
    case 3:
      list[at] = strange();
      break;
    case 4:
      list.splice(at, 0, strange());
      break;
    case 5: {
      const from = instructionsOf(another());
      const start = random.below(from.length + 1);
      list.splice(at, random.below(4), ...from.slice(start, start + 1 + random.below(20)));
      break;
    }
    default: {
      const unit = random.chance(0.5) ? strange() : list[at]!;
      const times = Math.min(pick(random, [70, 1000, 20_000]), Math.ceil(2 ** 19 / unit.length));
      list.splice(at, 1, ...new Array<Bytes>(times).fill(unit));
    }
  }
  return concat(list);
};

export const pickleMutators: readonly Mutator[] = [changeInstructions];
