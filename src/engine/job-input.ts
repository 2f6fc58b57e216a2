import type { JobThreads } from '../../workers/job-threads';
import type { SpectrumOutcome } from '../core/job/outcome';
import type { Grouping } from '../core/sample-sheet/grouping-kinds';
import type { WatchedPeak } from '../core/watch/types';
import type { InputFile } from '../io/entry';
import type { ModelPack } from '../io/open-model-pack';
import type { GuardPlan } from './plan-guard';

export interface JobInput {
  readonly files: readonly InputFile[];
  /** A sheet that was chosen beside the files. Sheets among the files are then ignored. */
  readonly sampleSheet: InputFile | null;
  /** How samples are made without a sheet, in which case all sheets are ignored; absent: by sheets. */
  readonly grouping?: Grouping | null;
  /** The results of an interrupted run of the same input with the same model; absent for a new job. */
  readonly known?: KnownOutcomes;
  /** Peaks to look for in each spectrum, which do not change any call. */
  readonly watch?: readonly WatchedPeak[];
}

/**
 * Looks up outcomes of an earlier run, by index, for given positions in the order of discovery and paths
 * inside the source. They contain no vectors.
 */
export type KnownOutcomes = (
  places: readonly { readonly index: number; readonly path: string }[],
) => Promise<ReadonlyMap<number, KnownOutcome>>;

export type KnownOutcome = SpectrumOutcome;

export interface JobTools extends JobThreads {
  /** Will be loaded into the pool, unless it is loaded or loading already. */
  readonly pack: ModelPack;
  /** How it is guarded; absent or null where that is not reported. */
  readonly guard?: GuardPlan | null;
}
