import { safeFileName } from './safe-file-name';

/** The formats in which results are downloaded. */
export type ExportFormat = 'tsv' | 'csv' | 'json' | 'spectracl' | 'sheet';

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  tsv: 'tsv',
  csv: 'csv',
  json: 'json',
  // The only format without a place for it inside.
  spectracl: 'research-use-only.spectracl.tsv',
  sheet: 'sample_sheet.tsv',
};

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  tsv: 'text/tab-separated-values',
  csv: 'text/csv',
  json: 'application/json',
  spectracl: 'text/tab-separated-values',
  sheet: 'text/tab-separated-values',
};

/** A file name for an export, from the job's name: without what Windows, macOS or Linux refuse. */
export function exportFileName(jobName: string, format: ExportFormat): string {
  return `${safeFileName(jobName, 'results')}.${ENDINGS[format]}`;
}
