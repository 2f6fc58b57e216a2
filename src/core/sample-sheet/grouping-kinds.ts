/** How spectra are grouped into samples without a sample sheet. */
export type Grouping =
  /** Spectra of one name are one sample. */
  | { readonly kind: 'name' }
  /** Those of so many neighbouring spots. */
  | {
      readonly kind: 'spots';
      readonly every: number;
      /** Spot that each plate's first sample begins at, such as `B3`; absent: the first that is in the run. */
      readonly start?: string;
    };

/** Fewest and most neighbouring spots of a sample. */
export const SPOTS_OF_SAMPLE = { least: 2, most: 24 } as const;

/** What came of a grouping; the job keeps it. */
export type GroupingReport = Grouping & {
  readonly samples: number;
  /** Samples with fewer spots than they should have, by their names. */
  readonly incomplete: readonly string[];
  /** Spot that the first sample began at; absent where plates began at different ones. */
  readonly begins?: string;
};
