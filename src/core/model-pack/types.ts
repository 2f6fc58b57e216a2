/** The bins of a recipe's vectors: `count` bins of `width` Da from `first` Da on. */
export interface BinAxis {
  readonly first: number;
  readonly width: number;
  readonly count: number;
}

export interface TaxonInfo {
  /** Stable key, used in files: `klebsiella-pneumoniae`. */
  readonly id: string;
  /** As written in exports, without markup: `Klebsiella quasipneumoniae subsp. similipneumoniae`. */
  readonly name: string;
  /** Short form for narrow places: `K. quasipneumoniae subsp. similipneumoniae`. */
  readonly shortName: string;
  /** Whether the taxon only keeps others from being accepted; it is never called. */
  readonly outgroup: boolean;
  /** Index into the app's palette of taxa. */
  readonly color: number;
  /** What a reader should know about calls of this taxon; may be empty. */
  readonly note: string;
  /** The literature's name beside the species': `Kp1`, `Ko2`. Format 2. */
  readonly phylogroup?: string;
  /**
   * Names of species that fit as well, since no marker of the model distinguishes them from this taxon.
   * Format 2.
   */
  readonly alsoFits?: readonly string[];
}

/** Taxa that a call may name together when their members cannot be distinguished. */
export interface TaxonGroup {
  readonly id: string;
  /** As written in exports: `K. pneumoniae complex`. */
  readonly name: string;
  readonly shortName: string;
  /** Ids of taxa. */
  readonly members: readonly string[];
  /** Text of the species cell: `K. pneumoniae complex, species not resolved`. */
  readonly unresolvedLabel: string;
}

export interface MarkerIon {
  readonly locus: string;
  /** Average [M+H]+ mass of the allele, Da. */
  readonly mass: number;
  readonly charge: 1 | 2;
  /** m/z at which the model expects it before shift and tilt; the ion's usual offset is included. */
  readonly expectedMz: number;
}

/**
 * What a locus is used for: the acceptance of a spectrum and its name (`both`), or only the name. Evidence of
 * a locus that only names is not part of the score S; it is 0 where too few of these loci were seen.
 */
export type LocusService = 'both' | 'name';

/** The meaning of the marker model's output tensors, by index. */
export interface MarkerTable {
  readonly loci: readonly string[];
  /** By locus. Format 2; where it is absent every locus serves both. */
  readonly serves?: readonly LocusService[];
  readonly ions: readonly MarkerIon[];
  /** [taxon][locus] -> the alleles' masses with their fraction of genomes, the commonest first. */
  readonly alleles: readonly (readonly (readonly { mass: number; fraction: number }[])[])[];
}

/** Limits of the species call. All of them are in the manifest, none in the code. */
export interface CallThresholds {
  /** Probability from which a species is named; below it, a group or nothing is named. */
  readonly species: number;
  /** Probability from which a named species is called with high confidence. */
  readonly high: number;
  /**
   * Probability below which a named species is called weakly; where it is absent, no call is weak for this
   * reason.
   */
  readonly moderate?: number;
  /** Summed probability from which a group is named. */
  readonly group: number;
  /** Limits that only marker models have. */
  readonly markers: {
    readonly minScore: number;
    readonly strongScore: number;
    readonly minLociSupported: number;
    readonly maxLociContradicted: number;
    /** Locus evidence above which a locus supports a taxon, and below minus which it contradicts. */
    readonly locusEvidence: number;
    readonly minPeaks: number;
  } | null;
  /** Where these limits come from, in words. Format 2. */
  readonly source?: string;
  /** The spectra that the model was judged on: one outside is not called. Null: no limit is known. */
  readonly scope: {
    /** Largest mean distance between points, Da. */
    readonly maxSpacing: number;
    /** The spectrum must begin at or below this m/z ... */
    readonly from: number;
    /** ... and must reach this one. */
    readonly to: number;
  } | null;
}

export type ModelKind = 'markers' | 'classifier';

/** The head of a model pack, `manifest.json`. Its schema (docs/model-pack.md) is `schema.ts`. */
export interface ModelManifest {
  readonly format: 'ktyper-model-pack/1' | 'ktyper-model-pack/2';
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly kind: ModelKind;
  readonly summary: string;
  readonly limits: readonly string[];
  readonly citation: readonly { readonly text: string; readonly url: string }[];
  readonly recipe: 'spectracl-1';
  readonly bins: BinAxis;
  /** Left edges of the bins that the graph takes, in its order; null: all bins. */
  readonly features: readonly number[] | null;
  readonly taxa: readonly TaxonInfo[];
  readonly groups: readonly TaxonGroup[];
  readonly thresholds: CallThresholds;
  /** Text of the species cell when no taxon of the model fits: `No Klebsiella pattern`. */
  readonly noPatternLabel: string;
  /** The model judges each class by itself: its probabilities need not sum to 1. Absent: they do. */
  readonly judgesEachClass?: true;
  readonly markers: MarkerTable | null;
  readonly graph: {
    readonly file: string;
    readonly bytes: number;
    /** Lower-case hex. */
    readonly sha256: string;
    readonly input: string;
    readonly outputs: {
      readonly probabilities: string;
      readonly scores?: string;
      readonly lociEvidence?: string;
      readonly ions?: string;
      readonly shift?: string;
      /** Format 2: the mass error is a line, shift + tilt (m/z - 6,500) / 1,000. */
      readonly tilt?: string;
      /** Format 2: the factor on all detection probabilities that fits the spectrum best. */
      readonly sensitivity?: string;
      readonly summary?: string;
    };
  };
  /**
   * The seed of the input, which `makeSelfTestVector` makes, and the answer that the graph must return for
   * it.
   */
  readonly selfTest: {
    readonly seed: number;
    readonly probabilities: readonly number[];
    readonly tolerance: number;
  };
}

/** A pack's two files, in memory. */
export interface ModelPackFiles {
  readonly manifest: Uint8Array<ArrayBuffer>;
  readonly graph: Uint8Array<ArrayBuffer>;
}
