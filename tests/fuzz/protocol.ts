import type { Fault, Probed } from './probe';
import type { Bytes } from './target';

/** What the process that reads inputs is asked to do. */
export type Task =
  | {
      readonly kind: 'fuzz';
      readonly target: string;
      readonly seed: string;
      /** Counts the processes that a target has used up: each goes on with inputs of its own. */
      readonly round: number;
      readonly inputs: number;
      /** Milliseconds after which it ends in any case. */
      readonly time: number;
      /** Folder that inputs are kept in from one run to the next. */
      readonly corpus: string | null;
    }
  | { readonly kind: 'try'; readonly target: string; readonly input: Bytes };

/** Of a task so far. */
export interface Progress {
  readonly inputs: number;
  readonly milliseconds: number;
  /** Inputs that reached something new. */
  readonly kept: number;
  /** All the ways in which inputs ended. */
  readonly endings: readonly string[];
}

export type Message =
  /** The first of all: it has loaded the targets. */
  | { readonly kind: 'ready' }
  /** Now and then, so that it can be seen that it does not hang. */
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'finding'; readonly input: Bytes; readonly fault: Fault }
  | { readonly kind: 'tried'; readonly probed: Probed }
  /** The last of each task. */
  | { readonly kind: 'done' };
