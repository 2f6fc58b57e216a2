import { atPath, type Problem } from '../core/problem';
import { err, ok, type Result } from '../core/result';
import { HEADER_WITHIN } from '../core/sample-sheet/find-header';
import { MAX_SHEET_ROWS, sheetTooLarge } from '../core/sample-sheet/parse-sample-sheet';
import type { SheetLine } from '../core/sample-sheet/read-sheet-rows';
import { readNumberFormats } from '../core/sample-sheet/workbook/number-formats';
import { readWorksheet, type WorkbookTables } from '../core/sample-sheet/workbook/read-worksheet';
import { readSharedStrings } from '../core/sample-sheet/workbook/shared-strings';
import { worksheetPaths } from '../core/sample-sheet/workbook/workbook-parts';
import { brokenWorkbook } from '../core/sample-sheet/workbook/xml-part';
import type { EntryData } from './entry';
import { DEFAULT_IO_LIMITS, type IoLimits } from './limits';
import { readEntry } from './read-entry';
import { SourceListing } from './source-listing';
import { Tally } from './tally';
import { listZip } from './zip/list-zip';
import { sentence } from '../words/told/sentence';

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
 * Reads a table of an Excel workbook.
 *
 * @param isWanted whether these are the rows of the wanted table
 * @param path as the user's archive names the file, for messages
 * @returns the rows of the first worksheet that is wanted, or else of the first
 */
export async function readWorkbook(
  workbook: Blob,
  isWanted: (rows: readonly SheetLine[]) => boolean,
  path: string,
): Promise<Result<readonly SheetLine[], Problem>> {
  const parts = await partsOf(workbook);
  // Of a workbook that was cut off, a part of the table would be taken for the whole.
  if (parts === null) return err(broken(path));
  const text = async (part: string): Promise<Result<string | null, Problem>> => {
    const data = parts.get(part.toLowerCase());
    if (data === undefined) return ok(null);
    const read = await readEntry(data, LIMITS);
    if (read.ok) return ok(new TextDecoder().decode(read.value));
    const isLarge = read.error.kind === 'limit-entry-bytes';
    return err(isLarge ? sheetTooLarge(sentence('sheet.largePart'), path) : broken(path));
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
    if (isWanted(rows.value)) return rows;
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

/** @returns null when the archive is damaged or passes a limit */
async function partsOf(workbook: Blob): Promise<ReadonlyMap<string, EntryData> | null> {
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
    if (event.kind === 'problem') return null;
    if (event.kind === 'entry') parts.set(event.entry.path.toLowerCase(), event.entry.data);
  }
  return parts;
}

function broken(path: string): Problem {
  return atPath(brokenWorkbook(), path);
}
