import { decodeText } from '../text';
import { type Problem, problem } from '../problem';
import { err, ok, type Result } from '../result';
import { type DelimitedRow, parseDelimited } from './parse-delimited';

/** One line of a sheet: the spectrum with this name belongs to this sample. */
export interface SampleSheetRow {
  readonly spectrumId: string;
  readonly sampleId: string;
}

export interface SampleSheet {
  readonly path: string;
  /** No `spectrumId` stands twice. */
  readonly rows: readonly SampleSheetRow[];
  /** Lines that were left out, each with its number and reason; the first ones, if there are many. */
  readonly warnings: readonly SheetWarning[];
}

type SheetWarning = Problem<
  'sheet-incomplete-row' | 'sheet-long-name' | 'sheet-repeated-row' | 'sheet-more-warnings'
>;

/** A line for each spectrum of 250 target plates takes about as much. */
const MAX_BYTES = 8 * 1024 * 1024;
const MAX_ROWS = 100_000;
/** Characters of a name: it stands in a table. */
const MAX_NAME = 300;
/** More would bury what is wrong; the rest is counted. */
const MAX_WARNINGS = 100;

const EXAMPLE =
  'Write a table with a header line that has the columns spectrum_id and sample_id, separated by ' +
  'tabs (.tsv) or commas (.csv), saved as UTF-8.';

/**
 * Reads `sample_sheet.tsv` or `.csv`. The header names the columns `spectrum_id` and `sample_id`, in
 * any order and among others; tabs, commas and semicolons all separate, whichever the header has.
 *
 * @param path as the user's archive names the file, for messages
 */
export function parseSampleSheet(
  bytes: Uint8Array,
  path: string,
): Result<SampleSheet, Problem<'sheet-empty' | 'sheet-header' | 'sheet-size'>> {
  if (bytes.length > MAX_BYTES) return err(tooLarge(`${bytes.length} bytes`, path));
  const text = decodeText(bytes);
  for (const delimiter of ['\t', ',', ';']) {
    const [header] = parseDelimited(text, delimiter, 1);
    const columns = header?.fields.map((field) => field.trim().toLowerCase()) ?? [];
    const spectrum = columns.indexOf('spectrum_id');
    const sample = columns.indexOf('sample_id');
    if (spectrum === -1 || sample === -1) continue;
    const lines = parseDelimited(text, delimiter, MAX_ROWS + 2).slice(1);
    if (lines.length > MAX_ROWS) return err(tooLarge(`more than ${MAX_ROWS} lines`, path));
    return ok({ path, ...readRows(lines, spectrum, sample, path) });
  }
  const firstLine = text
    .trim()
    .split(/[\r\n]/, 1)[0]!
    .replaceAll('\t', ' ')
    .slice(0, 80);
  if (firstLine === '') {
    return err(problem('sheet-empty', 'The sample sheet has no line.', EXAMPLE, path));
  }
  return err(
    problem(
      'sheet-header',
      `The sample sheet's first line, "${firstLine}", does not name the columns spectrum_id and ` +
        'sample_id.',
      EXAMPLE,
      path,
    ),
  );
}

function tooLarge(what: string, path: string): Problem<'sheet-size'> {
  return problem(
    'sheet-size',
    `The sample sheet has ${what}, more than any run needs, and was not read.`,
    'Check what this file is; for a very large study, split it into several runs.',
    path,
  );
}

function readRows(
  lines: readonly DelimitedRow[],
  spectrum: number,
  sample: number,
  path: string,
): Pick<SampleSheet, 'rows' | 'warnings'> {
  const rows = new Map<string, SampleSheetRow>();
  const warnings: SheetWarning[] = [];
  let unsaid = 0;
  const warn = (warning: SheetWarning) => {
    if (warnings.length < MAX_WARNINGS) warnings.push(warning);
    else unsaid++;
  };
  for (const { line, fields } of lines) {
    const spectrumId = fields[spectrum]?.trim() ?? '';
    const sampleId = fields[sample]?.trim() ?? '';
    const earlier = rows.get(spectrumId);
    if (spectrumId === '' || sampleId === '') {
      const lacking = spectrumId === '' ? 'spectrum_id' : 'sample_id';
      warn(
        problem(
          'sheet-incomplete-row',
          `Line ${line} of the sample sheet has no ${lacking}; it was left out.`,
          'Fill in both columns.',
          path,
        ),
      );
    } else if (Math.max(spectrumId.length, sampleId.length) > MAX_NAME) {
      warn(
        problem(
          'sheet-long-name',
          `Line ${line} of the sample sheet has a name of more than ${MAX_NAME} characters; it was ` +
            'left out.',
          'Give shorter names, and check that no quotation mark is missing.',
          path,
        ),
      );
    } else if (earlier === undefined) {
      rows.set(spectrumId, { spectrumId, sampleId });
    } else if (earlier.sampleId !== sampleId) {
      warn(
        problem(
          'sheet-repeated-row',
          `Line ${line} of the sample sheet puts ${spectrumId} into ${sampleId}, but an earlier ` +
            `line into ${earlier.sampleId}; the earlier one counts.`,
          'Name each spectrum once.',
          path,
        ),
      );
    }
  }
  if (unsaid > 0) {
    warnings.push(
      problem(
        'sheet-more-warnings',
        `Another ${unsaid} lines of the sample sheet were left out or contradict earlier ones.`,
        'Check that the columns spectrum_id and sample_id are the right ones.',
        path,
      ),
    );
  }
  return { rows: [...rows.values()], warnings };
}
