/** Where a recipe's vectors stand on the mass axis: `count` bins of `width` Da from `first` Da on. */
export interface BinAxis {
  readonly first: number;
  readonly width: number;
  readonly count: number;
}

export interface TaxonInfo {
  /** Stable key, used in files: `klebsiella-pneumoniae`. */
  readonly id: string;
  /** As printed in exports, plain: `Klebsiella quasipneumoniae subsp. similipneumoniae`. */
  readonly name: string;
  /** Short form for narrow places: `K. quasipneumoniae subsp. similipneumoniae`. */
  readonly shortName: string;
  /** A taxon that only keeps others from being accepted: never called. */
  readonly outgroup: boolean;
  /** Index into the app's palette of taxa. */
  readonly color: number;
  /** What a reader should know about calls of this taxon, or empty. */
  readonly note: string;
  /** The name that the literature gives beside the species': `Kp1`, `Ko2`. Format 2. */
  readonly phylogroup?: string;
  /** Names of species that no marker of the model tells from this taxon: they fit as well. Format 2. */
  readonly alsoFits?: readonly string[];
}

/** Taxa that a call may name together when their members cannot be told apart. */
export interface TaxonGroup {
  readonly id: string;
  /** `K. pneumoniae complex` */
  readonly name: string;
  readonly shortName: string;
  /** Ids of taxa. */
  readonly members: readonly string[];
  /** What stands in the species cell: `K. pneumoniae complex, species not resolved`. */
  readonly unresolvedLabel: string;
}

export interface MarkerIon {
  readonly locus: string;
  /** Average [M+H]+ mass of the allele, Da. */
  readonly mass: number;
  readonly charge: 1 | 2;
  /** m/z at which the model expects it, the ion's usual offset included, before shift and tilt. */
  readonly expectedMz: number;
}

/**
 * What a locus serves: the acceptance of a spectrum and its name (`both`), or its name alone. Evidence of
 * a locus that only names is no part of the score S; it is 0 where too few of these loci were seen.
 */
export type LocusService = 'both' | 'name';

/** What the marker model's output tensors mean, by index. */
export interface MarkerTable {
  readonly loci: readonly string[];
  /** By locus. Format 2; where it is absent every locus serves both. */
  readonly serves?: readonly LocusService[];
  readonly ions: readonly MarkerIon[];
  /** [taxon][locus] -> the alleles' masses with their fraction of genomes, the commonest first. */
  readonly alleles: readonly (readonly (readonly { mass: number; fraction: number }[])[])[];
}

/** Limits of the species call. Every one lives in the manifest, none in the code. */
export interface CallThresholds {
  /** Probability from which a species is named; below it a group or nothing is. */
  readonly species: number;
  /** Probability from which a named species is called with high confidence. */
  readonly high: number;
  /** Probability below which a named species is called weakly; absent: none is for that reason. */
  readonly moderate?: number;
  /** Summed probability from which a group is named. */
  readonly group: number;
  /** Marker models only. */
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
  /** What the model was judged on: a spectrum outside is not called. Null: no limit known. */
  readonly scope: {
    /** Largest mean distance of the points, Da. */
    readonly maxSpacing: number;
    /** The spectrum must begin at or below this m/z ... */
    readonly from: number;
    /** ... and reach this one. */
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
  /** What stands in the species cell when no taxon of the model fits: `No Klebsiella pattern`. */
  readonly noPatternLabel: string;
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
  /** Input made by `makeSelfTestVector`, and what the graph must answer to it. */
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
