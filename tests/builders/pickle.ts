/** A value to pickle, in Python's types. An object that occurs twice is written once. */
export type Py = null | boolean | number | bigint | string | Uint8Array | PyObject;

export type PyObject =
  | { readonly py: 'float'; readonly value: number }
  | { readonly py: 'tuple'; readonly items: readonly Py[] }
  | { readonly py: 'list' | 'set'; readonly items: readonly Py[] }
  | { readonly py: 'dict'; readonly entries: readonly (readonly [Py, Py])[] }
  | { readonly py: 'name'; readonly module: string; readonly name: string }
  | { readonly py: 'call'; readonly callee: Py; readonly args: Py; readonly state?: Py }
  | { readonly py: 'object'; readonly class_: Py; readonly state: Py }
  | { readonly py: 'buffer'; readonly bytes: Uint8Array }
  | { readonly py: 'raw'; readonly bytes: readonly number[] }
  /** A value, and bytes that follow it, as in joblib's files. */
  | { readonly py: 'followed'; readonly value: Py; readonly bytes: Uint8Array };

export type Protocol = 0 | 1 | 2 | 3 | 4 | 5;
export const PROTOCOLS: readonly Protocol[] = [0, 1, 2, 3, 4, 5];

export const float = (value: number): Py => ({ py: 'float', value });
export const tuple = (...items: readonly Py[]): Py => ({ py: 'tuple', items });
export const list = (...items: readonly Py[]): Py => ({ py: 'list', items });
export const dict = (entries: Readonly<Record<string, Py>>): Py => ({
  py: 'dict',
  entries: Object.entries(entries),
});
/** A class or function by its full name, such as `numpy.ndarray`. */
export const name = (path: string): Py => ({
  py: 'name',
  module: path.slice(0, path.lastIndexOf('.')),
  name: path.slice(path.lastIndexOf('.') + 1),
});
/** The result of `callee(*args)`, to which `state` is then applied if it is given. */
export const call = (path: string, args: readonly Py[], state?: Py): Py => ({
  py: 'call',
  callee: name(path),
  args: tuple(...args),
  ...(state === undefined ? {} : { state }),
});
export const object = (path: string, state: Py): Py => ({
  py: 'object',
  class_: name(path),
  state,
});
/** Raw bytes, such as instructions. */
export const raw = (...bytes: readonly number[]): Py => ({ py: 'raw', bytes });

/** Writes a pickle of a protocol as Python does, without Python. */
export function writePickle(value: Py, protocol: Protocol): Uint8Array<ArrayBuffer> {
  return new PickleWriter(protocol).finish(value);
}

/** Returns the bytes of a sequence of instructions: numbers as bytes, and texts as their Latin-1 bytes. */
export function instructions(...parts: readonly (number | string | Uint8Array)[]) {
  return Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number'
        ? [part]
        : typeof part === 'string'
          ? Array.from(part, (character) => character.charCodeAt(0))
          : [...part],
    ),
  );
}

