import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkerTable } from '../../../../src/core/marker-model/parse-marker-table';
import { inEnglish } from '../../../../src/words/in-words';
import { spoken } from '../../../builders/spoken';

const parse = (text: string) => parseMarkerTable(new TextEncoder().encode(text), 'markers.csv');

describe('parseMarkerTable', () => {
  it('reads our own table unchanged', () => {
    const url = new URL(
      '../../../../models/ribosomal-klebsiella/facts/alleles.csv',
      import.meta.url,
    );
    const rows = parseMarkerTable(readFileSync(url), 'alleles.csv');
    if (!rows.ok) throw new Error(inEnglish(rows.error.message));
    const s22 = rows.value.rows.filter(
      (row) => row.taxon === 'Klebsiella variicola' && row.locus === 'S22',
    );
    expect(s22).toEqual([
      { taxon: 'Klebsiella variicola', locus: 'S22', mass: 5252, fraction: 1, genomes: 95 },
    ]);
  });

  it('computes fractions from counts', () => {
    const rows = parse('locus;mass;taxon;genomes\nL31;7742.9;A;30\nL31;7771;A;10\nS22;5280;A;38\n');
    expect(rows).toMatchObject({
      ok: true,
      value: {
        rows: [
          { locus: 'L31', mass: 7742.9, fraction: 0.75, genomes: 40 },
          { locus: 'L31', mass: 7771, fraction: 0.25, genomes: 40 },
          { locus: 'S22', fraction: 1, genomes: 40 },
        ],
        notes: [],
      },
    });
  });

  it('counts masses equally if the table has neither fractions nor counts', () => {
    expect(parse('taxon,locus,mass\nA,L31,7742.9\nA,L31,7771')).toMatchObject({
      ok: true,
      value: { rows: [{ fraction: 0.5, genomes: 10 }, { fraction: 0.5 }] },
    });
  });

  it('names a few of many headings that could be the same column', () => {
    const table = parse(`locus,mass${',taxon'.repeat(50_000)}\nL31,7000,A`);
    expect(spoken(!table.ok && table.error.message)).toBe(
      'The table’s columns "taxon" and "taxon" and "taxon" and 49997 more may all be the taxon. Rename the one ' +
        'to be read to taxon, and the other to something else.',
    );
  });

  it.each([
    ['', 'The table of markers has no line.'],
    ['a,b\n1,2', 'No line of the table names the columns taxon, locus and mass.'],
    [
      'species;masse\nA;7000',
      'The table’s heading names species and masse, and no column for the locus.',
    ],
    [
      'Species,Organism,locus,mass\nA,A,L31,7000',
      `The table’s columns "Species" and "Organism" may both be the taxon. Rename the one to be read to taxon, and the other to something else.`,
    ],
    [
      'taxon;locus;mass\nA;L31;7000.5\nB;L31;7100,5',
      'The column mass has decimals after a point (7000.5) and after a comma (7100,5).',
    ],
    [
      'taxon,locus,mass,fraction\nA,L31,7000,5,1',
      'Line 2: it has 5 columns, and the heading has 4. A decimal comma needs quotes around its number, or semicolons between columns.',
    ],
    [
      'taxon;locus;mass;percent\nA;L31;7000;0.5\nB;L31;7100;1',
      'The column percent has only numbers up to 1: write a % behind them if they are that, and fraction above them if not.',
    ],
    [
      'taxon;locus;mass;fraction\nA;L31;7000;50%\nB;L31;7100;0.5',
      'Line 3: the fraction "0.5" has no %, and others have one.',
    ],
    ['taxon;locus;mass\nA;L31;NA', 'No line of the table has a mass.'],
    ['taxon,locus,mass\n', 'The table of markers has a header and no other line.'],
    [
      'taxon,locus,mass\nA,L31,heavy',
      'Line 2: the mass "heavy" is not a number from 1,000 to 42,000 Da.',
    ],
    ['taxon,locus,mass\nA,,7000', 'Line 2: the taxon or the locus is missing.'],
    [
      'taxon,locus,mass,fraction\nA,L31,7000,1.5',
      'Line 2: the fraction "1.5" is not a number above 0 and up to 1.',
    ],
    [
      'taxon,locus,mass,fraction\nA,L31,7000,0.8\nA,L31,7100,0.8',
      'A, L31: the fractions add up to 1.600, which is more than 1.',
    ],
    [
      'taxon,locus,mass,genomes\nA,L31,7000,3\nA,L31,7000,4',
      'A, L31, 7000 Da stands in the table twice, with different numbers, in lines 2 and 3.',
    ],
    [
      'taxon,locus,mass,fraction\nA,L31,7000,0.5\nA,L31,7100,',
      'A, L31: only some masses have a fraction.',
    ],
  ])('refuses %j with a sentence', (text, message) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { message, path: 'markers.csv' } });
  });
});

