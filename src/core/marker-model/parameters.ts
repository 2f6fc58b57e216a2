/** The marker model's parameters, apart from the masses. See docs/marker-model.md. */
export interface MarkerParameters {
  /** By locus and charge; an ion that is not listed is not used. */
  readonly ions: Readonly<Record<string, Partial<Record<'1' | '2', IonParameters>>>>;
  /**
   * Loci whose ions were searched for in real spectra and are never seen. They are left out of imported
   * tables, too.
   */
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
  /**
   * Limit of the log likelihood ratio (natural logarithm), in either direction, of an ion and of a locus's
   * pair of ions.
   */
  readonly logRatioCap: number;
  readonly softmaxTemperature: number;
  readonly line: LineParameters;
  readonly sensitivity: {
    /**
     * Factors on all detection probabilities with their frequencies; a spectrum is scored with the best
     * fitting one.
     */
    readonly steps: readonly { readonly factor: number; readonly logPrior: number }[];
    /** The factor that is used in the search for the line. */
    readonly search: number;
  };
  /** Alleles found in a smaller fraction of a taxon's genomes are covered by the novel-allele term. */
  readonly minAlleleFraction: number;
  /** Number of genomes that the prior of an unobserved allele is equivalent to. */
  readonly unseenGenomes: number;
  /** Number of naming loci that must be seen for any of them to count. */
  readonly namingLociSeen: number;
}

/** Parameters of the search for a spectrum's mass error, shift + tilt (m/z - 6,500) / 1,000. */
export interface LineParameters {
  /** Shifts are searched within plus and minus this, ppm. */
  readonly shiftRangePpm: number;
  /**
   * Tilts are searched within plus and minus this, ppm per kDa. The first search tries all coarse steps;
   * the step of the shift is a multiple of the fine one.
   */
  readonly tiltRange: number;
  readonly coarse: { readonly shiftStepPpm: number; readonly tiltStep: number };
  /** The second search tries these steps within plus and minus the reach around the best coarse one. */
  readonly fine: {
    readonly shiftStepPpm: number;
    readonly shiftReachPpm: number;
    readonly tiltStep: number;
    readonly tiltReach: number;
  };
  /**
   * Limit of an ion's log ratio in the search. It is higher than that of the score, so that a strong marker
   * still influences the line after it has reached the limit of the score.
   */
  readonly logRatioCap: number;
  /** Standard deviation of tilts between spectra, ppm per kDa: a normal prior around 0. */
  readonly tiltSigma: number;
  /** Number of peaks in the search: the highest over noise. */
  readonly peaks: number;
  /** Number of alleles of a locus in the search: the most frequent. */
  readonly alleles: number;
}

export interface IonParameters {
  /** Probability that the ion of a taxon's own allele shows as a peak in a spectrum of sensitivity 1. */
  readonly detection: number;
  /** Median mass error left after the spectrum's own shift and tilt, ppm. */
  readonly offsetPpm: number;
}

/**
 * Computes the density of a mass error, per ppm, in the mixture of centred normals.
 *
 * @param errorPpm in ppm
 */
export function massErrorDensity(errorPpm: number, mixture: MarkerParameters['massError']): number {
  return mixture.reduce(
    (sum, { weight, sigmaPpm }) =>
      sum +
      (weight / (sigmaPpm * Math.sqrt(2 * Math.PI))) * Math.exp(-0.5 * (errorPpm / sigmaPpm) ** 2),
    0,
  );
}
