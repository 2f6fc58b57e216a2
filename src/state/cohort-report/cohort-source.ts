import type { Laboratory } from '../../core/laboratory/laboratory';

/** Most plates of which each has a row or is drawn by itself, and most lines of the list of those that stand out. */
export const MOST_ROWS = 500;
export const MOST_DRAWN = 400;
export const MOST_LISTED = 200;
/** Most calls that have a row of their own. */
export const MOST_CALLS = 60;

/** What the chart shows of a plate: medians of its spectra, and the share of its samples without a name. */
export const COHORT_MEASURES = [
  'shift',
  'tilt',
  'peaks',
  'markerSignal',
  'resolution',
  'notIdentified',
] as const;
export type CohortMeasure = (typeof COHORT_MEASURES)[number];

/** A row of the table of plates. */
export interface CohortPlate {
  readonly name: string;
  readonly state: 'done' | 'failed';
  readonly spectra: number;
  readonly notRead: number;
  readonly leftOut: number;
  readonly samples: number;
  readonly species: number;
  readonly group: number;
  readonly none: number;
  readonly pass: number;
  readonly warn: number;
  readonly fail: number;
  readonly unrated: number;
  /** Null where a plate has no such value. */
  readonly measures: Readonly<Record<CohortMeasure, number | null>>;
  /** What is the matter with it, in English; empty where nothing is. */
  readonly problems: readonly string[];
  readonly findings: readonly string[];
  readonly instruments: readonly string[];
  /** As its files say it; empty where they do not. */
  readonly firstAcquired: string;
  readonly lastAcquired: string;
}

/** Samples that are counted as one call. */
export interface CallCount {
  readonly label: string;
  readonly kind: 'species' | 'group' | 'none';
  readonly count: number;
}

interface ModelId {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}

interface Version {
  readonly version: string;
  readonly commit: string | null;
}

/** All that the report of a cohort is made of. */
export interface CohortSource {
  readonly name: string;
  /** Null where nobody said who it is. */
  readonly laboratory: Laboratory | null;
  /** What the cohort was computed with, as its ledger says. */
  readonly computed: {
    readonly app: Version;
    readonly model: ModelId;
    readonly guard: ModelId | null;
    readonly group: string | null;
    /** Number of tables of peaks to watch. */
    readonly watch: number;
  };
  /** What writes the report. */
  readonly app: Version;
  readonly ledgerSha256: string;
  /** In the order of the table. */
  readonly plates: readonly CohortPlate[];
  readonly calls: readonly CallCount[];
}
