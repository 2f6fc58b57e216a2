import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarkerTable } from '../../../../src/core/marker-model/parse-marker-table';

const parse = (text: string) => parseMarkerTable(new TextEncoder().encode(text), 'markers.csv');

describe('parseMarkerTable', () => {
  it('reads our own table as it stands', () => {
    const url = new URL(
      '../../../../models/ribosomal-klebsiella/facts/alleles.csv',
      import.meta.url,
    );
    const rows = parseMarkerTable(readFileSync(url), 'alleles.csv');
    if (!rows.ok) throw new Error(rows.error.message);
    const s22 = rows.value.filter(
      (row) => row.taxon === 'Klebsiella variicola' && row.locus === 'S22',
    );
    expect(s22).toEqual([
      { taxon: 'Klebsiella variicola', locus: 'S22', mass: 5252, fraction: 1, genomes: 95 },
    ]);
  });

  it('makes fractions of counts', () => {
    const rows = parse('locus;mass;taxon;genomes\nL31;7742.9;A;30\nL31;7771;A;10\nS22;5280;A;38\n');
    expect(rows).toMatchObject({
      ok: true,
      value: [
        { locus: 'L31', mass: 7742.9, fraction: 0.75, genomes: 40 },
        { locus: 'L31', mass: 7771, fraction: 0.25, genomes: 40 },
        { locus: 'S22', fraction: 1, genomes: 40 },
      ],
    });
  });

  it('counts masses alike where the table says neither', () => {
    expect(parse('taxon,locus,mass\nA,L31,7742.9\nA,L31,7771')).toMatchObject({
      ok: true,
      value: [{ fraction: 0.5, genomes: 10 }, { fraction: 0.5 }],
    });
  });

  it.each([
    ['', 'The table of markers has no line.'],
    ['a,b\n1,2', "The table's first line does not name the columns taxon, locus and mass."],
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
    ['taxon,locus,mass\nA,L31,7000\nA,L31,7000', 'A, L31, 7000 Da stands in the table twice.'],
    [
      'taxon,locus,mass,fraction\nA,L31,7000,0.5\nA,L31,7100,',
      'A, L31: only some masses have a fraction.',
    ],
  ])('refuses %j with a sentence', (text, message) => {
    expect(parse(text)).toMatchObject({ ok: false, error: { message, path: 'markers.csv' } });
  });
});
