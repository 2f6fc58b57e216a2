import { type Problem, problem } from '../problem';
import type { SampleSheetRow } from './read-sheet-rows';
import type { SheetMatch } from './sheet-index';
import type { SampleSheetReport } from './sheet-report';
import type { KeyKind, NamedSpectrum } from './spectrum-keys';
import { groupDigits } from '../text';

export interface SheetFindings {
  readonly report: SampleSheetReport;
  /** What the person has to know, the most serious first. */
  readonly problems: readonly Problem[];
}

/** The rows of a job's sheets, and which spectra they name. */
interface SheetRows<T extends NamedSpectrum> {
  readonly rows: readonly SampleSheetRow[];
  readonly contradictions: readonly SampleSheetRow[];
  matches(spectrum: T): Iterable<SheetMatch>;
}

/** Spectra or rows that one sentence names. */
const NAMED = 5;
const FILL_IN =
  'Save this run’s sheet to fill in (on the page under Export, by command with --format sheet), which has a ' +
  'name for every spectrum.';

interface Used {
  spectra: number;
  readonly which: string[];
  readonly kinds: Set<KeyKind>;
  /** Folders above the spots. */
  readonly places: Set<string>;
}

/**
 * Says which rows of a job's sheets name which spectra.
 *
 * @param path of the sheets
 * @param spectra all of the run
 */
export function describeMatches<T extends NamedSpectrum>(
  index: SheetRows<T>,
  path: string,
  spectra: readonly T[],
): SheetFindings {
  const { rows } = index;
  const used = new Map<SampleSheetRow, Used>();
  const overruled = new Map<SampleSheetRow, SampleSheetRow>();
  for (const spectrum of spectra) {
    let winner: SampleSheetRow | null = null;
    for (const { row, by } of index.matches(spectrum)) {
      if (winner === null) {
        winner = row;
        note(used, row, by, spectrum);
      } else if (row !== winner) overruled.set(row, winner);
    }
  }
  const unmatched = rows.filter((row) => !used.has(row) && !overruled.has(row));
  const several = rows.flatMap((row) => {
    const one = used.get(row);
    return one !== undefined && one.spectra > 1 ? [{ row, ...one }] : [];
  });
  const lost = rows.filter((row) => {
    const winner = overruled.get(row);
    return winner !== undefined && !used.has(row) && winner.sampleId !== row.sampleId;
  });
  const report: SampleSheetReport = {
    path,
    rows: rows.length,
    matched: rows.length - unmatched.length,
    samples: new Set([...used.keys()].map(({ sampleId }) => sampleId)).size,
    unmatched: unmatched.map(({ spectrumId }) => spectrumId),
    ambiguous: several.map(({ row: { spectrumId }, spectra: count, which }) => ({
      spectrumId,
      spectra: count,
      which,
    })),
  };
  const unclear = several.filter(
    ({ kinds, places }) => kinds.size > 1 || (kinds.has('spot') && places.size > 1),
  );
  return {
    report,
    problems: [
      ...(unmatched.length > 0 && spectra.length > 0 ? [unmatchedProblem(report, spectra)] : []),
      ...(unclear.length > 0 ? [ambiguousProblem(unclear, path)] : []),
      ...(lost.length + index.contradictions.length > 0
        ? [contradictionProblem([...lost, ...index.contradictions], path)]
        : []),
    ],
  };
}

function note(
  used: Map<SampleSheetRow, Used>,
  row: SampleSheetRow,
  by: KeyKind,
  spectrum: NamedSpectrum,
): void {
  const one = used.get(row) ?? { spectra: 0, which: [], kinds: new Set(), places: new Set() };
  used.set(row, one);
  one.spectra += 1;
  one.kinds.add(by);
  if (by === 'spot') one.places.add(folderAboveSpot(spectrum.path));
  if (one.which.length < NAMED) one.which.push(placeOf(spectrum));
}

function placeOf({ name, spot, path }: NamedSpectrum): string {
  return `${name}${spot === '' ? '' : ` at ${spot}`} (${path})`;
}

/** Of `RUN/KPN289/0_A7/1/1SLin/fid` the folder `RUN/KPN289`: repeated measurements of a spot share it. */
function folderAboveSpot(path: string): string {
  const spot = /^(.*?)(?:^|\/)\d+_[A-Za-z]{1,2}\d{1,2}(?:_|\/)/.exec(path);
  return spot?.[1] ?? path;
}

function unmatchedProblem(
  { rows, unmatched, path }: SampleSheetReport,
  spectra: readonly NamedSpectrum[],
): Problem<'sheet-no-match' | 'sheet-unmatched'> {
  const example = exampleOf(spectra);
  const names = unmatched.slice(0, NAMED).join(', ');
  const more = unmatched.length > NAMED ? ` and ${unmatched.length - NAMED} more` : '';
  if (unmatched.length === rows) {
    return problem(
      'sheet-no-match',
      `No row of the sample sheet names a spectrum of this run (${names}${more}), so each spectrum is a ` +
        `sample by itself. ${example}`,
      FILL_IN,
      path,
    );
  }
  const verb = unmatched.length === 1 ? 'names' : 'name';
  return problem(
    'sheet-unmatched',
    `${groupDigits(unmatched.length)} of the ${groupDigits(rows)} rows of the sample sheet ${verb} no spectrum of this run: ${names}${more}. ${example}`,
    FILL_IN,
    path,
  );
}

/** What a sheet could call a spectrum of this run. */
function exampleOf([first]: readonly NamedSpectrum[]): string {
  if (first === undefined) return '';
  const { name, spot, names } = first;
  const ways = [name, spot, names?.uid ?? ''].filter((way) => way !== '');
  return `A spectrum of this run is called ${ways.join(', or ')} in a sheet.`;
}

function ambiguousProblem(
  unclear: readonly {
    readonly row: SampleSheetRow;
    readonly spectra: number;
    readonly which: readonly string[];
  }[],
  path: string,
): Problem<'sheet-ambiguous'> {
  const [{ row, spectra, which }] = unclear as readonly [(typeof unclear)[number]];
  const others = unclear.length > 1 ? ` ${unclear.length - 1} more rows are like that.` : '';
  const more = spectra > which.length ? ' ...' : '';
  return problem(
    'sheet-ambiguous',
    `${row.spectrumId} in the sample sheet could mean ${spectra} spectra: ${which.join('; ')}${more}. All of ` +
      `them are in its sample ${row.sampleId}.${others}`,
    'If one of them is meant, write its uid, or its folders before the spot, in the column spectrum_id.',
    path,
  );
}

function contradictionProblem(
  rows: readonly SampleSheetRow[],
  path: string,
): Problem<'sheet-contradiction'> {
  const named = rows
    .slice(0, NAMED)
    .map(({ spectrumId, sampleId }) => `${spectrumId} into ${sampleId}`)
    .join('; ');
  return problem(
    'sheet-contradiction',
    `${rows.length === 1 ? 'A row' : `${groupDigits(rows.length)} rows`} of the sample sheet did not count, since another ` +
      `row puts the same spectra into another sample: ${named}${rows.length > NAMED ? ' ...' : ''}.`,
    'Name each spectrum once.',
    path,
  );
}
