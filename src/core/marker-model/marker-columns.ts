import { HEADER_WITHIN, takeSeparatorLine } from '../sample-sheet/find-header';
import { parseDelimited } from '../sample-sheet/parse-delimited';
import { printable } from '../text';
import { inTurn, type Sentence, sentence, type Sentences } from '../../words/told/sentence';

/** What a column of a table of marker masses holds. */
export type MarkerField = 'taxon' | 'locus' | 'mass' | 'fraction' | 'genomes';

const COLUMNS: readonly MarkerField[] = ['taxon', 'locus', 'mass', 'fraction', 'genomes'];
const REQUIRED: readonly MarkerField[] = ['taxon', 'locus', 'mass'];

/** Headings for each column beside its own name, as `wordOf` writes them. */
const HEADINGS: Readonly<Record<MarkerField, readonly string[]>> = {
  taxon: [
    ...['taxa', 'taxonname', 'species', 'speciesname', 'organism', 'organismname', 'bacterium'],
    ...['microorganism', 'scientificname', 'spezies', 'art', 'organismus', 'espece', 'especie'],
    ...['soort', 'specie', 'organisme', 'organismo'],
  ],
  locus: [
    ...['loci', 'protein', 'proteinname', 'proteins', 'gene', 'genename', 'marker', 'markername'],
    ...['biomarker', 'subunit', 'ribosomalprotein', 'proteine', 'proteina', 'eiweiss', 'eiwit'],
    ...['gen', 'proteinid', 'peak', 'peakname'],
  ],
  mass: [
    ...['masses', 'mz', 'mh', 'mzvalue', 'moverz', 'averagemass', 'avgmass', 'massaverage'],
    ...['theoreticalmass', 'theoreticalmz', 'calculatedmass', 'predictedmass', 'expectedmass'],
    ...['molecularweight', 'molecularmass', 'molweight', 'mw', 'weight', 'masse', 'masa', 'massa'],
    ...['molmasse', 'molekulargewicht', 'poidsmoleculaire', 'pesomolecular', 'massmh', 'mhmass'],
  ],
  fraction: [
    ...['frequency', 'freq', 'fractions', 'proportion', 'prop', 'prevalence', 'share', 'percent'],
    ...['percentage', 'pct', 'haufigkeit', 'anteil', 'prozent', 'frequence', 'proportie'],
    ...['frecuencia', 'frequenza', 'porcentaje', 'pourcentage', 'fractionofgenomes'],
  ],
  genomes: [
    ...['genome', 'ngenomes', 'genomecount', 'numberofgenomes', 'noofgenomes', 'genomesn', 'n'],
    ...['count', 'counts', 'strains', 'nstrains', 'numberofstrains', 'isolates', 'nisolates'],
    ...['sequences', 'anzahl', 'genomen', 'genomas', 'genomi', 'stamme', 'souches', 'cepas'],
  ],
};

/** Where a table has its columns. */
export interface MarkerHeader {
  /** Place of the heading among the rows: lines with a title may stand above it. */
  readonly row: number;
  readonly headings: readonly string[];
  /** Places in a row of fields; -1 for a column that the table lacks. */
  readonly places: Readonly<Record<MarkerField, number>>;
  /** Whether the heading says that the masses are in kDa, or the fractions in percent. */
  readonly isKilo: boolean;
  readonly isPercent: boolean;
}

/** How the text of a table is split into columns. */
export interface MarkerText {
  /** Without the line that names the separator. */
  readonly text: string;
  readonly delimiter: string;
  /** Lines that were taken off the beginning. */
  readonly linesBefore: number;
  readonly header: MarkerHeader;
}

/** Why a text is no table of marker masses, or how it is split. */
export type SplitMarkers = { readonly split: MarkerText } | { readonly fault: Sentence };

const DELIMITERS = [',', '\t', ';', '|'];
/** Most characters of a heading that are shown, as `printable` does it. */
const MOST_SHOWN = 120;
/** Headings for one column that a sentence names. */
const NAMED = 3;

export function splitMarkerText(whole: string): SplitMarkers {
  const { text, lines: linesBefore, separator } = takeSeparatorLine(whole);
  const delimiters = separator === null ? DELIMITERS : [separator, ...DELIMITERS];
  let closest: readonly MarkerField[] = [];
  let words: readonly string[] = [];
  for (const delimiter of delimiters) {
    const rows = parseDelimited(text, delimiter, HEADER_WITHIN);
    for (const [row, { fields }] of rows.entries()) {
      const found = findColumns(fields);
      if (!('places' in found)) return { fault: found };
      const header = { row, headings: fields, ...found };
      const has = COLUMNS.filter((column) => found.places[column] !== -1);
      if (REQUIRED.every((column) => has.includes(column))) {
        return { split: { text, delimiter, linesBefore, header } };
      }
      if (has.length > closest.length) [closest, words] = [has, fields];
    }
  }
  const missing = REQUIRED.filter((column) => !closest.includes(column));
  // A single word of a text may be a heading's by chance.
  if (closest.length < 2) {
    return { fault: NO_HEADING };
  }
  const headings = words.map((word) => word.trim()).filter((word) => word !== '');
  const line = printable(headings.join(', '));
  // A list that is cut off has no last heading.
  const isCut = line.length > MOST_SHOWN;
  return {
    fault: sentence('markerTable.heading', {
      headings: isCut ? line : { list: headings.map(printable) },
      missing: { list: missing, last: 'or' },
    }),
  };
}

