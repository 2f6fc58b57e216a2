import { csvLine } from './csv';
import { type Cell, INTENDED_USE } from './types';
import { tsvLine } from './tsv';

/** One peak of a spectrum, as a file contains it. */
export interface ExportedPeak {
  readonly mz: number;
  /** Counts at the apex, as measured. */
  readonly counts: number;
  /** Height after preprocessing: share of the total ion current per Da. */
  readonly height: number;
  readonly overNoise: number;
  /** The marker that the model found there; null for any other peak. */
  readonly marker: {
    /** `S22` */
    readonly locus: string;
    readonly charge: number;
    /**
     * m/z at which the marker is expected in this spectrum, and m/z at which the model found it, in its bins.
     */
    readonly expectedHere: number;
    readonly foundMz: number;
    /** The difference of the two, ppm. */
    readonly errorPpm: number;
  } | null;
}

export interface ExportedPeakList {
  /** In order of m/z. */
  readonly peaks: readonly ExportedPeak[];
  readonly spectrum: {
    readonly name: string;
    readonly spot: string;
    readonly uid: string;
    /** SHA-256 of the file with its intensities, in lower-case hex. */
    readonly sha256: string;
  };
  /** The taxon whose markers are named; null when none are. */
  readonly taxon: string | null;
  /** Id and version of the model; null when the job has none. */
  readonly model: { readonly id: string; readonly version: string } | null;
  readonly appVersion: string;
}

const COLUMNS = [
  'mz',
  'intensity',
  'processed',
  'over_noise',
  'marker',
  'marker_charge',
  'marker_expected_here',
  'marker_found_mz',
  'marker_error_ppm',
  'marker_taxon',
  'spectrum',
  'spot',
  'uid',
  'sha256',
  'model',
  'model_version',
  'app_version',
  'use',
] as const;

/**
 * Writes the peaks of a spectrum as a table with a header; docs/output.md explains its columns. Each line
 * names its spectrum, so that several lists can be joined.
 */
export function exportPeakList(list: ExportedPeakList, format: 'tsv' | 'csv'): string {
  const rows = list.peaks.map((peak) => cellsOf(peak, list));
  if (format === 'csv') return `\ufeff${[[...COLUMNS], ...rows].map(csvLine).join('')}`;
  return [[...COLUMNS], ...rows].map(tsvLine).join('');
}

function cellsOf(
  { mz, counts, height, overNoise, marker }: ExportedPeak,
  { spectrum, taxon, model, appVersion }: ExportedPeakList,
): readonly Cell[] {
  return [
    // As text, since six significant digits would round an m/z above 10,000 by up to 5 ppm.
    mz.toFixed(3),
    counts,
    height,
    overNoise,
    marker?.locus ?? null,
    marker?.charge ?? null,
    marker?.expectedHere.toFixed(3) ?? null,
    marker?.foundMz.toFixed(3) ?? null,
    marker?.errorPpm ?? null,
    marker === null ? null : taxon,
    spectrum.name,
    spectrum.spot,
    spectrum.uid,
    spectrum.sha256,
    model?.id ?? null,
    model?.version ?? null,
    appVersion,
    INTENDED_USE,
  ];
}
