import { expectTypeOf, it } from 'vitest';
import type { ConnectedArchiveWorkerApi } from '../../../workers/archive/api';
import type { CheckWorkerApi } from '../../../workers/check/api';
import type { ImporterWorkerApi } from '../../../workers/importer/api';
import type { ReaderWorkerApi } from '../../../workers/reader/api';
import type { ConnectedSpectrumWorkerApi } from '../../../workers/spectrum/api';

/** Types that browsers copy or transfer as a whole. */
type Whole =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | Date
  | MessagePort
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>;

/** `true` where a value of the type may contain a function, which no browser sends to another thread. */
type HoldsFunction<T> = T extends (...args: never) => unknown
  ? true
  : T extends Whole
    ? false
    : T extends readonly (infer Item)[]
      ? HoldsFunction<Item>
      : T extends object
        ? { [Key in keyof T]-?: HoldsFunction<T[Key]> }[keyof T]
        : false;

/** The arguments and results of an api's calls, which are sent between threads. */
type Messages<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Arguments) => Promise<infer Answer>
    ? Arguments[number] | Answer
    : 'a call that answers with no promise';
}[keyof Api];

it('no message between threads can contain a function', () => {
  expectTypeOf<HoldsFunction<Messages<ConnectedArchiveWorkerApi>>>().toEqualTypeOf<false>();
  expectTypeOf<HoldsFunction<Messages<ConnectedSpectrumWorkerApi>>>().toEqualTypeOf<false>();
  expectTypeOf<HoldsFunction<Messages<ReaderWorkerApi>>>().toEqualTypeOf<false>();
  expectTypeOf<HoldsFunction<Messages<ImporterWorkerApi>>>().toEqualTypeOf<false>();
  expectTypeOf<HoldsFunction<Messages<CheckWorkerApi>>>().toEqualTypeOf<false>();
});

it('finds a function at any depth', () => {
  type Bad = { send(batch: readonly { readonly done?: () => void }[]): Promise<void> };
  expectTypeOf<HoldsFunction<Messages<Bad>>>().toEqualTypeOf<boolean>();
});

it('every call answers with a promise', () => {
  type Late = { go(): number };
  expectTypeOf<Messages<Late>>().toEqualTypeOf<'a call that answers with no promise'>();
  type Unanswered = 'a call that answers with no promise';
  expectTypeOf<Extract<Messages<ConnectedSpectrumWorkerApi>, Unanswered>>().toBeNever();
  expectTypeOf<Extract<Messages<ConnectedArchiveWorkerApi>, Unanswered>>().toBeNever();
});
