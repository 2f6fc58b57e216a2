import { describe, expect, it } from 'vitest';
import { PICKLE_LIMITS } from '../../../../src/core/pickle/limits';
import { type NameRules, PYTHON_NAMES } from '../../../../src/core/pickle/names';
import { parsePickle } from '../../../../src/core/pickle/parse-pickle';
import {
  asRecord,
  dictEntries,
  listItems,
  type PickleValue,
  tupleItems,
} from '../../../../src/core/pickle/value';
import {
  call,
  dict,
  float,
  instructions,
  list,
  name,
  object,
  PROTOCOLS,
  type Py,
  raw,
  tuple,
  writePickle,
} from '../../../builders/pickle';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const RULES: NameRules = {
  allowed: new Map([
    ...PYTHON_NAMES,
    ['lab.Model', { name: 'Model', use: 'class' as const }],
    ['lab.make', { name: 'make', use: 'call' as const }],
  ]),
};

function parse(bytes: Uint8Array, limits = {}) {
  return parsePickle(bytes, RULES, { ...PICKLE_LIMITS, ...limits });
}

function read(bytes: Uint8Array): PickleValue {
  const parsed = parse(bytes);
  if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
  return parsed.value;
}

function fault(bytes: Uint8Array, limits = {}) {
  const parsed = parse(bytes, limits);
  return parsed.ok ? null : { kind: parsed.error.kind, message: parsed.error.message };
}

describe.each(PROTOCOLS)('a pickle of protocol %i', (protocol) => {
  const written = (value: Py) => read(writePickle(value, protocol));

  it.each([
    null,
    true,
    false,
    0,
    1,
    255,
    256,
    65_535,
    65_536,
    -1,
    -(2 ** 31),
    2 ** 31,
    -(2 ** 40),
    Number.MAX_SAFE_INTEGER,
    '',
    'Klebsiella',
    'back\\slash\nand\rlines\0',
    'ü',
    'Ω',
    '😀',
    'x'.repeat(300),
  ])('contains %j', (value) => {
    expect(written(value)).toBe(value);
  });

  it('contains integers beyond 2^53 exactly', () => {
    expect(written(2n ** 63n)).toBe(2n ** 63n);
    expect(written(-(2n ** 100n) + 1n)).toBe(-(2n ** 100n) + 1n);
  });

  it.each([0.1, -1.5e-300, 1e22, -0, NaN, Infinity, -Infinity, 3])(
    'contains the float %d',
    (value) => {
      expect(written(float(value))).toBe(value);
    },
  );

  it('contains lists, tuples and dictionaries', () => {
    const value = written(
      tuple(1, list('a', tuple()), dict({ k: list(), z: null }), tuple(1, 2, 3, 4)),
    );
    const [one, items, entries, four] = tupleItems(value) ?? [];
    expect(one).toBe(1);
    expect(listItems(items)?.map((item) => tupleItems(item) ?? item)).toEqual(['a', []]);
    expect([...(dictEntries(entries)?.keys() ?? [])]).toEqual(['k', 'z']);
    expect(tupleItems(four)).toEqual([1, 2, 3, 4]);
  });

  it('keeps shared objects shared', () => {
    const shared = list(1);
    const [a, b] = tupleItems(written(tuple(shared, shared))) ?? [];
    expect(listItems(a)).toEqual([1]);
    expect(a).toBe(b);
  });

  it('turns objects and calls into records', () => {
    const [made, called] =
      tupleItems(
        written(tuple(object('lab.Model', dict({ a: 1 })), call('lab.make', [1, 'x'], 7))),
      ) ?? [];
    expect(asRecord(made)?.of).toBe('Model');
    expect(dictEntries(asRecord(made)?.state)?.get('a')).toBe(1);
    expect(asRecord(called)).toMatchObject({ of: 'make', args: [1, 'x'], state: 7 });
  });

  it('refuses a name that is not on the list, and reports it', () => {
    for (const path of [
      'os.system',
      'builtins.eval',
      'posix.system',
      'subprocess.Popen',
      'lab.make2',
    ]) {
      const pickle = writePickle(call(path, ['echo']), protocol);
      const shown = protocol < 3 ? path.replace('builtins', '__builtin__') : path;
      expect(fault(pickle)?.kind).toBe('pickle-name');
      expect(spoken(fault(pickle)?.message)).toContain(`asks for ${shown},`);
    }
  });

  it('refuses a forbidden name wherever it occurs', () => {
    const bad = call('os.system', ['echo']);
    for (const value of [
      list(1, tuple(bad)),
      dict({ a: bad }),
      object('lab.Model', bad),
      call('lab.make', [bad]),
      call('lab.make', [call('lab.make', [name('builtins.getattr')])]),
      call('lab.make', [], call('builtins.exec', ['1'])),
    ]) {
      expect(fault(writePickle(value, protocol))?.kind).toBe('pickle-name');
    }
  });

  it('refuses a file that ends at any byte before its end', () => {
    const pickle = writePickle(
      tuple(1, float(2), 'text', Uint8Array.of(1, 2), list(dict({ a: 2n ** 70n }))),
      protocol,
    );
    for (let length = 1; length < pickle.length; length++) {
      expect(fault(pickle.subarray(0, length))?.kind).toBe('pickle-truncated');
    }
  });

  it('ignores what follows the end', () => {
    expect(read(instructions(writePickle(5, protocol), 'cos\nsystem\n'))).toBe(5);
  });
});

