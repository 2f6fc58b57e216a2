import type { PickleLimits } from './limits';
import { findName, type NameRules, RECONSTRUCTOR } from './names';
import { malformed, misusedName, type PickleProblem, tooLarge } from './problems';
import {
  isHolder,
  isName,
  type PickleDict,
  type PickleHolder,
  type PickleList,
  type PickleName,
  type PickleRecord,
  type PickleSet,
  type PickleValue,
} from './value';
import { sentence } from '../../words/told/sentence';

/**
 * The stack machine that a pickle's instructions drive. It only gathers plain values: a call becomes a record
 * of the function and its arguments. The first fault is kept in `fault`, and the state after it is
 * meaningless, so the caller must check after each instruction.
 */
export class PickleMachine {
  readonly #limits: PickleLimits;
  readonly #rules: NameRules;
  readonly #stack: PickleValue[] = [];
  /** Heights of the stack at the open MARKs. */
  readonly #marks: number[] = [];
  readonly #memo = new Map<number, PickleValue>();
  #objects = 0;
  #fault: PickleProblem | null = null;

  constructor(rules: NameRules, limits: PickleLimits) {
    this.#rules = rules;
    this.#limits = limits;
  }

  get fault(): PickleProblem | null {
    return this.#fault;
  }

  fail(fault: PickleProblem): void {
    this.#fault ??= fault;
  }

