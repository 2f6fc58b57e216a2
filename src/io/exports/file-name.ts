import { safeFileName } from './safe-file-name';

/** The formats in which results can be downloaded. */
export type ExportFormat = 'tsv' | 'csv' | 'json' | 'spectracl' | 'sheet';

const ENDINGS: Readonly<Record<ExportFormat, string>> = {
  tsv: 'tsv',
  csv: 'csv',
  json: 'json',
  // The file name says it, since this format has no place for it in its text.
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

/**
 * Makes the file name of an export from the job's name, without characters that Windows, macOS or Linux
 * refuse.
 */
export function exportFileName(jobName: string, format: ExportFormat): string {
  return `${safeFileName(jobName, 'results')}.${ENDINGS[format]}`;
}
