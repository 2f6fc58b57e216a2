import type { Fault, Probed } from './probe';
import type { Bytes } from './target';

/** A task for the process that reads inputs. */
export type Task =
  | {
      readonly kind: 'fuzz';
      readonly target: string;
      readonly seed: string;
      /**
       * Number of processes that the target has used so far, each of which continues with inputs of its own.
       */
      readonly round: number;
      readonly inputs: number;
      /** Milliseconds after which it ends in any case. */
      readonly time: number;
      /** The folder in which inputs are kept from one run to the next. */
      readonly corpus: string | null;
    }
  | { readonly kind: 'try'; readonly target: string; readonly input: Bytes };

/** The progress of a task. */
export interface Progress {
  readonly inputs: number;
  readonly milliseconds: number;
  /** Number of inputs that reached something new. */
  readonly kept: number;
  /** All the ways in which inputs ended. */
  readonly endings: readonly string[];
}

export type Message =
  /** The first message: the process has loaded the targets. */
  | { readonly kind: 'ready' }
  /** Sent from time to time, to show that it does not hang. */
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'finding'; readonly input: Bytes; readonly fault: Fault }
  | { readonly kind: 'tried'; readonly probed: Probed }
  /** The last message of each task. */
  | { readonly kind: 'done' };