/** Whether a text has a heading of a table of marker masses: the whole of it, a part, or none. */
export function markerHeadingOf(head: string): 'whole' | 'part' | 'none' {
  const found = splitMarkerText(head);
  if ('split' in found) return 'whole';
  return found.fault.key === NO_HEADING.key ? 'none' : 'part';
}

const NO_HEADING = sentence('markerTable.noHeading');

/** Says how headings were understood that are not the columns' own names, and which columns are not read. */
export function describeColumns({ headings, places }: MarkerHeader): Sentences[] {
  const read = COLUMNS.filter((column) => places[column] !== -1);
  const shown = (column: MarkerField) => printable((headings[places[column]] ?? '').trim());
  const others = read.filter((column) => shown(column).toLowerCase() !== column);
  const used = new Set(read.map((column) => places[column]));
  const unused = headings.filter((heading, i) => heading.trim() !== '' && !used.has(i));
  const columns = others.map((column) =>
    sentence('markerTable.columnAs', { heading: shown(column), column }),
  );
  const shownUnused = { list: unused.slice(0, 8).map((one) => printable(one.trim())) };
  return [
    ...(others.length > 0
      ? [
          inTurn(
            sentence('markerTable.columnsRead', { columns: { list: columns } }),
            others.includes('mass') ? sentence('markerTable.massesTaken') : null,
          ),
        ]
      : []),
    ...(unused.length > 0
      ? [
          unused.length > 8
            ? sentence('markerTable.columnsUnreadMore', {
                columns: shownUnused,
                count: unused.length - 8,
              })
            : sentence('markerTable.columnsUnread', { columns: shownUnused }),
        ]
      : []),
  ];
}

/** @returns a sentence on two columns that may be the same one, or the places */
function findColumns(
  fields: readonly string[],
): Pick<MarkerHeader, 'places' | 'isKilo' | 'isPercent'> | Sentence {
  const words = fields.map(wordOf);
  const places: Record<MarkerField, number> = {
    taxon: -1,
    locus: -1,
    mass: -1,
    fraction: -1,
    genomes: -1,
  };
  let doubled: Sentence | null = null;
  for (const column of COLUMNS) {
    const own = placesOf(words, [column]);
    const any = own.length > 0 ? own : placesOf(words, HEADINGS[column]);
    if (any.length > 1) {
      doubled ??= tellDoubled(
        any.map((i) => printable(fields[i]!.trim())),
        column,
      );
    }
    places[column] = any[0] ?? -1;
  }
  const isTable = REQUIRED.every((column) => places[column] !== -1);
  if (isTable && doubled !== null) return doubled;
  return {
    places,
    isKilo: /\bkda\b/i.test(fields[places.mass] ?? ''),
    isPercent: /%|percent|pct|prozent|porcentaje|pourcentage/i.test(fields[places.fraction] ?? ''),
  };
}

/** @param headings two or more that may be those of the column */
function tellDoubled(headings: readonly string[], column: MarkerField): Sentence {
  const [first = '', second = '', third] = headings;
  if (third === undefined) return sentence('markerTable.columnsSame2', { first, second, column });
  const values = { first, second, third, column };
  const count = headings.length - NAMED;
  return count === 0
    ? sentence('markerTable.columnsSame3', values)
    : sentence('markerTable.columnsSameMore', { ...values, count });
}

function placesOf(words: readonly string[], wanted: readonly string[]): number[] {
  return words.flatMap((word, i) => (wanted.includes(word) ? [i] : []));
}

/** Writes a heading without its unit, case, accents and blanks: `Mass [Da]` and `mass_da` are `mass`. */
function wordOf(heading: string): string {
  const plain = heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
  const bare = plain.replace(/\[m\s*\+\s*h\]\+?|\(m\s*\+\s*h\)\+?|m\+h\+?/g, 'mh');
  const outside = bare.replace(/[([{][^)\]}]*[)\]}]/g, ' ');
  const text = /[a-z]/.test(outside) ? outside : bare;
  const word = text.replace(/[^a-z]+/g, ' ').trim();
  const withoutUnit = word.replace(/ (?:da|kda|daltons?|u|amu|th)$/, '');
  return withoutUnit.replaceAll(' ', '') || (plain.includes('%') ? 'percent' : '');
}
