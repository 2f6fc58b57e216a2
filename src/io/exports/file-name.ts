import { safeFileName } from './safe-file-name';

/** The formats in which results can be downloaded. */
export type ExportFormat =
  'short' | 'xlsx' | 'csv' | 'tsv' | 'json' | 'jsonl' | 'spectracl' | 'sheet';

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  short: 'short.csv',
  xlsx: 'xlsx',
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  jsonl: 'jsonl',
  // The file name says it, since this format has no place for it in its text.
  spectracl: 'research-use-only.spectracl.tsv',
  sheet: 'sample_sheet.tsv',
};

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  short: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  jsonl: 'application/jsonl',
  spectracl: 'text/tab-separated-values',
  sheet: 'text/tab-separated-values',
};

/**
 * Makes the file name of an export from the job's name, without characters that Windows, macOS or Linux
 * refuse. A file of some samples says so: `Plate 7 (12 of 96).csv`.
 */
export function exportFileName(
  jobName: string,
  format: ExportFormat,
  part: { readonly written: number; readonly of: number } | null = null,
): string {
  const some = part === null || part.written === part.of ? '' : ` (${part.written} of ${part.of})`;
  return `${safeFileName(jobName, 'results')}${some}.${ENDINGS[format]}`;
}
