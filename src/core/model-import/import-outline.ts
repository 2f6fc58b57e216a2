import type { Problem } from '../problem';
import type { Result } from '../result';
import type { WatchTable } from '../watch/parse-watch-table';
import type { ImportRole } from './recognise-file';

/** What a model's files turned out to be, before anything is made of them. */
export interface ImportReading {
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly role: ImportRole;
  }[];
  readonly outline: Result<ImportOutline, Problem>;
}

/** What a person is told, and asked, before a model or a table of peaks is added. */
export type ImportOutline = ModelOutline | WatchOutline;

export interface WatchOutline extends WatchTable {
  readonly kind: 'watch';
  /** Suggested. */
  readonly title: string;
  readonly path: string;
  /** The file, as it is kept. */
  readonly table: Uint8Array<ArrayBuffer>;
}

export type ModelOutline =
  | {
      readonly kind: 'pack';
      readonly title: string;
      readonly id: string;
      readonly version: string;
    }
  | {
      readonly kind: 'classifier' | 'markers';
      /** Suggested. */
      readonly title: string;
      readonly version: string;
      readonly namedFrom: number;
      /** Whole sentences. */
      readonly notes: readonly string[];
      /** Whole sentences: which taxa cannot be told apart, and why. Of marker tables only. */
      readonly unresolved: readonly string[];
      /** Classes that the model gives numbers, or nothing at all, for names; null: all have names. */
      readonly unnamed: { readonly labels: readonly string[] | null } | null;
    };

/** What a person says of the model that is made of their files. */
export interface ImportAnswers {
  readonly title: string;
  readonly version: string;
  readonly namedFrom: number;
  /** In the model's order; null: as the model or its list of classes has them. */
  readonly names: readonly string[] | null;
}
