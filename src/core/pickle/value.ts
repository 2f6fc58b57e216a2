/**
 * The content of a pickle as plain data: nothing in it was called, imported or constructed. A Python integer
 * is a number where that is exact, else a bigint; a float is a number too.
 */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PickleTuple
  | PickleList
  | PickleSet
  | PickleDict
  | PickleName
  | PickleRecord;

/** The parser's own marks on values that hold others. */
interface Holder {
  /** Number of levels of values, 1 for an empty or flat one. */
  depth: number;
  /** Whether another value holds it. It cannot change after that, so nothing can come to hold itself. */
  sealed: boolean;
}

export interface PickleTuple extends Holder {
  readonly kind: 'tuple';
  readonly items: readonly PickleValue[];
}

export interface PickleList extends Holder {
  readonly kind: 'list';
  readonly items: PickleValue[];
}

export interface PickleSet extends Holder {
  readonly kind: 'set';
  readonly items: PickleValue[];
}

export interface PickleDict extends Holder {
  readonly kind: 'dict';
  /** Keys that are plain values are compared by value, as in Python; others by identity. */
  readonly entries: Map<PickleValue, PickleValue>;
  /** Whether it is of a class of its own, such as an OrderedDict; what else such an object has is dropped. */
  readonly ofClass: boolean;
}

/** A class or function of the allow-list, by its name there. */
export interface PickleName {
  readonly kind: 'name';
  readonly name: string;
  readonly use: NameUse;
}

/**
 * What a pickle may do with a name: `call` it with arguments, make an empty object of a `class`, either of
 * these (`any`), or only `mention` it among the arguments of another. Objects of a `dict` are dictionaries.
 */
export type NameUse = 'call' | 'class' | 'any' | 'dict' | 'mention';

/** An object that a pickle describes: its constructor, the arguments, and its state. */
export interface PickleRecord extends Holder {
  readonly kind: 'record';
  /** Name of the class or function in the allow-list. */
  readonly of: string;
  readonly args: readonly PickleValue[];
  /** Undefined until the pickle gives one. */
  state: PickleValue | undefined;
}

export type PickleHolder = PickleTuple | PickleList | PickleSet | PickleDict | PickleRecord;

type Kinded = PickleHolder | PickleName;

export function isHolder(value: PickleValue | undefined): value is PickleHolder {
  const kinded = asKinded(value);
  return kinded !== null && kinded.kind !== 'name';
}

/** @returns whether the value is a name, and the requested one if any */
export function isName(value: PickleValue | undefined, name?: string): value is PickleName {
  const kinded = asKinded(value);
  return kinded?.kind === 'name' && (name === undefined || kinded.name === name);
}

export function asRecord(value: PickleValue | undefined): PickleRecord | null {
  const kinded = asKinded(value);
  return kinded?.kind === 'record' ? kinded : null;
}

/** @returns the items of a tuple, or null when the value is anything else */
export function tupleItems(value: PickleValue | undefined): readonly PickleValue[] | null {
  const kinded = asKinded(value);
  return kinded?.kind === 'tuple' ? kinded.items : null;
}

export function listItems(value: PickleValue | undefined): readonly PickleValue[] | null {
  const kinded = asKinded(value);
  return kinded?.kind === 'list' ? kinded.items : null;
}

export function dictEntries(
  value: PickleValue | undefined,
): ReadonlyMap<PickleValue, PickleValue> | null {
  const kinded = asKinded(value);
  return kinded?.kind === 'dict' ? kinded.entries : null;
}

function asKinded(value: PickleValue | undefined): Kinded | null {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
    ? value
    : null;
}
