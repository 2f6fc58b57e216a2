import { atPath, problem, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { HEADER_WITHIN } from '../core/sample-sheet/find-header';
import {
  MAX_SHEET_BYTES,
  MAX_SHEET_ROWS,
  parseSampleSheet,
  parseSheetTable,
  type SampleSheet,
  sheetTooLarge,
} from '../core/sample-sheet/parse-sample-sheet';
import type { SheetLine } from '../core/sample-sheet/read-sheet-rows';
import { readNumberFormats } from '../core/sample-sheet/workbook/number-formats';
import { readWorksheet, type WorkbookTables } from '../core/sample-sheet/workbook/read-worksheet';
import { readSharedStrings } from '../core/sample-sheet/workbook/shared-strings';
import { worksheetPaths } from '../core/sample-sheet/workbook/workbook-parts';
import { brokenWorkbook } from '../core/sample-sheet/workbook/xml-part';
import type { EntryData } from './entry';
import { DEFAULT_IO_LIMITS, type IoLimits } from './limits';
import { officeFileOf } from './office-file';
import { readEntry } from './read-entry';
import { SourceListing } from './source-listing';
import { Tally } from './tally';
import { listZip } from './zip/list-zip';

/** Bytes of a part of a workbook when inflated: 100,000 rows take some 15 MB. */
const PART_BYTES = 24 * 1024 * 1024;
/** Entries of a workbook: one with many charts and pictures has some hundred. */
const MOST_PARTS = 10_000;
const LIMITS: IoLimits = {
  ...DEFAULT_IO_LIMITS,
  entryBytes: PART_BYTES,
  entries: MOST_PARTS,
};

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
  const table = await readWorkbook(new Blob([bytes]), path);
  return table.ok ? parseSheetTable(table.value, path) : table;
}

/** @returns the rows of the first worksheet that has the columns of a sample sheet, or of the first */
async function readWorkbook(
  workbook: Blob,
  path: string,
): Promise<Result<readonly SheetLine[], Problem>> {
  const parts = await partsOf(workbook);
  const text = async (part: string): Promise<Result<string | null, Problem>> => {
    const data = parts.get(part.toLowerCase());
    if (data === undefined) return ok(null);
    const read = await readEntry(data, LIMITS);
    if (read.ok) return ok(new TextDecoder().decode(read.value));
    const isLarge = read.error.kind === 'limit-entry-bytes';
    return err(isLarge ? sheetTooLarge('a part that is too large', path) : broken(path));
  };
  const book = await text('xl/workbook.xml');
  const relations = await text('xl/_rels/workbook.xml.rels');
  if (!book.ok) return book;
  if (!relations.ok) return relations;
  if (book.value === null || relations.value === null) return err(broken(path));
  const paths = worksheetPaths(book.value, relations.value);
  if (!paths.ok) return err(atPath(paths.error, path));

  const tables = await tablesOf(text, path);
  if (!tables.ok) return tables;
  let first: readonly SheetLine[] | null = null;
  for (const part of paths.value) {
    const xml = await text(part);
    if (!xml.ok) return xml;
    if (xml.value === null) continue;
    const rows = readWorksheet(xml.value, tables.value, MAX_SHEET_ROWS + HEADER_WITHIN + 1);
    if (!rows.ok) return err(atPath(rows.error, path));
    if (parseSheetTable(rows.value, path).ok) return rows;
    first ??= rows.value;
  }
  return first === null ? err(broken(path)) : ok(first);
}

async function tablesOf(
  text: (part: string) => Promise<Result<string | null, Problem>>,
  path: string,
): Promise<Result<WorkbookTables, Problem>> {
  const shared = await text('xl/sharedStrings.xml');
  if (!shared.ok) return shared;
  const strings = shared.value === null ? ok([]) : readSharedStrings(shared.value);
  if (!strings.ok) return err(atPath(strings.error, path));
  const styles = await text('xl/styles.xml');
  if (!styles.ok) return styles;
  const formats = styles.value === null ? ok([]) : readNumberFormats(styles.value);
  if (!formats.ok) return err(atPath(formats.error, path));
  return ok({ strings: strings.value, formats: formats.value });
}

async function partsOf(workbook: Blob): Promise<ReadonlyMap<string, EntryData>> {
  const parts = new Map<string, EntryData>();
  const listing = new SourceListing(0, 'workbook', {
    wanted: (part) => /\.(?:xml|rels)$/i.test(part),
    byContent: { mayBe: () => false, isUseful: () => false },
    limits: LIMITS,
    tally: new Tally(LIMITS),
    signal: undefined,
    openZlib: undefined,
  });
  for await (const event of listZip(workbook, listing)) {
    if (event.kind === 'entry') parts.set(event.entry.path.toLowerCase(), event.entry.data);
  }
  return parts;
}

function broken(path: string): Problem {
  return atPath(brokenWorkbook(), path);
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
