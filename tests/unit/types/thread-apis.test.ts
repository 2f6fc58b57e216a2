import { expectTypeOf, it } from 'vitest';
import type { ConnectedArchiveWorkerApi, HeldEntriesApi } from '../../../workers/archive/api';
import type { CheckWorkerApi } from '../../../workers/check/api';
import type { ImporterWorkerApi } from '../../../workers/importer/api';
import type { ReaderWorkerApi } from '../../../workers/reader/api';
import type { SimilarityWorkerApi } from '../../../workers/similarity/api';
import type { ConnectedSpectrumWorkerApi } from '../../../workers/spectrum/api';
import type { WorkbookWorkerApi } from '../../../workers/workbook/api';
import type { Sentence } from '../../../src/words/told/sentence';

/** Types that browsers copy or transfer completely. */
type Whole =
  | Blob
  // It has texts and numbers alone, in one another at any depth.
  | Sentence
  | ArrayBuffer
  | ArrayBufferView
  | Date
  | MessagePort
  | ReadonlyMap<unknown, unknown>
  | ReadonlySet<unknown>;

/** `true` if a value of the type may contain a function, which no browser sends to another thread. */
type HoldsFunction<T> = T extends (...args: never) => unknown
  ? true
  : T extends Whole
    ? false
    : T extends readonly (infer Item)[]
      ? HoldsFunction<Item>
      : T extends object
        ? { [Key in keyof T]-?: HoldsFunction<T[Key]> }[keyof T]
        : false;

/** The arguments and results of an API's calls, which are sent between threads. */
type Messages<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Arguments) => Promise<infer Answer>
    ? Arguments[number] | Answer
    : 'a call that answers with no promise';
}[keyof Api];

/** An API as the other thread sees it, where a direct result also arrives as a promise. */
type FromOutside<Api> = {
  [Name in keyof Api]: Api[Name] extends (...args: infer Arguments) => infer Answer
    ? (...args: Arguments) => Promise<Awaited<Answer>>
    : never;
};

/** What each thread answers, and what the archive's thread answers to a compute thread. */
type ThreadApis = [
  ConnectedArchiveWorkerApi,
  FromOutside<HeldEntriesApi>,
  ConnectedSpectrumWorkerApi,
  ReaderWorkerApi,
  ImporterWorkerApi,
  CheckWorkerApi,
  SimilarityWorkerApi,
  WorkbookWorkerApi,
];

type Unanswered = 'a call that answers with no promise';

/** Tuples with an item for each API, so that a failure shows which API it concerns. */
type HoldFunctions<Apis> = { [Place in keyof Apis]: HoldsFunction<Messages<Apis[Place]>> };
type AreUnanswered<Apis> = { [Place in keyof Apis]: Extract<Messages<Apis[Place]>, Unanswered> };
type EachIs<Item, Apis> = { [Place in keyof Apis]: Item };

it('no message between threads can contain a function', () => {
  expectTypeOf<HoldFunctions<ThreadApis>>().toEqualTypeOf<EachIs<false, ThreadApis>>();
});

it('a function is found at any depth', () => {
  type Bad = { send(batch: readonly { readonly done?: () => void }[]): Promise<void> };
  expectTypeOf<HoldsFunction<Messages<Bad>>>().toEqualTypeOf<boolean>();
});

it('every call answers with a promise', () => {
  type Late = { go(): number };
  expectTypeOf<Messages<Late>>().toEqualTypeOf<'a call that answers with no promise'>();
  expectTypeOf<AreUnanswered<ThreadApis>>().toEqualTypeOf<EachIs<never, ThreadApis>>();
});
