import type { CallThresholds } from '../model-pack/types';
import { ONE_DALTON_BINS } from '../preprocess/bin';
import { ionMz } from './expected-ions';
import type { MarkerRow } from './marker-table';
import type { IonParameters, MarkerParameters } from './parameters';

/** The assumption for an ion that was never measured: it is seen in every second spectrum. */
const SUPPOSED: IonParameters = { detection: 0.5, offsetPpm: 0 };
/** Heaviest protein whose ion of a charge is included without having been measured, Da. */
const HEAVIEST = { '1': 12_000, '2': 13_000 } as const;
/** Lightest such protein, Da: lighter proteins are hardly seen with two charges. */
const LIGHTEST = { '1': 0, '2': 6_000 } as const;
/**
 * Distance that an ion must have from the ends of the bins, for a spectrum's shift and the peak's width.
 */
const MARGIN = 60;

export interface AdoptedParameters {
  readonly parameters: MarkerParameters;
  /** Loci of the table that were not measured. */
  readonly supposed: readonly string[];
  /** Loci that the model leaves out, with the reason. */
  readonly leftOut: readonly { readonly locus: string; readonly why: 'unseen' | 'out-of-range' }[];
}

/**
 * Derives the parameters for a table of any genus: the general ones and those of loci with the same names
 * come from the measured parameters, and the other loci have assumed ones. Measured loci keep their order,
 * which is the graph's; the others follow in the order of the table.
 *
 * @param measured the parameters of the bundled model, which are not changed
 */
export function adoptParameters(
  rows: readonly MarkerRow[],
  measured: MarkerParameters,
): AdoptedParameters {
  const massesOf = new Map<string, number[]>();
  for (const { locus, mass } of rows) {
    if (mass === null) continue;
    const masses = massesOf.get(locus);
    if (masses === undefined) massesOf.set(locus, [mass]);
    else masses.push(mass);
  }
  const known = new Map(Object.entries(measured.ions));
  const unseen = new Set(measured.unseen);
  const order = [
    ...[...known.keys()].filter((locus) => massesOf.has(locus)),
    ...[...massesOf.keys()].filter((locus) => !known.has(locus)),
  ];
  const ions: [string, Ions][] = [];
  const supposed: string[] = [];
  const leftOut: { locus: string; why: 'unseen' | 'out-of-range' }[] = [];
  for (const locus of order) {
    const masses = massesOf.get(locus) ?? [];
    const charges = unseen.has(locus) ? {} : chargesOf(masses, known.get(locus) ?? suppose(masses));
    if (Object.keys(charges).length > 0) {
      ions.push([locus, charges]);
      if (!known.has(locus)) supposed.push(locus);
    } else {
      leftOut.push({ locus, why: unseen.has(locus) ? 'unseen' : 'out-of-range' });
    }
  }
  return { parameters: { ...measured, ions: Object.fromEntries(ions) }, supposed, leftOut };
}

type Charge = '1' | '2';
type Ions = Partial<Record<Charge, IonParameters>>;

const CHARGES: readonly Charge[] = ['1', '2'];

function suppose(masses: readonly number[]): Ions {
  const usual = CHARGES.filter((charge) =>
    masses.every((mass) => mass >= LIGHTEST[charge] && mass <= HEAVIEST[charge]),
  );
  return Object.fromEntries(usual.map((charge) => [charge, SUPPOSED]));
}

/** Lists the charges at which all masses of a locus are within the bins. */
function chargesOf(masses: readonly number[], ions: Ions): Ions {
  const { first, width, count } = ONE_DALTON_BINS;
  const isWithin = (mz: number) => mz >= first + MARGIN && mz <= first + width * count - MARGIN;
  return Object.fromEntries(
    CHARGES.flatMap((charge) => {
      const ion = ions[charge];
      const all = masses.every((mass) => isWithin(ionMz(mass, charge === '1' ? 1 : 2)));
      return ion !== undefined && all ? [[charge, ion]] : [];
    }),
  );
}

/** Number of loci of the bundled model, whose limits were judged on spectra. */
const REFERENCE_LOCI = 19;
const REFERENCE_LIMITS = {
  minScore: 16,
  strongScore: 25,
  minLociSupported: 8,
  maxLociContradicted: 3,
};
/** Limits that concern the spectrum rather than the loci, and so are the same for every table. */
const FIXED_LIMITS = { locusEvidence: 1, minPeaks: 7 };
const SCOPE = { maxSpacing: 3, from: 2100, to: 12_000 };
/**
 * A table of few loci must show at least this many of them, or all, with scores that chance seldom reaches.
 */
const MIN_LOCI = 3;
const LEAST_SCORE = 6;
const LEAST_STRONG_SCORE = 10;

/**
 * Scales the bundled model's limits to a model of any number of loci.
 *
 * @param loci of the model that serve acceptance
 * @returns the limits of a marker call
 */
export function scaleThresholds(loci: number): Pick<CallThresholds, 'markers' | 'scope'> {
  const share = Math.min(1, loci / REFERENCE_LOCI);
  return {
    markers: {
      minScore: Math.max(LEAST_SCORE, Number((REFERENCE_LIMITS.minScore * share).toFixed(1))),
      strongScore: Math.max(
        LEAST_STRONG_SCORE,
        Number((REFERENCE_LIMITS.strongScore * share).toFixed(1)),
      ),
      minLociSupported: Math.min(
        loci,
        Math.max(MIN_LOCI, Math.round(REFERENCE_LIMITS.minLociSupported * share)),
      ),
      maxLociContradicted: Math.round(REFERENCE_LIMITS.maxLociContradicted * share),
      ...FIXED_LIMITS,
    },
    scope: SCOPE,
  };
}
