import type { ModelFacts } from '../../models/ribosomal-klebsiella/estimate-parameters';
import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { hasSharedData } from '../../models/ribosomal-klebsiella/laboratories';
import type { MarkerModelDefinition } from '../../src/core/marker-model/build-pack';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import type { ModelManifest } from '../../src/core/model-pack/types';
import type { ModelPack } from '../../src/io/open-model-pack';
import { type JudgedSpectrum, type ReadSet, readSet } from './read-set';
import type { Report } from './report';
import { type EvaluationSet, SHARED_SETS } from './sets';

/** The data that all sections of the report are made from. */
export interface Evaluation {
  readonly report: Report;
  readonly manifest: ModelManifest;
  readonly definition: MarkerModelDefinition;
  readonly facts: ModelFacts;
  /** The numbers that the model is shipped with. */
  readonly shipped: MarkerParameters;
  /** The shared sets, then those named on the command line. */
  readonly sets: readonly ReadSet[];
  /** Whether the shared sets are on this computer. */
  readonly hasShared: boolean;
}

/**
 * Reads all sets.
 *
 * @param keepsRaw whether a set's spectra are also needed as they were measured
 */
export async function openEvaluation(
  report: Report,
  pack: ModelPack,
  typed: readonly EvaluationSet[],
  keepsRaw: (set: EvaluationSet) => boolean,
): Promise<Evaluation> {
  const definition = readDefinition();
  const sets: ReadSet[] = [];
  for (const set of [...(hasSharedData ? SHARED_SETS : []), ...typed]) {
    sets.push(await readSet(set, pack, definition, keepsRaw(set)));
  }
  return {
    report,
    manifest: pack.manifest,
    definition,
    facts: { taxa: definition.taxa, naming: definition.naming ?? [], rows: readMarkers() },
    shipped: readParameters(),
    sets,
    hasShared: hasSharedData,
  };
}

/** @returns the spectra of a shared set */
export function spectraOf({ sets }: Evaluation, name: string): readonly JudgedSpectrum[] {
  const found = sets.find(({ set }) => set.name === name);
  if (found === undefined) throw new Error(`There is no set "${name}"`);
  return found.spectra;
}

/** @returns the spectra of all shared sets, which aims and limits refer to */
export function sharedSpectra({ sets }: Evaluation): readonly JudgedSpectrum[] {
  return sets.filter(isShared).flatMap(({ spectra }) => spectra);
}

export function isShared({ set }: ReadSet): boolean {
  return SHARED_SETS.includes(set);
}

/** @returns the least score S of an accepted spectrum */
export function scoreLimit({ manifest }: Pick<Evaluation, 'manifest'>): number {
  const { markers } = manifest.thresholds;
  if (markers === null) throw new Error('A marker model has limits of its score');
  return markers.minScore;
}

/** Formats a score for the report. */
export function score(value: number | null): string {
  return value === null ? '' : value.toFixed(1);
}
