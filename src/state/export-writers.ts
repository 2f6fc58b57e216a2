import { startWorkbookWorker, WorkbookThread } from '../../workers/workbook/client';
import { exportCsv } from '../io/exports/csv';
import type { ExportFormat } from '../io/exports/file-name';
import { exportJson } from '../io/exports/json';
import { exportJsonLines } from '../io/exports/json-lines';
import { exportSheet } from '../io/exports/sheet';
import { exportShort } from '../io/exports/short-table';
import { exportSpectracl } from '../io/exports/spectracl';
import { exportTsv } from '../io/exports/tsv';
import { exportXlsx } from '../io/exports/xlsx';
import type { ExportedJob } from '../io/exports/types';

/** The writer of each format, which yields a job piece by piece. */
export const exportWriters: Readonly<
  Record<
    ExportFormat,
    (exported: ExportedJob) => Iterable<string> | AsyncIterable<string | Uint8Array<ArrayBuffer>>
  >
> = {
  short: exportShort,
  xlsx: (exported) => exportXlsx(exported, () => new WorkbookThread(startWorkbookWorker)),
  csv: exportCsv,
  tsv: exportTsv,
  json: exportJson,
  jsonl: exportJsonLines,
  spectracl: exportSpectracl,
  sheet: exportSheet,
};
