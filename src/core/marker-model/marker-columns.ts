import { HEADER_WITHIN, takeSeparatorLine } from '../sample-sheet/find-header';
import { parseDelimited } from '../sample-sheet/parse-delimited';
import { listWords, printable } from '../text';

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

/** Why a text is no table of marker masses, as a whole sentence; or how it is split. */
export type SplitMarkers = { readonly split: MarkerText } | { readonly fault: string };

const DELIMITERS = [',', '\t', ';', '|'];
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
      if (typeof found === 'string') return { fault: found };
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
  const shown = listWords(words.filter((word) => word.trim() !== '').map((word) => word.trim()));
  return {
    fault: `The table's heading names ${printable(shown)}, and no column for the ${listWords(missing, 'or')}.`,
  };
}

/** Whether a text has a heading of a table of marker masses: the whole of it, a part, or none. */
export function markerHeadingOf(head: string): 'whole' | 'part' | 'none' {
  const found = splitMarkerText(head);
  if ('split' in found) return 'whole';
  return found.fault === NO_HEADING ? 'none' : 'part';
}

const NO_HEADING = 'No line of the table names the columns taxon, locus and mass.';

/** Says how headings were understood that are not the columns' own names, and which columns are not read. */
export function describeColumns({ headings, places }: MarkerHeader): string[] {
  const read = COLUMNS.filter((column) => places[column] !== -1);
  const shown = (column: MarkerField) => printable((headings[places[column]] ?? '').trim());
  const others = read.filter((column) => shown(column).toLowerCase() !== column);
  const used = new Set(read.map((column) => places[column]));
  const unused = headings.filter((heading, i) => heading.trim() !== '' && !used.has(i));
  const mass = others.includes('mass')
    ? ' The masses are taken for those of the protein with one proton, [M+H]+.'
    : '';
  return [
    ...(others.length > 0
      ? [
          `Columns were read by other names: ${listWords(others.map((column) => `"${shown(column)}" as ${column}`))}.${mass}`,
        ]
      : []),
    ...(unused.length > 0
      ? [
          `Columns that were not read: ${listWords(unused.slice(0, 8).map((one) => printable(one.trim())))}${unused.length > 8 ? ` and ${unused.length - 8} more` : ''}.`,
        ]
      : []),
  ];
}

/** @returns a string is a sentence on two columns that may be the same one */
function findColumns(
  fields: readonly string[],
): Pick<MarkerHeader, 'places' | 'isKilo' | 'isPercent'> | string {
  const words = fields.map(wordOf);
  const places: Record<MarkerField, number> = {
    taxon: -1,
    locus: -1,
    mass: -1,
    fraction: -1,
    genomes: -1,
  };
  const doubled: string[] = [];
  for (const column of COLUMNS) {
    const own = placesOf(words, [column]);
    const any = own.length > 0 ? own : placesOf(words, HEADINGS[column]);
    if (any.length > 1) {
      const shown = any.slice(0, NAMED).map((i) => `"${printable(fields[i]!.trim())}"`);
      const more = any.length > NAMED ? ` and ${any.length - NAMED} more` : '';
      const may = any.length === 2 ? 'may both' : 'may all';
      doubled.push(`${shown.join(' and ')}${more} ${may} be the ${column}`);
    }
    places[column] = any[0] ?? -1;
  }
  const isTable = REQUIRED.every((column) => places[column] !== -1);
  if (isTable && doubled.length > 0) {
    return `The table's columns ${doubled[0]}. Rename the one to be read to ${COLUMNS.find((column) => doubled[0]!.endsWith(` ${column}`))}, and the other to something else.`;
  }
  return {
    places,
    isKilo: /\bkda\b/i.test(fields[places.mass] ?? ''),
    isPercent: /%|percent|pct|prozent|porcentaje|pourcentage/i.test(fields[places.fraction] ?? ''),
  };
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
