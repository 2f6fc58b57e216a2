import { problem, type Problem } from '../core/problem';
import { err, type Result } from '../core/result';
import {
  MAX_SHEET_BYTES,
  parseSampleSheet,
  parseSheetTable,
  type SampleSheet,
  sheetTooLarge,
} from '../core/sample-sheet/parse-sample-sheet';
import { officeFileOf } from './office-file';
import { readWorkbook } from './read-workbook';
import { sentence } from '../words/told/sentence';

/**
 * Reads a sample sheet, whatever program saved it: text in any of its encodings, or an Excel workbook.
 *
 * @param path as the user's archive names the file, for messages
 */
export async function readSheet(
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
): Promise<Result<SampleSheet, Problem>> {
  const office = officeFileOf(bytes);
  if (office === null) return parseSampleSheet(bytes, path);
  if (office !== 'open-xml') return err(otherOfficeProblem(office, path));
  if (bytes.length > MAX_SHEET_BYTES) {
    return err(sheetTooLarge(sentence('sheet.tooManyBytes', { bytes: bytes.length }), path));
  }
  const table = await readWorkbook(
    new Blob([bytes]),
    (rows) => parseSheetTable(rows, path).ok,
    path,
  );
  return table.ok ? parseSheetTable(table.value, path) : table;
}

/** @returns the problem of an office file that is no workbook of Excel 2007 or later */
export function otherOfficeProblem(kind: 'open-document' | 'old-office', path: string): Problem {
  return problem(
    'office-document',
    sentence('archive.otherOffice', { path, kind: kind === 'old-office' ? 'old' : 'open' }),
    sentence('archive.saveSheetCure'),
    path,
  );
}
