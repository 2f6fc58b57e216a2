import type { Interruptible } from '../interruptible';
import { type Problem, problem } from '../problem';
import type { SampleSheetRow } from './read-sheet-rows';
import type { SheetMatch } from './sheet-index';
import type { SampleSheetReport } from './sheet-report';
import type { KeyKind, NamedSpectrum } from './spectrum-keys';
import { NAMED, oneByOne, someNames } from './told-lists';
import { inTurn, sentence, type Sentence } from '../../words/told/sentence';

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

const FILL_IN = sentence('sheet.fillIn');

interface Used {
  spectra: number;
  readonly which: (string | Sentence)[];
  readonly kinds: Set<KeyKind>;
  /** Folders above the spots. */
  readonly places: Set<string>;
}

/**
 * Says which rows of a job's sheets name which spectra, in steps, for a run of thousands.
 *
 * @param path of the sheets
 * @param spectra all of the run
 */
export function* describeMatches<T extends NamedSpectrum>(
  index: SheetRows<T>,
  path: string,
  spectra: readonly T[],
): Interruptible<SheetFindings> {
  const { rows } = index;
  const used = new Map<SampleSheetRow, Used>();
  const overruled = new Map<SampleSheetRow, SampleSheetRow>();
  for (const spectrum of spectra) {
    yield;
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

function placeOf({ name, spot, path }: NamedSpectrum): string | Sentence {
  return spot === '' ? `${name} (${path})` : sentence('sheet.spectrumAt', { name, spot, path });
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
  const names = someNames(unmatched, unmatched.length);
  if (unmatched.length === rows) {
    return problem(
      'sheet-no-match',
      inTurn(sentence('sheet.noMatch', { names }), example),
      FILL_IN,
      path,
    );
  }
  return problem(
    'sheet-unmatched',
    inTurn(sentence('sheet.unmatched', { count: unmatched.length, rows, names }), example),
    FILL_IN,
    path,
  );
}

/** What a sheet could call a spectrum of this run. */
function exampleOf([first]: readonly NamedSpectrum[]): Sentence | null {
  const { name = '', spot = '', names = null } = first ?? {};
  const [one, two, three] = [name, spot, names?.uid ?? ''].filter((way) => way !== '');
  if (one === undefined) return null;
  if (two === undefined) return sentence('sheet.called', { one });
  if (three === undefined) return sentence('sheet.calledTwo', { one, two });
  return sentence('sheet.calledThree', { one, two, three });
}

function ambiguousProblem(
  unclear: readonly {
    readonly row: SampleSheetRow;
    readonly spectra: number;
    readonly which: readonly (string | Sentence)[];
  }[],
  path: string,
): Problem<'sheet-ambiguous'> {
  const [{ row, spectra, which }] = unclear as readonly [(typeof unclear)[number]];
  const others = unclear.length - 1;
  return problem(
    'sheet-ambiguous',
    inTurn(
      sentence('sheet.ambiguous', {
        spectrumId: row.spectrumId,
        spectra,
        which: oneByOne(which, spectra),
        sampleId: row.sampleId,
      }),
      others === 0 ? null : sentence('sheet.ambiguousMore', { count: others }),
    ),
    sentence('sheet.ambiguousCure'),
    path,
  );
}

function contradictionProblem(
  rows: readonly SampleSheetRow[],
  path: string,
): Problem<'sheet-contradiction'> {
  const named = rows
    .slice(0, NAMED)
    .map(({ spectrumId, sampleId }) => sentence('sheet.rowInto', { spectrumId, sampleId }));
  return problem(
    'sheet-contradiction',
    sentence('sheet.contradiction', { count: rows.length, rows: oneByOne(named, rows.length) }),
    sentence('sheet.nameOnce'),
    path,
  );
}