describe('bytes', () => {
  it('are views of the file from protocol 3 on', () => {
    const pickle = writePickle(Uint8Array.of(1, 2, 3), 4);
    const value = read(pickle);
    expect(value).toEqual(Uint8Array.of(1, 2, 3));
    expect((value as Uint8Array).buffer).toBe(pickle.buffer);
  });

  it('are encoded text before that', () => {
    const value = asRecord(read(writePickle(Uint8Array.of(1, 200), 2)));
    expect(value?.of).toBe('_codecs.encode');
    expect(value?.args).toEqual(['\x01\xc8', 'latin1']);
  });

  it('may be long', () => {
    expect(read(instructions('\x8e', [...'\x04\0\0\0\0\0\0\0'].join(''), 'abcd.'))).toEqual(
      instructions('abcd'),
    );
  });
});

describe("instructions that Python's own pickles of protocol 0 to 5 rarely have", () => {
  it.each([
    ["S'it\\'s\\n\\x41'\n.", "it's\nA"],
    ['S"a"\n.', 'a'],
    ['T\x02\0\0\0\xe9A.', '\xe9A'],
    ['U\x01A.', 'A'],
    ['(I1\nI2\nd.', new Map([[1, 2]])],
    ['I7\n2t.', null],
    ['I1\n(I2\nI3\n1.', 1],
    ['I1\n(0.', 1],
    ['I1\nI2\n0.', 1],
  ] as const)('%j', (text, expected) => {
    const parsed = parse(instructions(text));
    if (expected === null) expect(parsed.ok).toBe(false);
    else if (expected instanceof Map) {
      expect(parsed.ok && dictEntries(parsed.value)).toEqual(expected);
    } else expect(parsed.ok && parsed.value).toBe(expected);
  });

  it.each([
    ['PERSID', 'Pexternal\n.'],
    ['BINPERSID', 'U\x01xQ.'],
    ['EXT1', '\x82\x01.'],
    ['EXT2', '\x83\x01\0.'],
    ['EXT4', '\x84\x01\0\0\0.'],
    ['OBJ', '(clab\nModel\no.'],
    ['NEXT_BUFFER', '\x97.'],
    ['READONLY_BUFFER', 'N\x98.'],
  ])('%s is refused by name', (opcode, text) => {
    expect(fault(instructions(text))).toMatchObject({ kind: 'pickle-opcode' });
    expect(spoken(fault(instructions(text))?.message)).toContain(` ${opcode},`);
  });

  it('INST is refused with the class that it names', () => {
    expect(spoken(fault(instructions("(S'echo'\nios\nsystem\n."))?.message)).toContain('os.system');
  });

  it('a byte that is not an instruction is refused', () => {
    expect(fault(instructions('\xff.'))?.kind).toBe('pickle-malformed');
    expect(spoken(fault(instructions('\x80\x06N.'))?.message)).toContain('protocol 6');
  });
});

describe('objects in forms that no model has', () => {
  it.each([
    ['a class that is called', call('lab.Model', [])],
    ['a class with arguments', raw(...instructions('clab\nModel\n(I1\nt\x81'))],
    ['a function that is made an object of', object('lab.make', null)],
    ['a class with named arguments', raw(...instructions('clab\nModel\n)}(U\x01aI1\nu\x92'))],
    [
      'a reconstructor with another base',
      call('copyreg._reconstructor', [name('lab.Model'), name('lab.Model'), null]),
    ],
    ['a call of a text', raw(...instructions('U\x01a)R'))],
    ['a call without a tuple', raw(...instructions('clab\nmake\n]R'))],
    ['a state of a list', raw(...instructions(']}b'))],
    ['two states', raw(...instructions('clab\nModel\n)\x81}b}b'))],
    ['a list that grows on a dictionary', raw(...instructions('}I1\na'))],
    ['a key without a value', raw(...instructions('}(I1\nu'))],
    ['a name that is no text', raw(...instructions('I1\nI2\n\x93'))],
    ['a value that was never remembered', raw(...instructions('h\x05'))],
    ['a MARK that is not there', raw(...instructions('t'))],
    ['a value below a MARK', raw(...instructions('I1\n(\x85'))],
    ['an end with nothing', raw()],
  ])('%s', (_, value) => {
    expect(fault(writePickle(value, 2))?.kind).toMatch(/^pickle-(malformed|name)$/);
  });
});

