import type { PackHeadOptions } from './pack-head';
import type { ResolvedFeatures } from './resolve-features';

/** What a laboratory hands over, as bytes. */
export interface ImportFiles {
  /** `model.bin`, a scikit-learn pickle, or an ONNX file. */
  readonly model: Uint8Array;
  /** `features_selected.txt`: a left edge a line. Null when the model takes all bins. */
  readonly features: Uint8Array | null;
  /** Names of the classes, for a model that has numbers or nothing. See `name-classes.ts`. */
  readonly classes: Uint8Array | null;
}

/** Unless a threshold is given, the likeliest class always is named. */
export interface ImportOptions extends PackHeadOptions {
  /** Width of the bins that the features list names. Default: told from the list. */
  readonly binWidth?: 1 | 10;
}

/** A classifier as an ONNX graph, whatever it was before. */
export interface ImportedGraph {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names of its tensors: [rows, features] and [rows, classes]. */
  readonly input: string;
  readonly probabilities: string;
  readonly features: ResolvedFeatures;
  /** What the model itself calls its classes; null when it does not say. */
  readonly labels: readonly string[] | null;
  readonly names: readonly string[];
  /** What it is and what made it, as a part of a sentence. */
  readonly origin: string;
  /** Whether a row of probabilities sums to 1; null when that is not known. */
  readonly sumsToOne: boolean | null;
}
