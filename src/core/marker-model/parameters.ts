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
  /** Mass error after the spectrum's shift and tilt: a mixture of centred normals. */
  readonly massError: readonly { readonly weight: number; readonly sigmaPpm: number }[];
  /** An ion, and a locus' pair of ions, can say no more than this, either way (natural log). */
  readonly logRatioCap: number;
  readonly softmaxTemperature: number;
  readonly line: LineParameters;
  readonly sensitivity: {
    /** Factors on all detection probabilities, one of which fits a spectrum best, and how common each is. */
    readonly steps: readonly { readonly factor: number; readonly logPrior: number }[];
    /** The factor that the line is searched with. */
    readonly search: number;
  };
  /** Alleles seen in a smaller fraction of a taxon's genomes are left to the novel-allele term. */
  readonly minAlleleFraction: number;
  /** An allele that was not seen yet weighs as one in so many genomes. */
  readonly unseenGenomes: number;
  /** Of the loci that only name, so many must be seen, or none counts. */
  readonly namingLociSeen: number;
}

/** How a spectrum's mass error, shift + tilt (m/z - 6,500) / 1,000, is searched. */
export interface LineParameters {
  /** Shifts are searched within plus and minus this, ppm ... */
  readonly shiftRangePpm: number;
  /** ... and tilts within this, ppm a kDa: first at all of these steps, in shift a multiple of the fine ... */
  readonly tiltRange: number;
  readonly coarse: { readonly shiftStepPpm: number; readonly tiltStep: number };
  /** ... then within plus and minus the reach around the best of them. */
  readonly fine: {
    readonly shiftStepPpm: number;
    readonly shiftReachPpm: number;
    readonly tiltStep: number;
    readonly tiltReach: number;
  };
  /**
   * Cap of an ion's log ratio in the search: so high that a strong marker still tells where it lies, when
   * for the score it has said all that it may.
   */
  readonly logRatioCap: number;
  /** Standard deviation of tilts between spectra, ppm a kDa: a normal prior around 0. */
  readonly tiltSigma: number;
  /** Peaks that take part in the search: the highest over noise. */
  readonly peaks: number;
  /** Alleles of a locus that take part: the commonest. */
  readonly alleles: number;
}

export interface IonParameters {
  /** Probability that the ion of a taxon's own allele gives a peak in a spectrum of sensitivity 1. */
  readonly detection: number;
  /** Median mass error left after the spectrum's own shift and tilt, ppm. */
  readonly offsetPpm: number;
}

/** Density of a mass error, per ppm: the mixture of centred normals. `errorPpm` in ppm. */
export function massErrorDensity(errorPpm: number, mixture: MarkerParameters['massError']): number {
  return mixture.reduce(
    (sum, { weight, sigmaPpm }) =>
      sum +
      (weight / (sigmaPpm * Math.sqrt(2 * Math.PI))) * Math.exp(-0.5 * (errorPpm / sigmaPpm) ** 2),
    0,
  );
}
