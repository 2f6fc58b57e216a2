import type { JobThreads } from '../../workers/job-threads';
import type { SpectrumOutcome } from '../core/job/outcome';
import type { WatchedPeak } from '../core/watch/types';
import type { InputFile } from '../io/entry';
import type { ModelPack } from '../io/open-model-pack';
import type { Watch } from './watch';

export interface JobInput {
  readonly files: readonly InputFile[];
  /** A sheet that was chosen beside the files; sheets inside them then do not count. */
  readonly sampleSheet: InputFile | null;
  /** What a broken run of the same input with the same model had done; absent for a new job. */
  readonly known?: KnownOutcomes;
  /** Peaks to look for in each spectrum. They change no call. */
  readonly watch?: readonly WatchedPeak[];
}

/**
 * Outcomes of an earlier run, by index, of those that are asked for: their places in the order of
 * discovery and their paths inside their source. Without vectors.
 */
export type KnownOutcomes = (
  places: readonly { readonly index: number; readonly path: string }[],
) => Promise<ReadonlyMap<number, KnownOutcome>>;

export type KnownOutcome = SpectrumOutcome;

export interface JobTools extends JobThreads {
  /** Given to the pool here; it may be loaded already, or loading. */
  readonly pack: ModelPack;
  /** How it is watched; absent or null where nothing is to be said of that. */
  readonly watch?: Watch | null;
}
