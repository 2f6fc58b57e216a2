import { nextStep } from '../../core/classify/next-step';
import type { SampleRow, SpectrumRow } from '../../core/job/types';
import type { TaxonInfo } from '../../core/model-pack/types';
import { ReviewedSamples } from '../../core/review/reviewed-samples';
import { rateSample, type SampleQuality } from '../../core/quality/rate-sample';
import { samplesToWrite, spectraToWrite } from './rows-to-write';
import { settingsText } from './provenance';
import { runNames } from './run-names';
import type { Cell, ExportedJob } from './types';
import { inEnglish } from '../../words/in-words';

/** A table as people download it; docs/output.md explains the columns. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** A sample with its spectra, or one spectrum without a sample. */
export interface TableRow {
  readonly sample: SampleRow | null;
  readonly spectra: readonly SpectrumRow[];
  readonly quality: SampleQuality | null;
}

/** What the cells of a table need to know beside their row. */
export interface TableContext {
  readonly exported: ExportedJob;
  readonly spectra: ReadonlyMap<number, SpectrumRow>;
  readonly taxa: ReadonlyMap<string, TaxonInfo>;
  /** Names the run of a spectrum. */
  readonly runOf: (row: SpectrumRow) => string;
  /** What the job was computed with, in one line. */
  readonly settings: string;
  /** Null where the job cannot be reviewed. */
  readonly reviews: ReviewedSamples | null;
}

export interface Column {
  readonly name: string;
  readonly cell: (row: TableRow, context: TableContext) => Cell;
}

export function contextOf(exported: ExportedJob): TableContext {
  return {
    exported,
    spectra: new Map(exported.spectra.map((row) => [row.index, row])),
    taxa: new Map(exported.model.manifest.taxa.map((taxon) => [taxon.id, taxon])),
    runOf: runNames(exported),
    settings: settingsText(exported),
    reviews: exported.reviews === undefined ? null : new ReviewedSamples(exported.reviews),
  };
}

/** Yields the samples that a file has, and then the spectra that are part of no sample. */
export function* tableRows(
  exported: ExportedJob,
  { spectra: byIndex }: Pick<TableContext, 'spectra'>,
): Generator<TableRow> {
  const inSamples = new Set<number>();
  for (const sample of samplesToWrite(exported)) {
    for (const index of sample.spectra) inSamples.add(index);
    const own = sample.spectra.flatMap((index) => byIndex.get(index) ?? []);
    yield { sample, spectra: own, quality: rateSample(own, sample.consensus) };
  }
  for (const row of spectraToWrite(exported)) {
    if (!inSamples.has(row.index)) yield { sample: null, spectra: [row], quality: null };
  }
}

/** Writes which runs the spectra of a row are of. */
export function runCell({ spectra }: TableRow, { runOf }: TableContext): Cell {
  return each(spectra.map(runOf));
}

/** Writes when the spectra of a row were acquired, as their instrument says it. */
export function acquiredCell({ spectra }: TableRow): Cell {
  return each(spectra.map(({ record }) => record?.acquiredAt));
}

/** Writes what to do next with a sample. */
export function nextStepCell({ sample, quality }: TableRow): Cell {
  return sample === null ? null : inEnglish(nextStep(sample, quality?.measures ?? []).sentence);
}

/** Writes each different value once. Null if no value is known. */
export function each(values: readonly (string | null | undefined)[]): Cell {
  const known = new Set(
    values.filter((value) => value !== null && value !== undefined && value !== ''),
  );
  return known.size === 0 ? null : joined([...known] as string[]);
}

/** Separates names. Windows, on which Biotyper runs are made, allows no `|` in a file name. */
export function joined(values: readonly string[]): string {
  return values.join(' | ');
}
