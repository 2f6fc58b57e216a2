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
  if (bytes.length > MAX_SHEET_BYTES) return err(sheetTooLarge(`${bytes.length} bytes`, path));
  const table = await readWorkbook(
    new Blob([bytes]),
    (rows) => parseSheetTable(rows, path).ok,
    path,
  );
  return table.ok ? parseSheetTable(table.value, path) : table;
}

/** @returns the problem of an office file that is no workbook of Excel 2007 or later */
export function otherOfficeProblem(kind: 'open-document' | 'old-office', path: string): Problem {
  const what =
    kind === 'old-office'
      ? 'a document of Office before 2007 (.xls)'
      : 'a document of LibreOffice or OpenOffice (.ods)';
  return problem(
    'office-document',
    `${path} is ${what}, which is not read here.`,
    'If it is the sample sheet, save it as an Excel workbook (.xlsx) or as text with tabs, and drop it with the run.',
    path,
  );
}
