import { type Problem, problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { MAX_SHEET_BYTES } from '../core/sample-sheet/parse-sample-sheet';
import type { SheetLine } from '../core/sample-sheet/read-sheet-rows';
import { officeFileOf } from './office-file';
import { readWorkbook } from './read-workbook';
import { sentence } from '../words/told/sentence';

/**
 * Converts an Excel workbook to the text of its table, with tabs. Any other file is returned unchanged.
 *
 * @param isWanted returns whether a text with tabs is a table that a model can be made from
 */
export async function tableText(
  bytes: Uint8Array<ArrayBuffer>,
  isWanted: (text: string) => boolean,
  path: string,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const office = officeFileOf(bytes);
  if (office === null) return ok(bytes);
  if (office !== 'open-xml') {
    const kind = office === 'old-office' ? 'old' : 'open';
    const message = sentence('archive.noSheetForModel', { path, kind });
    return err(problem('office-document', message, SAVE_IT, path));
  }
  if (bytes.length > MAX_SHEET_BYTES) {
    return err(
      problem(
        'office-document',
        sentence('archive.workbookTooLarge', { path, size: bytes.length }),
        SAVE_IT,
        path,
      ),
    );
  }
  const rows = await readWorkbook(new Blob([bytes]), (table) => isWanted(textOf(table)), path);
  return rows.ok ? ok(new TextEncoder().encode(textOf(rows.value))) : rows;
}

const SAVE_IT = sentence('archive.saveTableCure');

/** Writes rows with tabs, each on the line that it has in the workbook. */
function textOf(rows: readonly SheetLine[]): string {
  let text = '';
  let next = 1;
  for (const { line, fields } of rows) {
    if (line > next) text += '\n'.repeat(Math.min(line - next, MOST_GAP));
    text += `${fields.map((field) => quoted(field ?? '')).join('\t')}\n`;
    next = Math.max(line, next) + 1;
  }
  return text;
}

/** A workbook may say that its second row is the millionth. */
const MOST_GAP = 1_000;

function quoted(field: string): string {
  return /[\t\r\n"]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
