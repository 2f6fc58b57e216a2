import type { CallThresholds } from '../model-pack/types';

/** What the bundled model asks for, which was judged on spectra: of this many loci ... */
const JUDGED_LOCI = 19;
const JUDGED = { minScore: 16, strongScore: 25, minLociSupported: 8, maxLociContradicted: 3 };
/** ... and the same of every table: it is about the spectrum and not about the loci. */
const SAME = { locusEvidence: 1, minPeaks: 7 };
const SCOPE = { maxSpacing: 3, from: 2100, to: 12_000 };
/** Few loci must fit all the same: this many of them, or all, with scores that chance seldom makes. */
const FEWEST = 3;
const LEAST_SCORE = 6;
const LEAST_STRONG_SCORE = 10;

/** The limits of a marker call for a model of any number of loci, in proportion to the judged ones. */
export function scaleThresholds(loci: number): Pick<CallThresholds, 'markers' | 'scope'> {
  const share = Math.min(1, loci / JUDGED_LOCI);
  return {
    markers: {
      minScore: Math.max(LEAST_SCORE, Number((JUDGED.minScore * share).toFixed(1))),
      strongScore: Math.max(LEAST_STRONG_SCORE, Number((JUDGED.strongScore * share).toFixed(1))),
      minLociSupported: Math.min(
        loci,
        Math.max(FEWEST, Math.round(JUDGED.minLociSupported * share)),
      ),
      maxLociContradicted: Math.round(JUDGED.maxLociContradicted * share),
      ...SAME,
    },
    scope: SCOPE,
  };
}
