import { exportCsv } from '../io/exports/csv';
import type { ExportFormat } from '../io/exports/file-name';
import { exportJson } from '../io/exports/json';
import { exportSheet } from '../io/exports/sheet';
import { exportSpectracl } from '../io/exports/spectracl';
import { exportTsv } from '../io/exports/tsv';
import type { ExportedJob } from '../io/exports/types';

/** The writer of each format, which yields a job piece by piece. */
export const exportWriters: Readonly<
  Record<ExportFormat, (exported: ExportedJob) => Generator<string, void, void>>
> = {
  tsv: exportTsv,
  csv: exportCsv,
  json: exportJson,
  spectracl: exportSpectracl,
  sheet: exportSheet,
};
