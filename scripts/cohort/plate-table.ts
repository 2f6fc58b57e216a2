import type { SampleRow, SpectrumRow } from '../../src/core/job/types';
import { median } from '../../src/core/quality/statistics';
import { summariseRun } from '../../src/core/quality/summarise-run';
import { rateJob } from '../../src/io/exports/rated-job';
import { resultTable } from '../../src/io/exports/table';
import { tsvLine } from '../../src/io/exports/tsv';
import type { Cell, ExportedJob } from '../../src/io/exports/types';
import type { ModelPack } from '../../src/io/open-model-pack';
import type { WatchList } from '../../src/core/watch/types';
import { problemText } from '../headless/problem-text';
import type { ClassifiedPlate } from './classify-plate';
import type { Checksum, Plate } from './plates';

export type PlateState = 'done' | 'failed';

interface PlateRow {
  readonly plate: string;
  readonly state: PlateState;
  readonly input: Checksum;
  readonly classified: ClassifiedPlate;
}

type Column = readonly [name: string, cell: (row: PlateRow) => Cell];

/** The first line of the table of results. */
export function resultsHead(
  { manifest, ref }: ModelPack,
  watch: readonly WatchList[],
  app: ExportedJob['app'],
): string {
  const job = { name: '', token: null, createdAt: '', summary: null };
  const none = { app, job, model: { manifest, ref }, samples: [], spectra: [] };
  const { columns } = resultTable(watch.length === 0 ? none : { ...none, watch });
  return tsvLine(['plate', ...columns]);
}

/** Yields a plate's lines of the table of results: those of `classify` after the plate's name. */
export function* resultLines(plate: Plate, exported: ExportedJob): Generator<string, void, void> {
  for (const row of resultTable(exported).rows) yield tsvLine([plate.name, ...row]);
}

export const platesHead = (): string => tsvLine(COLUMNS.map(([name]) => name));

export function plateLine(row: PlateRow): string {
  return tsvLine(COLUMNS.map(([, cell]) => cell(row)));
}

/** docs/cohorts.md explains them. New columns go to the end. */
const COLUMNS: readonly Column[] = [
  ['plate', ({ plate }) => plate],
  ['state', ({ state }) => state],
  ['problems', problemsOf],
  ['spectra', ({ classified }) => classified.exported.spectra.length],
  ['spectra_not_read', (row) => countStatus(row, 'failed')],
  ['spectra_left_out', (row) => countStatus(row, 'skipped')],
  ['samples', ({ classified }) => classified.exported.samples.length],
  ['identified_species', (row) => countCalls(row, 'species')],
  ['identified_group', (row) => countCalls(row, 'group')],
  ['not_identified', (row) => countCalls(row, 'none')],
  ['quality_pass', (row) => qualityOf(row).samples.pass],
  ['quality_warn', (row) => qualityOf(row).samples.warn],
  ['quality_fail', (row) => qualityOf(row).samples.fail],
  ['quality_unrated', (row) => qualityOf(row).samples.unrated],
  ['median_shift_ppm', (row) => middle(row, ({ markers }) => markers?.shiftPpm)],
  ['median_tilt_ppm_per_kda', (row) => middle(row, ({ markers }) => markers?.tiltPpmPerKda)],
  ['median_peaks', (row) => middle(row, ({ peaks }) => peaks)],
  ['median_signal_to_noise', (row) => middle(row, (measures) => measures.medianSignalToNoise)],
  [
    'median_marker_signal_to_noise',
    (row) => middle(row, ({ markers }) => markers?.medianSignalToNoise),
  ],
  ['median_resolution', (row) => middle(row, ({ markers }) => markers?.resolution)],
  ['findings', (row) => lines(qualityOf(row).findings.map(problemText))],
  ['instruments', (row) => lines(spectraOf(row).map(({ record }) => record?.instrument))],
  ['first_acquired', (row) => acquired(row)[0] ?? null],
  ['last_acquired', (row) => acquired(row).at(-1) ?? null],
  ['input_bytes', ({ input }) => input.bytes],
  ['input_sha256', ({ input }) => input.sha256],
];

function spectraOf({ classified }: PlateRow): readonly SpectrumRow[] {
  return classified.exported.spectra;
}

function problemsOf({ classified: { failure, unread, exported } }: PlateRow): Cell {
  const own = exported.job.summary?.problems ?? [];
  const all = [...(failure === null ? [] : [failure]), ...unread, ...own];
  return lines(all.map(problemText));
}

function countStatus(row: PlateRow, status: SpectrumRow['status']): number {
  return spectraOf(row).filter((spectrum) => spectrum.status === status).length;
}

function countCalls({ classified }: PlateRow, kind: SampleRow['call']['kind']): number {
  return classified.exported.samples.filter(({ call }) => call.kind === kind).length;
}

const judged = new WeakMap<ClassifiedPlate, ReturnType<typeof summariseRun>>();

function qualityOf({ classified }: PlateRow) {
  const { samples, spectra } = classified.exported;
  let quality = judged.get(classified);
  if (quality === undefined) {
    const rated = rateJob({ spectra });
    quality = summariseRun(samples, spectra, (sample) => rated.quality(sample)?.verdict ?? null);
    judged.set(classified, quality);
  }
  return quality;
}

type Measures = NonNullable<NonNullable<SpectrumRow['measures']>['quality']>;

/** The median over the spectra that were read; of markers over those that a species or a group was named of. */
function middle(row: PlateRow, of: (measures: Measures) => number | null | undefined): Cell {
  const values = spectraOf(row).flatMap(({ status, measures, call }) => {
    const quality = measures?.quality ?? null;
    if (status !== 'ok' || quality === null) return [];
    const value = of(call?.kind === 'none' ? { ...quality, markers: null } : quality);
    return value ?? [];
  });
  return median(values);
}

function acquired(row: PlateRow): readonly string[] {
  return spectraOf(row)
    .flatMap(({ record }) => record?.acquiredAt ?? [])
    .sort();
}

/** Each different text once. */
function lines(texts: readonly (string | null | undefined)[]): Cell {
  const known = new Set(texts.flatMap((text) => (text ? [text] : [])));
  return known.size === 0 ? null : [...known].join(' | ');
}
