/** What the marker model knows of spectra, apart from masses. See docs/marker-model.md. */
export interface MarkerParameters {
  /** Per locus and charge; an ion that is not listed is not used. */
  readonly ions: Readonly<Record<string, Partial<Record<'1' | '2', IonParameters>>>>;
  /** Loci whose ions were looked for in real spectra and are not seen: a table's are left out, too. */
  readonly unseen?: readonly string[];
  /** Log likelihood ratio of a peak by its height over noise, interpolated in log height. */
  readonly intensityKnots: {
    readonly ratio: readonly number[];
    readonly logRatio: readonly number[];
  };
  /** Chance peaks per ppm. */
  readonly clutterPerPpm: number;
  /** Mass error after the spectrum's shift: a mixture of centred normals. */
  readonly massError: readonly { readonly weight: number; readonly sigmaPpm: number }[];
  /** An ion, and a locus' pair of ions, can say no more than this, either way (natural log). */
  readonly logRatioCap: number;
  readonly softmaxTemperature: number;
  readonly shift: {
    /** The spectrum-wide shift is searched within plus and minus this, ppm. */
    readonly rangePpm: number;
    readonly coarseStepPpm: number;
    readonly fineStepPpm: number;
    /** Peaks that take part in the coarse search: the highest over noise. */
    readonly coarsePeaks: number;
  };
  /** Alleles seen in a smaller fraction of a taxon's genomes are left to the novel-allele term. */
  readonly minAlleleFraction: number;
}

export interface IonParameters {
  /** Probability that the ion of a taxon's own allele gives a peak. */
  readonly detection: number;
  /** Median mass error left after the spectrum's own shift, ppm. */
  readonly offsetPpm: number;
}
