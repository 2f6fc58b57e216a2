import type { PackHeadOptions } from './pack-head';
import type { ResolvedFeatures } from './resolve-features';
import { type Sentence, type Sentences } from '../../words/told/sentence';

/** A laboratory's files, as bytes. */
export interface ImportFiles {
  /** `model.bin`, a scikit-learn pickle, or an ONNX file. */
  readonly model: Uint8Array;
  /** `features_selected.txt`, with one left edge a line. Null when the model takes all bins. */
  readonly features: Uint8Array | null;
  /** Names of the classes, for a model that has numbers or nothing instead. See `name-classes.ts`. */
  readonly classes: Uint8Array | null;
}

/** The likeliest class is always named unless a threshold is set. */
export interface ImportOptions extends PackHeadOptions {
  /** Width of the bins that the features list names, Da; told from the list by default. */
  readonly binWidth?: number;
}

/** A classifier as an ONNX graph, whatever format it came in. */
export interface ImportedGraph {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names of its tensors: [rows, features] and [rows, classes]. */
  readonly input: string;
  readonly probabilities: string;
  readonly features: ResolvedFeatures;
  /** The model's own names of its classes; null when it has none. */
  readonly labels: readonly string[] | null;
  readonly names: readonly string[];
  /** The kind of model and the program that made it, in English: the manifest is in no other language. */
  readonly origin: string;
  /** Tells the same in a sentence, with the bins that the model takes. */
  readonly introduce: (bins: Sentence) => Sentence;
  /** Whether a row of probabilities sums to 1; null when that is unknown. */
  readonly sumsToOne: boolean | null;
  /** On how the file was taken apart. */
  readonly notes: readonly Sentences[];
}