describe('a table of markers as spreadsheets and R write it', () => {
  const rowsOf = (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const read = parseMarkerTable(bytes, 'markers.csv');
    if (!read.ok) throw new Error(inEnglish(read.error.message));
    return {
      rows: read.value.rows.map(({ taxon, locus, mass, fraction }) =>
        [taxon, locus, mass, Number(fraction.toFixed(6))].join(' '),
      ),
      notes: read.value.notes,
    };
  };
  const PLAIN = rowsOf('taxon,locus,mass,fraction\nA,S15,10078.3,0.95\nB,L29,7273.4,1').rows;

  it.each([
    'taxon;locus;mass;fraction\r\nA;S15;10078,3;0,95\r\nB;L29;7273,4;1,00\r\n',
    'sep=;\r\ntaxon;locus;mass;fraction\r\nA;S15;10078.3;0.95\r\nB;L29;7273.4;1\r\n',
    'taxon\tlocus\tmass\tfraction\nA\tS15\t10,078.3\t0.95\nB\tL29\t7273.4\t1',
    'taxon;locus;mass;fraction\nA;S15;10.078,3;95 %\nB;L29;7.273,4;100%',
    'taxon;locus;mass;fraction\nA;S15;10 078,3;95,0%\nB;L29;7\u202f273,4;100,0%',
    "taxon;locus;mass;fraction\nA;S15;10'078.3;0.95\nB;L29;7\u2019273.4;1",
    'taxon,locus,mass,fraction\nA,S15,"10078,3","0,95"\nB,L29,"7273,4","1,00"',
    'Markers of our LIMS\n\ntaxon,locus,mass,fraction\nA,S15,10078.3,0.95\nB,L29,7273.4,1',
    '"","taxon","locus","mass","fraction"\n"1","A","S15",10078.3,0.95\n"2","B","L29",7273.4,1',
    'taxon|locus|mass|fraction\nA|S15|10078.3|.95\nB|L29|7273.4|1.',
    '\ufefftaxon;locus;mass;fraction\nA;S15;1,00783E+04;9,5e-1\nB;L29;7273,4;1',
  ])('%j', (text) => {
    expect(rowsOf(text)).toEqual({ rows: PLAIN, notes: [] });
  });

  it('without a name for the column of row names, as write.table writes it', () => {
    const text = '"taxon"\t"locus"\t"mass"\n"1"\t"A"\t"S15"\t10078.3\n"2"\t"B"\t"L29"\tNA\n';
    expect(rowsOf(text).rows).toEqual(['A S15 10078.3 1']);
  });

  it.each([
    ['Species,Protein,m/z,Frequency', 'A,S15,10078.3,0.95', 'B,L29,7273.4,1'],
    ['Spezies;Protein;Masse [Da];Häufigkeit', 'A;S15;10078,3;0,95', 'B;L29;7273,4;1'],
    ['ORGANISM\tGene name\t[M+H]+ (Da)\tPercent', 'A\tS15\t10078.3\t95', 'B\tL29\t7273.4\t100'],
    ['Organism,locus,MW (kDa),fraction', 'A,S15,10.0783,0.95', 'B,L29,7.2734,1'],
    ['espèce;protéine;masse;fréquence (%)', 'A;S15;10078,3;95', 'B;L29;7273,4;100'],
  ])('with other headings, which are reported: %s', (...lines) => {
    const { rows, notes } = rowsOf(lines.join('\n'));
    expect(rows).toEqual(PLAIN);
    expect(notes.map(inEnglish).join(' ')).toMatch(
      /^Columns were read by other names: "\S.*" as taxon/,
    );
  });

  it('reports how other headings were understood, and which were not', () => {
    const { notes } = rowsOf('Species,Protein,m/z,Source\nA,S15,10078.3,ours\nB,S15,10062.3,ours');
    expect(notes).toEqual([
      'Columns were read by other names: "Species" as taxon, "Protein" as locus and "m/z" as mass. The masses are taken for those of the protein with one proton, [M+H]+.',
      'Columns that were not read: Source.',
    ]);
  });

  it('prefers the column with our own name to another that would also fit', () => {
    expect(rowsOf('species,taxon,locus,m/z,mass\nx,A,S15,1,10078.3').rows).toEqual([
      'A S15 10078.3 1',
    ]);
  });

  it('leaves out lines without a mass and repeated ones, and reports them', () => {
    const lines = ['A,S15,10078.3', 'A,L29,NA', 'A,S15,10078.3', 'B,L29,', 'B,S15,10062.3'];
    expect(rowsOf(['taxon,locus,mass', ...lines].join('\n'))).toEqual({
      rows: ['A S15 10078.3 1', 'B S15 10062.3 1'],
      notes: [
        '2 lines without a mass were left out: 3 and 5.',
        'Line 4, that repeats another, was counted once.',
      ],
    });
  });

  it('in UTF-16 and in Windows-1252', () => {
    const text = 'taxon\tlocus\tmass\r\nEspèce\tS15\t10078,3\r\n';
    const wide = (mark: string) => new Uint8Array(Buffer.from(mark + text, 'utf16le'));
    for (const bytes of [wide('\ufeff'), wide(''), new Uint8Array(Buffer.from(text, 'latin1'))]) {
      expect(rowsOf(bytes)).toEqual({ rows: ['Espèce S15 10078.3 1'], notes: [] });
    }
  });

  it('with counts that have thousands separators', () => {
    const text = 'taxon;locus;mass;genomes\nA;S15;10078,3;2.786\nA;S15;10092,3;2.786';
    const read = parse(text);
    expect(read.ok && read.value.rows[0]).toMatchObject({ genomes: 5572, fraction: 0.5 });
  });
});
