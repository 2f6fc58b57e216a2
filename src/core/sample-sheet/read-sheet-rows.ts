import { type Problem, problem } from '../problem';
import { foldName, looseName, spotOf } from './fold-name';
import { sentence } from '../../words/told/sentence';

export type SheetWarning = Problem<
  | 'sheet-incomplete-row'
  | 'sheet-long-name'
  | 'sheet-repeated-row'
  | 'sheet-changed-cell'
  | 'sheet-more-warnings'
>;

/** One line of a sheet: the spectrum with this name belongs to this sample. */
export interface SampleSheetRow {
  readonly spectrumId: string;
  readonly sampleId: string;
}

/** A row of a table; null is a cell that a spreadsheet holds as something else than a name. */
export interface SheetLine {
  readonly line: number;
  readonly fields: readonly (string | null)[];
}

/** Characters of a name: it stands in a table. */
const MAX_NAME = 300;
/** More would bury what is wrong; the rest is counted. */
const MAX_WARNINGS = 100;

/** Reads the rows below a header; a line that cannot be used is left out and said. */
export function readSheetRows(
  lines: readonly SheetLine[],
  columns: { readonly spectrum: number; readonly sample: number },
  path: string,
): { readonly rows: readonly SampleSheetRow[]; readonly warnings: readonly SheetWarning[] } {
  const rows = new Map<string, SampleSheetRow>();
  const warnings: SheetWarning[] = [];
  let unsaid = 0;
  for (const { line, fields } of lines) {
    const cells = [fields[columns.spectrum], fields[columns.sample]];
    const [spectrumId = '', sampleId = ''] = cells.map((cell) => foldName(undefused(cell ?? '')));
    const key = rowKey(spectrumId);
    const earlier = rows.get(key);
    const warning = cells.includes(null)
      ? changedCell(line, path)
      : faultOf(line, { spectrumId, sampleId }, earlier, path);
    if (warning === null) {
      if (earlier === undefined) rows.set(key, { spectrumId, sampleId });
    } else if (warnings.length < MAX_WARNINGS) warnings.push(warning);
    else unsaid++;
  }
  if (unsaid > 0) {
    warnings.push(
      problem(
        'sheet-more-warnings',
        sentence('sheet.moreWarnings', { count: unsaid }),
        sentence('sheet.moreWarningsCure'),
        path,
      ),
    );
  }
  return { rows: [...rows.values()], warnings };
}

/** @returns a key that is the same for all ways of writing one spot or one uid */
export function rowKey(spectrumId: string): string {
  const spot = spotOf(spectrumId);
  if (spot !== null) return spot;
  const loose = looseName(spectrumId);
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(loose) ? loose : spectrumId;
}

function faultOf(
  line: number,
  { spectrumId, sampleId }: SampleSheetRow,
  earlier: SampleSheetRow | undefined,
  path: string,
): SheetWarning | null {
  if (spectrumId === '' || sampleId === '') {
    const column = spectrumId === '' ? 'spectrum_id' : 'sample_id';
    return problem(
      'sheet-incomplete-row',
      sentence('sheet.incompleteRow', { line, column }),
      sentence('sheet.incompleteRowCure'),
      path,
    );
  }
  if (Math.max(spectrumId.length, sampleId.length) > MAX_NAME) {
    return problem(
      'sheet-long-name',
      sentence('sheet.longName', { line, most: MAX_NAME }),
      sentence('sheet.longNameCure'),
      path,
    );
  }
  if (earlier === undefined || earlier.sampleId === sampleId) return null;
  return problem(
    'sheet-repeated-row',
    sentence('sheet.repeatedRow', { line, spectrumId, sampleId, earlier: earlier.sampleId }),
    sentence('sheet.nameOnce'),
    path,
  );
}

function changedCell(line: number, path: string): SheetWarning {
  return problem(
    'sheet-changed-cell',
    sentence('sheet.changedCell', { line }),
    sentence('sheet.changedCellCure'),
    path,
  );
}

/** Without the apostrophe that keeps a name such as `=1` from being a formula. */
function undefused(text: string): string {
  return text.replace(/^\s*'(?=[=+\-@])/, '');
}
