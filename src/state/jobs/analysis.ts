import type { JobEvent, JobGuard, ModelRef } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { Grouping } from '../../core/sample-sheet/grouping-kinds';
import type { WatchedPeak } from '../../core/watch/types';
import type { KnownOutcomes } from '../../engine/job-input';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';

/** A model whose files were verified. The workers have loaded it, or are loading it. */
export interface PreparedModel {
  /** The key that identifies it, in later visits as well. */
  readonly key: string;
  readonly ref: ModelRef;
  readonly manifest: ModelManifest;
  /** How it is to be guarded; null, or absent, for a model that refuses by itself. */
  readonly guard?: JobGuard | null;
  /**
   * Classifies all spectra of an input. The last event is `done` or `failed`. It may start before the first
   * event is requested, so end it if its events are never consumed.
   */
  run(input: {
    readonly files: readonly InputFile[];
    readonly sampleSheet: InputFile | null;
    readonly grouping: Grouping | null;
    /** Peaks to look for in each spectrum. */
    readonly watch: readonly WatchedPeak[];
    readonly signal: AbortSignal;
    /** Results of an earlier attempt at the same input. */
    readonly known?: KnownOutcomes;
  }): AsyncIterable<JobEvent>;
  /**
   * Runs the threads' code in while the page is idle, once a page: what a browser has compiled well makes the
   * first job faster.
   *
   * @param signal stops it, for a job that comes
   */
  runIn?(signal: AbortSignal): Promise<void>;
}

/** The page's interface to the engine. */
export interface Analysis {
  /**
   * Loads and verifies a model and starts the workers, unless that was done before.
   *
   * @param model its key; null for the one that is chosen in the settings
   */
  prepare(model: string | null): Promise<Result<PreparedModel, Problem>>;
}

/**
 * Prepares the model that a job was requested with; for a resumed job, the one that it ran with. If the
 * user had not chosen that one and an update of the host has replaced it, the settings' model is used.
 */
export async function prepareModelOf(
  analysis: Analysis,
  { modelKey = null, ranWith }: Pick<JobRecord, 'modelKey' | 'ranWith'>,
): Promise<Result<PreparedModel, Problem>> {
  if (modelKey !== null || ranWith === undefined) return analysis.prepare(modelKey);
  const same = await analysis.prepare(ranWith);
  return same.ok || same.error.kind !== 'model-absent' ? same : analysis.prepare(null);
}