  push(value: PickleValue): void {
    if (this.#hasRoom()) this.#stack.push(value);
  }

  pop(): PickleValue {
    if (this.#stack.length <= (this.#marks.at(-1) ?? 0)) {
      this.fail(malformed(sentence('modelFile.faultValue')));
      return null;
    }
    return this.#stack.pop()!;
  }

  top(): PickleValue {
    const value = this.pop();
    this.push(value);
    return value;
  }

  mark(): void {
    if (this.#hasRoom()) this.#marks.push(this.#stack.length);
  }

  /** Pops the values since the last MARK, and the MARK itself. */
  popToMark(): PickleValue[] {
    const mark = this.#marks.pop();
    if (mark === undefined) {
      this.fail(malformed(sentence('modelFile.faultMark')));
      return [];
    }
    return this.#stack.splice(mark);
  }

  /** Executes POP, which removes a value, or the MARK on top. */
  popAny(): void {
    if (this.#marks.at(-1) === this.#stack.length) this.#marks.pop();
    else this.pop();
  }

  put(index: number): void {
    if (this.#memo.size >= this.#limits.memo) {
      this.fail(tooLarge(sentence('modelFile.limitMemo', { most: this.#limits.memo })));
      return;
    }
    this.#memo.set(index, this.top());
  }

  memoize(): void {
    this.put(this.#memo.size);
  }

  get(index: number): void {
    const value = this.#memo.get(index);
    if (value === undefined) this.fail(malformed(sentence('modelFile.faultReference', { index })));
    else this.push(value);
  }

  pushTuple(items: readonly PickleValue[]): void {
    this.#pushNew({ kind: 'tuple', items, depth: 1, sealed: false }, items);
  }

  pushList(items: PickleValue[]): void {
    this.#pushNew({ kind: 'list', items, depth: 1, sealed: false }, items);
  }

  pushSet(items: PickleValue[]): void {
    this.#pushNew({ kind: 'set', items, depth: 1, sealed: false }, items);
  }

  pushDict(items: readonly PickleValue[]): void {
    this.#pushDict(false);
    this.setItems(items);
  }

  #pushDict(ofClass: boolean): void {
    const dict: PickleDict = { kind: 'dict', entries: new Map(), ofClass, depth: 1, sealed: false };
    this.#pushNew(dict, []);
  }

  append(items: readonly PickleValue[], kind: 'list' | 'set'): void {
    const holder = this.#holderOnTop<PickleList | PickleSet>(kind);
    if (holder === null) return;
    this.#hold(holder, items);
    for (const item of items) holder.items.push(item);
  }

  /** @param items keys and values alternating */
  setItems(items: readonly PickleValue[]): void {
    const dict = this.#holderOnTop<PickleDict>('dict');
    if (dict === null) return;
    if (items.length % 2 !== 0) {
      this.fail(malformed(sentence('modelFile.faultKey')));
      return;
    }
    this.#hold(dict, items);
    for (let i = 0; i < items.length; i += 2) dict.entries.set(items[i]!, items[i + 1]!);
  }

  pushName(module: string, name: string): void {
    const found = findName(this.#rules, `${module}.${name}`);
    if ('message' in found) this.fail(found);
    else this.push({ kind: 'name', ...found });
  }

  /** Executes REDUCE: the call becomes a record. */
  pushCall(): void {
    const args = this.#popTuple();
    const callee = this.#popName();
    if (args === null || callee === null) return;
    if (callee.use === 'dict') {
      // A defaultdict is called with the type of its values.
      this.#pushDict(true);
    } else if (callee.use !== 'call' && callee.use !== 'any') {
      this.fail(misusedName(callee.name, 'modelFile.calls'));
    } else if (callee.name === RECONSTRUCTOR) {
      this.#reconstruct(args);
    } else {
      this.#pushRecord(callee.name, args);
    }
  }

  /** Makes an object in the way of protocols 0 and 1: empty, or of a class that is a dictionary. */
  #reconstruct([made, base, state, ...others]: readonly PickleValue[]): void {
    const isPlain = isName(base, 'builtins.object') && state === null && others.length === 0;
    if (isPlain && isName(made)) {
      this.#pushObject(made, []);
    } else if (isName(made) && made.use === 'dict' && isName(base, 'builtins.dict')) {
      const items = isHolder(state) && state.kind === 'dict' ? [...state.entries].flat() : [];
      this.#pushDict(true);
      this.setItems(items);
    } else {
      this.fail(malformed(sentence('modelFile.faultMaking')));
    }
  }

  /** Executes NEWOBJ and NEWOBJ_EX; the latter has names for its arguments. */
  pushObject(hasKeywords: boolean): void {
    const keywords = hasKeywords ? this.pop() : null;
    const args = this.#popTuple();
    const made = this.#popName();
    if (args === null || made === null) return;
    const hasNone =
      keywords === null ||
      (isHolder(keywords) && keywords.kind === 'dict' && keywords.entries.size === 0);
    if (hasNone) this.#pushObject(made, args);
    else this.fail(malformed(sentence('modelFile.faultMaking')));
  }

  /** Executes BUILD, which sets the state on top of the stack as that of the record below it. */
  build(): void {
    const state = this.pop();
    const top = this.top();
    if (isHolder(top) && top.kind === 'dict' && top.ofClass) return;
    const record = this.#holderOnTop<PickleRecord>('record');
    if (record === null) return;
    if (record.state !== undefined) {
      this.fail(malformed(sentence('modelFile.faultStates', { name: record.of })));
      return;
    }
    this.#hold(record, [state]);
    record.state = state;
  }

  /** @returns the record on top of the stack when it is of this class; the stack is unchanged */
  recordOnTop(of: string): PickleRecord | null {
    const value = this.#stack.at(-1);
    return isHolder(value) && value.kind === 'record' && value.of === of ? value : null;
  }

  /** Puts a value in place of the one on top. What refers to that one still finds it. */
  replaceTop(value: PickleValue): void {
    this.pop();
    this.push(value);
  }

  #hasRoom(): boolean {
    if (this.#stack.length + this.#marks.length < this.#limits.stack) return true;
    this.fail(tooLarge(sentence('modelFile.limitStack', { most: this.#limits.stack })));
    return false;
  }

  #pushObject(made: PickleName, args: readonly PickleValue[]): void {
    if (made.use === 'dict') this.#pushDict(true);
    else if (made.use === 'any' || (made.use === 'class' && args.length === 0))
      this.#pushRecord(made.name, args);
    else this.fail(misusedName(made.name, 'modelFile.makesObject'));
  }

  #pushRecord(of: string, args: readonly PickleValue[]): void {
    const record: PickleRecord = {
      kind: 'record',
      of,
      args,
      state: undefined,
      depth: 1,
      sealed: false,
    };
    this.#pushNew(record, args);
  }

  #pushNew(holder: PickleHolder, items: readonly PickleValue[]): void {
    this.#objects++;
    if (this.#objects > this.#limits.objects) {
      this.fail(tooLarge(sentence('modelFile.limitObjects', { most: this.#limits.objects })));
    }
    this.#hold(holder, items);
    this.push(holder);
  }

  /**
   * Records that a holder receives these items. An item is sealed once it is held, and a sealed holder
   * receives nothing more. So a holder's depth is final once it counts, and no value can come to hold itself.
   */
  #hold(holder: PickleHolder, items: readonly PickleValue[]): void {
    for (const item of items) {
      if (!isHolder(item)) continue;
      item.sealed = true;
      holder.depth = Math.max(holder.depth, item.depth + 1);
    }
    if (holder.sealed) {
      this.fail(malformed(sentence('modelFile.faultChanges')));
    }
    if (holder.depth > this.#limits.depth) {
      this.fail(tooLarge(sentence('modelFile.limitDepth', { most: this.#limits.depth })));
    }
  }

  #holderOnTop<Holder extends PickleHolder>(kind: Holder['kind']): Holder | null {
    const value = this.top();
    if (isHolder(value) && value.kind === kind) return value as Holder;
    this.fail(malformed(sentence('modelFile.faultNeeds', { kind })));
    return null;
  }

  #popTuple(): readonly PickleValue[] | null {
    const value = this.pop();
    if (isHolder(value) && value.kind === 'tuple') return value.items;
    this.fail(malformed(sentence('modelFile.faultArguments')));
    return null;
  }

  #popName(): PickleName | null {
    const value = this.pop();
    if (isName(value)) return value;
    this.fail(malformed(sentence('modelFile.faultCalled')));
    return null;
  }
}
