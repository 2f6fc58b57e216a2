import type { Problem } from '../problem';
import type { Result } from '../result';
import type { WatchTable } from '../watch/parse-watch-table';
import type { ImportRole } from './recognise-file';
import type { WidthsOfEdges } from './tell-width';
import { type Sentences } from '../../words/told/sentence';

/** The roles that a model's files were recognised as, before anything is made from them. */
export interface ImportReading {
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly role: ImportRole;
  }[];
  readonly outline: Result<ImportOutline, Problem>;
}

/** What a person is shown and asked before a model or a table of peaks is added. */
export type ImportOutline = ModelOutline | WatchOutline;

export interface WatchOutline extends WatchTable {
  readonly kind: 'watch';
  /** The suggested title. */
  readonly title: string;
  readonly path: string;
  /** The file's bytes, as they will be stored. */
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
      /** The suggested title. */
      readonly title: string;
      readonly version: string;
      readonly namedFrom: number;
      /** Notes on the model. */
      readonly notes: readonly Sentences[];
      /** On the taxa that cannot be distinguished, and why. Marker tables only. */
      readonly unresolved: readonly Sentences[];
      /**
       * Labels of the model whose classes have numbers, or nothing at all, for names; null: all have names.
       */
      readonly unnamed: { readonly labels: readonly string[] | null } | null;
      /** The widths that the bins of a features list may have; null where the list leaves no choice. */
      readonly widths: WidthsOfEdges | null;
    };

/** What a person answers about the model that is made from their files. */
export interface ImportAnswers {
  readonly title: string;
  readonly version: string;
  readonly namedFrom: number;
  /** Names in the model's order; null: those of the model or of its list of classes. */
  readonly names: readonly string[] | null;
  /** Width of the bins that the features list names, Da; null where it leaves no choice. */
  readonly binWidth: number | null;
}