describe('an input that would cost too much is refused', () => {
  it('for lengths beyond the file', () => {
    const huge = '\0\0\0\0\0\0\0\x10';
    for (const opcode of ['\x8e', '\x96', '\x8d', '\x95']) {
      expect(fault(instructions(opcode, huge, 'abc.'))?.kind).toBe('pickle-truncated');
    }
    expect(fault(instructions('B\xff\xff\xff\xff.'))?.kind).toBe('pickle-truncated');
    expect(fault(instructions('\x8b\xff\xff\xff\xff.'))?.kind).toBe('pickle-truncated');
  });

  it('for values that contain themselves', () => {
    expect(spoken(fault(instructions(']q\0h\0a.'))?.message)).toContain('holds itself');
    expect(fault(instructions(']q\0]q\x01h\0ah\x01a.'))?.kind).toBe('pickle-malformed');
    expect(fault(instructions('}q\0U\x01ah\0s.'))?.kind).toBe('pickle-malformed');
    expect(fault(instructions('clab\nModel\n)\x81q\0h\0b.'))?.kind).toBe('pickle-malformed');
    expect(fault(instructions(']q\0\x85q\x010h\0h\x01a.'))?.kind).toBe('pickle-malformed');
  });

  it('for deeply nested values', () => {
    expect(fault(instructions(')', '\x85'.repeat(100), '.'))?.kind).toBe('pickle-limit');
    expect(fault(instructions(')', '\x85'.repeat(60), '.'))).toBeNull();
    expect(fault(new Uint8Array(1_000_001).fill(0x28))?.kind).toBe('pickle-limit');
  });

  it('for values that each contain the previous one twice, by their depth only', () => {
    // Each level is a pair of the previous level, which makes 2^60 leaves if they are counted.
    expect(fault(instructions(')', '2\x86'.repeat(60), '.'))).toBeNull();
    expect(fault(instructions(')', '2\x86'.repeat(70), '.'))?.kind).toBe('pickle-limit');
  });

  it.each([
    ['instructions', { opcodes: 10 }, 'N0'.repeat(20)],
    ['objects', { objects: 10 }, ')0'.repeat(20)],
    ['remembered values', { memo: 10 }, 'N\x94'.repeat(20)],
    ['values on the stack', { stack: 10 }, 'N'.repeat(20)],
    ['marks on the stack', { stack: 10 }, '('.repeat(20)],
    ['bytes', { bytes: 10 }, 'N'.repeat(20)],
  ])('for too many %s', (_, limits, text) => {
    expect(fault(instructions(text, '.'), limits)?.kind).toBe('pickle-limit');
    expect(fault(instructions(text, 'N.'), { stack: 100 })?.kind).toBeUndefined();
  });

  it('for integers with too many digits', () => {
    expect(fault(instructions('L', '9'.repeat(101), 'L\n.'))?.kind).toBe('pickle-limit');
    expect(fault(instructions('\x8a\xff', 'x'.repeat(255), '.'))?.kind).toBe('pickle-limit');
  });
});

describe('invalid literals of protocol 0', () => {
  it.each([
    'Ix\n.',
    'I\n.',
    'L5x\n.',
    'Fx\n.',
    'F0x10\n.',
    'Sx\n.',
    "S'\\q'\n.",
    'V\\u12\n.',
    'V\\Uffffffff\n.',
    'gx\n.',
    'Np-1\n.',
    'U\x01\xffX\x01\0\0\0\xff.',
  ])('%j', (text) => {
    expect(fault(instructions(text))?.kind).toBe('pickle-malformed');
  });
});

describe('files that are not pickles', () => {
  it.each([
    ['pickle-none', ''],
    ['pickle-none', 'PK\x03\x04rest'],
    ['pickle-none', '\x93NUMPY'],
    ['pickle-joblib', '\x78\x9crest'],
    ['pickle-joblib', '\x1f\x8brest'],
    ['pickle-joblib', 'BZh9'],
    ['pickle-joblib', '\xfd7zXZ\0'],
    ['pickle-joblib', '\x04\x22\x4d\x18'],
    ['pickle-joblib', 'ZF0x'],
  ])('give %s for %j', (kind, text) => {
    expect(fault(instructions(text))?.kind).toBe(kind);
  });
});

describe('the quotation of a name', () => {
  it('is short and has no invisible characters', () => {
    const { message = '' } = fault(instructions(`cos\x1b[31m\u0007\n${'x'.repeat(500)}\n.`)) ?? {};
    const text = inEnglish(message);
    expect(text).toContain('os?[31m?.xxx');
    expect(text.length).toBeLessThan(250);
  });
});
