import type { JobEvent, ModelRef } from '../../core/job/types';
import type { JobWatch } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { Problem } from '../../core/problem';
import type { Result } from '../../core/result';
import type { WatchedPeak } from '../../core/watch/types';
import type { KnownOutcomes } from '../../engine/job-input';
import type { InputFile } from '../../io/entry';
import type { JobRecord } from '../../storage/records';

/** A model whose files were verified; the workers have it or are opening it. */
export interface PreparedModel {
  /** What it is asked for by, now and in another visit. */
  readonly key: string;
  readonly ref: ModelRef;
  readonly manifest: ModelManifest;
  /** How it is to be watched; null, or absent, of a model that refuses by itself. */
  readonly watch?: JobWatch | null;
  /**
   * Classifies all spectra of an input. The last event is `done` or `failed`. It may begin before the first
   * event is asked for: end it if that is never done.
   */
  run(input: {
    readonly files: readonly InputFile[];
    readonly sampleSheet: InputFile | null;
    /** Peaks to look for in each spectrum. */
    readonly watch: readonly WatchedPeak[];
    readonly signal: AbortSignal;
    /** What an earlier attempt at the same has done. */
    readonly known?: KnownOutcomes;
  }): AsyncIterable<JobEvent>;
}

/** What the page asks of the engine. */
export interface Analysis {
  /**
   * Loads and verifies a model and starts the workers, if that is not done yet.
   * @param model its key; null for the one that is chosen in the settings
   */
  prepare(model: string | null): Promise<Result<PreparedModel, Problem>>;
}

/**
 * Prepares the model that a job was asked to run with; for a resumed job, the one that it ran with. Where
 * nobody chose that one and an update of the host has replaced it, the settings choose another.
 */
export async function prepareModelOf(
  analysis: Analysis,
  { modelKey = null, ranWith }: Pick<JobRecord, 'modelKey' | 'ranWith'>,
): Promise<Result<PreparedModel, Problem>> {
  if (modelKey !== null || ranWith === undefined) return analysis.prepare(modelKey);
  const same = await analysis.prepare(ranWith);
  return same.ok || same.error.kind !== 'model-absent' ? same : analysis.prepare(null);
}