class PickleWriter {
  readonly #out: number[] = [];
  readonly #memo = new Map<Py, number>();
  readonly #protocol: Protocol;

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
  }

  finish(value: Py): Uint8Array<ArrayBuffer> {
    this.#write(value);
    this.#put('.');
    const body = Uint8Array.from(this.#out);
    if (this.#protocol < 2) return body;
    const head = [0x80, this.#protocol];
    if (this.#protocol >= 4) head.push(0x95, ...little(body.length, 8));
    return Uint8Array.from([...head, ...body]);
  }

  #put(text: string, ...bytes: readonly number[]): void {
    for (const character of text) this.#out.push(character.charCodeAt(0));
    for (const byte of bytes) this.#out.push(byte);
  }

  #write(value: Py): void {
    if (value === null) this.#put('N');
    else if (typeof value === 'boolean') this.#boolean(value);
    else if (typeof value === 'number' || typeof value === 'bigint') this.#integer(BigInt(value));
    else if (!this.#wasWritten(value)) this.#writeOnce(value);
  }

  #writeOnce(value: string | Uint8Array | PyObject): void {
    if (typeof value === 'string') {
      this.#text(value);
      return this.#remember(value);
    }
    if (value instanceof Uint8Array) {
      this.#bytes(value);
      return this.#remember(value);
    }
    switch (value.py) {
      case 'raw':
        return this.#put('', ...value.bytes);
      case 'followed':
        this.#write(value.value);
        return this.#put('', ...value.bytes);
      case 'float':
        return this.#float(value.value);
      case 'buffer':
        this.#put('\x96', ...little(value.bytes.length, 8), ...value.bytes);
        return this.#remember(value);
      case 'tuple':
        this.#tuple(value.items);
        return this.#remember(value);
      case 'name':
        this.#name(value.module, value.name);
        return this.#remember(value);
      case 'call':
        this.#write(value.callee);
        this.#write(value.args);
        this.#put('R');
        this.#remember(value);
        if (value.state !== undefined) this.#build(value.state);
        return;
      case 'object':
        this.#empty(value.class_);
        this.#remember(value);
        return this.#build(value.state);
      default:
        return this.#mutable(value);
    }
  }

  #empty(class_: Py): void {
    if (this.#protocol >= 2) {
      this.#write(class_);
      this.#put(')\x81');
      return;
    }
    this.#write(name('copyreg._reconstructor'));
    this.#write(tuple(class_, name('builtins.object'), null));
    this.#put('R');
  }

  #build(state: Py): void {
    this.#write(state);
    this.#put('b');
  }

  #wasWritten(value: string | Uint8Array | PyObject): boolean {
    const index = this.#memo.get(value);
    if (index === undefined) return false;
    if (this.#protocol === 0) this.#put(`g${index}\n`);
    else if (index < 256) this.#put('h', index);
    else this.#put('j', ...little(index, 4));
    return true;
  }

  #remember(value: Py): void {
    const index = this.#memo.size;
    this.#memo.set(value, index);
    if (this.#protocol === 0) this.#put(`p${index}\n`);
    else if (this.#protocol >= 4) this.#put('\x94');
    else if (index < 256) this.#put('q', index);
    else this.#put('r', ...little(index, 4));
  }

  #boolean(value: boolean): void {
    if (this.#protocol < 2) this.#put(value ? 'I01\n' : 'I00\n');
    else this.#put(value ? '\x88' : '\x89');
  }

  #integer(value: bigint): void {
    const isSmall = value >= -(2n ** 31n) && value < 2n ** 31n;
    if (this.#protocol === 0) this.#put(isSmall ? `I${value}\n` : `L${value}L\n`);
    else if (value >= 0n && value < 256n) this.#put('K', Number(value));
    else if (value >= 0n && value < 65_536n) this.#put('M', ...little(Number(value), 2));
    else if (isSmall) this.#put('J', ...little(Number(BigInt.asUintN(32, value)), 4));
    else if (this.#protocol === 1) this.#put(`L${value}L\n`);
    else {
      const size = Math.floor((value < 0n ? -value : value).toString(2).length / 8) + 1;
      let rest = BigInt.asUintN(size * 8, value);
      const bytes = Array.from({ length: size }, () => {
        const byte = Number(rest & 255n);
        rest >>= 8n;
        return byte;
      });
      this.#put('\x8a', size, ...bytes);
    }
  }

  #float(value: number): void {
    if (this.#protocol === 0) {
      const digits = Object.is(value, -0) ? '-0.0' : `${value}`;
      const text = digits.replace('Infinity', 'inf').replace('NaN', 'nan');
      return this.#put(`F${text}\n`);
    }
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setFloat64(0, value, false);
    this.#put('G', ...bytes);
  }

  #text(value: string): void {
    if (this.#protocol === 0) {
      const escaped = Array.from(value, (character) => {
        const code = character.codePointAt(0) ?? 0;
        if (code > 0xffff) return `\\U${code.toString(16).padStart(8, '0')}`;
        const isPlain = code < 0x100 && !'\\\n\r\0\x1a'.includes(character);
        return isPlain ? character : `\\u${code.toString(16).padStart(4, '0')}`;
      }).join('');
      return this.#put(`V${escaped}\n`);
    }
    const bytes = new TextEncoder().encode(value);
    if (this.#protocol >= 4 && bytes.length < 256) this.#put('\x8c', bytes.length, ...bytes);
    else this.#put('X', ...little(bytes.length, 4), ...bytes);
  }

  #bytes(value: Uint8Array): void {
    if (this.#protocol >= 3) {
      if (value.length < 256) this.#put('C', value.length, ...value);
      else this.#put('B', ...little(value.length, 4), ...value);
      return;
    }
    if (value.length === 0) this.#write(name('builtins.bytes'));
    else this.#write(name('_codecs.encode'));
    const text = Array.from(value, (byte) => String.fromCharCode(byte)).join('');
    this.#write(value.length === 0 ? tuple() : tuple(text, 'latin1'));
    this.#put('R');
  }

  #tuple(items: readonly Py[]): void {
    const isShort = this.#protocol >= 2 && items.length > 0 && items.length <= 3;
    if (items.length === 0 && this.#protocol > 0) return this.#put(')');
    if (!isShort) this.#put('(');
    for (const item of items) this.#write(item);
    if (isShort) this.#put('', 0x84 + items.length);
    else this.#put('t');
  }

  #mutable(value: PyObject & { readonly py: 'list' | 'set' | 'dict' }): void {
    const items = value.py === 'dict' ? value.entries.flat() : value.items;
    const [empty, begin, one, many] = (
      {
        list: [']', '(l', 'a', 'e'],
        set: ['\x8f', '\x8f', '', '\x90'],
        dict: ['}', '(d', 's', 'u'],
      } as const
    )[value.py];
    this.#put(this.#protocol === 0 ? begin : empty);
    this.#remember(value);
    if (items.length === 0) return;
    if (this.#protocol > 0) this.#put('(');
    items.forEach((item, i) => {
      this.#write(item);
      const isDone = value.py !== 'dict' || i % 2 === 1;
      if (this.#protocol === 0 && isDone) this.#put(one);
    });
    if (this.#protocol > 0) this.#put(many);
  }

  /** Protocols 0 to 2 use the module names of Python 2. */
  #name(module: string, attribute: string): void {
    if (this.#protocol >= 4) {
      this.#write(module);
      this.#write(attribute);
      return this.#put('\x93');
    }
    const old = { builtins: '__builtin__', copyreg: 'copy_reg' }[module];
    this.#put(`c${(this.#protocol < 3 && old) || module}\n${attribute}\n`);
  }
}

function little(value: number, size: number): number[] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return [...bytes.subarray(0, size)];
}
